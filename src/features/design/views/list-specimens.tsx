import { DescriptionList } from "../../../ui/description-list.tsx";
import { LiveProgress, Progress } from "../../../ui/progress.tsx";
import { Columns, Section } from "../../../ui/section.tsx";
import { Steps } from "../../../ui/steps.tsx";
import { Tabs } from "../../../ui/tabs.tsx";
import { t } from "../../../ui/text.ts";
import { Timeline } from "../../../ui/timeline.tsx";

export function ListSpecimens() {
	return (
		<Section title={t("Lists")} id="lists">
			<Tabs
				label="Parts of the program"
				tabs={[
					{ label: "Charter", href: "#lists", current: false },
					{ label: "Mentors", href: "#lists", current: true, count: 24 },
					{ label: "Mentees", href: "#lists", current: false, count: 31 },
					{ label: "Rounds", href: "#lists", current: false, count: 0 },
				]}
			/>
			<Columns>
				<Steps
					label="Setting up the organisation"
					steps={[
						{ label: "Your account", state: "done", href: "#lists" },
						{
							label: "Load the people",
							state: "done",
							href: "#lists",
							hint: "612 people from hr-march.xlsx",
						},
						{
							label: "Create a program",
							state: "current",
							href: "#lists",
							hint: "About six minutes",
						},
						{ label: "Invite mentors and mentees", state: "ahead" },
						{ label: "Propose the first pairs", state: "ahead" },
					]}
				/>
				<Timeline
					happenings={[
						{
							when: "24 March 2026, 14:30",
							title: "Next session",
							text: "By video, 50 minutes",
							isAhead: true,
						},
						{
							when: "3 March 2026",
							title: "Second session",
							text: "Agreed: shadow the audit committee in May",
						},
						{ when: "10 February 2026", title: "Both said yes" },
					]}
				/>
			</Columns>
			<DescriptionList
				items={[
					{
						term: "Title",
						text: "Director of Integration",
						source: "From HR, 2 March 2026",
						audience: "organisation",
					},
					{
						term: "What I am working on",
						text: "Bringing two finance teams under one roof without losing the good people of either.",
						audience: { who: "relationship", names: ["Ingrid"] },
					},
					{
						term: "Year of birth",
						text: "1984",
						source: "From Wei, used with her consent",
						audience: "pairing-only",
					},
				]}
			/>
			<Columns>
				<Progress
					label="Reading hr-march.xlsx"
					text="4,200 of 10,000 rows read, about 5 seconds left"
					value={4200}
					max={10000}
				/>
				<LiveProgress
					label="Looking for the best pairs"
					text="Comparing 744 possible pairs"
					stream="/design/progress"
				/>
			</Columns>
		</Section>
	);
}
