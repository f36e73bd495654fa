import type { Side } from "../../../domain/programs/enrolment.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { RadioGroup } from "../../../ui/choices.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { DateField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { readListState } from "../../../ui/table-state.ts";
import { Tabs } from "../../../ui/tabs.tsx";
import { t } from "../../../ui/text.ts";
import type { Candidate } from "../queries/judge.ts";
import type { Standing } from "../standing.ts";
import { sideNames } from "../words.ts";
import { parentOf, ProgramTabs } from "./program-tabs.tsx";

type Props = {
	frame: Frame;
	standing: Standing;
	side: Side;
	/** Who fits and does not stand on this side yet. */
	candidates: readonly Candidate[];
	hasRules: boolean;
	answerBy: string;
	tomorrow: string;
	canMail: boolean;
	state?: FormState | undefined;
};

export function InvitePage(props: Props) {
	const { frame, standing, side, candidates } = props;
	const { program } = standing;
	return (
		<Page
			frame={frame}
			title={t("Who gets a place offered")}
			lead={
				side === "mentor"
					? t(
							"{count, plural, =0 {There is nobody left to ask who may take part as mentor.} one {One more person may take part as mentor and has not been asked.} other {# more people may take part as mentor and have not been asked.}}",
							{ count: candidates.length },
						)
					: t(
							"{count, plural, =0 {There is nobody left to ask who may take part as mentee.} one {One more person may take part as mentee and has not been asked.} other {# more people may take part as mentee and have not been asked.}}",
							{ count: candidates.length },
						)
			}
			parent={parentOf(program)}
		>
			<ProgramTabs standing={standing} current="people" />
			<Tabs
				label={t("Sides")}
				tabs={(["mentor", "mentee"] as const).map((each) => ({
					label: sideNames(each),
					href: `/programs/${program.id}/invite?side=${each}`,
					current: each === side,
				}))}
			/>
			{candidates.length === 0 ? (
				<EmptyState
					title={t("Everyone who fits has been asked")}
					action={
						<LinkButton
							href={`/programs/${program.id}/eligibility?side=${side}`}
						>
							{t("Look at the rules")}
						</LinkButton>
					}
				>
					{t(
						"When people join the organisation, or the rules let more in, they will stand here.",
					)}
				</EmptyState>
			) : (
				<InvitationForm {...props} />
			)}
		</Page>
	);
}

function InvitationForm({
	frame,
	standing: { program },
	side,
	candidates,
	hasRules,
	answerBy,
	tomorrow,
	canMail,
	state,
}: Props) {
	const list = readListState(frame.path, { pageSize: 100 });
	const search = list.search.toLocaleLowerCase();
	const matching = candidates.filter(({ name, about }) =>
		`${name} ${about}`.toLocaleLowerCase().includes(search),
	);
	return (
		<>
			<Section
				title={t("The invitation")}
				lead={
					canMail
						? t(
								"Each gets a mail in their language, with a link. They say yes or no; a no needs no reason.",
							)
						: t(
								"No mail is set up: the invitations wait in the outbox, and on each one’s first page when they sign in.",
							)
				}
				layout="beside"
			>
				<Form
					id="invite"
					action={`/programs/${program.id}/invitations`}
					submit={t("Send the invitations")}
					state={state}
				>
					<input type="hidden" name="side" value={side} />
					{!hasRules && (
						<p class="hint">
							{t(
								"No rules are in force on this side: everyone in the organisation fits.",
							)}
						</p>
					)}
					<RadioGroup
						name="whom"
						label={t("Whom")}
						required
						value={hasRules ? "all" : undefined}
						choices={[
							{
								value: "all",
								label: t(
									"{count, plural, one {the one who fits} other {all # who fit}}",
									{ count: candidates.length },
								),
							},
							{
								value: "chosen",
								label: t("only those marked in the list below"),
							},
						]}
					/>
					<DateField
						name="answerBy"
						label={t("Answer by")}
						value={answerBy}
						earliest={tomorrow}
						required
					/>
				</Form>
			</Section>
			<Section title={t("Who fits")}>
				<Table
					caption={t("People who fit and have not been asked")}
					captionUnseen
					state={list}
					total={matching.length}
					rows={matching.slice(list.offset, list.offset + list.pageSize)}
					rowKey={({ id }) => id}
					filters={[{ kind: "search", label: t("Name, grade or place") }]}
					columns={[
						{
							key: "mark",
							label: t("Mark"),
							cell: ({ id, name }) => (
								<input
									type="checkbox"
									name="people"
									value={id}
									form="invite"
									aria-label={t("Invite {name}", { name })}
									checked={[state?.values["people"] ?? []].flat().includes(id)}
								/>
							),
						},
						{
							key: "name",
							label: t("Name"),
							isHeading: true,
							cell: ({ name }) => name,
						},
						{
							key: "about",
							label: t("Grade, function, place"),
							cell: ({ about }) => about,
						},
					]}
				/>
			</Section>
		</>
	);
}
