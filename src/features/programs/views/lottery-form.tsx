import type { Places } from "../../../domain/programs/places.ts";
import { Checkbox, Select } from "../../../ui/choices.tsx";
import { DateField, NumberField, TextField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import type { Standing } from "../standing.ts";
import { parentOf, ProgramTabs } from "./program-tabs.tsx";

type Props = {
	frame: Frame;
	standing: Standing;
	places: Places;
	closesOn: string;
	today: string;
	state: FormState | undefined;
};

/** Before there is a lottery: what it does, and its terms. */
export function OpenLotteryPage(props: Props) {
	const { frame, standing } = props;
	const { program } = standing;
	return (
		<Page
			frame={frame}
			title={t("When there are fewer places than people")}
			lead={t(
				"A lottery among equals decides: the same chance for everyone on the list, a draw that anyone can check, and an honest comparison afterwards.",
			)}
			parent={parentOf(program)}
		>
			<ProgramTabs standing={standing} current="people" />
			<Section title={t("What it does")} layout="beside">
				<ul>
					<li>
						{t(
							"From its opening, whoever asks for a place or accepts one as a mentee comes on the list under a number. Nobody is admitted by hand any more.",
						)}
					</li>
					<li>
						{t(
							"The seed of the draw is fixed at the opening and its hash is sent to everyone concerned, before anyone knows who will be on the list.",
						)}
					</li>
					<li>
						{t(
							"When the list closes it is frozen, the seed is shown and the draw made. Places come first, then a waiting list in the order drawn: whoever withdraws makes room for the next.",
						)}
					</li>
					<li>
						<strong>
							{t("A program has one lottery. It cannot be undone or repeated.")}
						</strong>
					</li>
				</ul>
			</Section>
			<Terms {...props} />
		</Page>
	);
}

function Terms({ standing, places, closesOn, today, state }: Props) {
	return (
		<Section title={t("Its terms")} layout="beside">
			<Form
				action={`/programs/${standing.program.id}/lottery`}
				submit={t("Open the list")}
				cancel={{
					label: t("Not now"),
					href: `/programs/${standing.program.id}`,
				}}
				state={state}
			>
				<NumberField
					name="places"
					label={t("Places to be drawn")}
					hint={t(
						"Besides the mentees who have a place already: {count, plural, =0 {nobody} one {one person} other {# people}}.",
						{ count: places.mentees },
					)}
					value={suggested(places)}
					least={1}
					most={100_000}
					required
				/>
				<DateField
					name="closesOn"
					label={t("Last day to come on the list")}
					hint={t(
						"The draw is made when this day is over; earlier only once everyone invited has answered.",
					)}
					value={closesOn}
					earliest={today}
					required
				/>
				<Select
					name="sharedBy"
					label={t("How places are shared")}
					hint={t(
						"Within a group all chances are equal; between groups they differ by less than one place. Groups under five count as one.",
					)}
					choices={[
						{ value: "", label: t("One draw among all") },
						{
							value: "function",
							label: t("In proportion among functions"),
						},
						{ value: "unit", label: t("In proportion among units") },
						{
							value: "location",
							label: t("In proportion among locations"),
						},
					]}
					value=""
				/>
				<Checkbox
					name="takesBeacon"
					label={t("Add a public text after the list is closed")}
					hint={t(
						"A text that nobody can know before. Then not even whoever runs this server can know the draw beforehand; the draw waits until the committee enters the text. Without it, whoever has access to the server could read the seed while the list is still open, and everyone is told so.",
					)}
					checked
				/>
				<TextField
					name="beaconSource"
					label={t("Which text, and where it will be published")}
					hint={t(
						"Announced now, so that nobody can choose among several: “The closing value of the DAX on 3 March 2027, as Deutsche Börse publishes it”.",
					)}
					audience="organisation"
					maxLength={200}
				/>
			</Form>
		</Section>
	);
}

function suggested({ limit, offered, mentees }: Places): number | undefined {
	const free = (limit ?? offered) - mentees;
	return free > 0 ? free : undefined;
}
