import { statusAfter } from "../../../domain/programs/enrolment.ts";
import { Actions, Button } from "../../../ui/button.tsx";
import { DescriptionList } from "../../../ui/description-list.tsx";
import { TextArea } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Status } from "../../../ui/status.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import type { OneParticipant } from "../queries/participants.ts";
import type { Standing } from "../standing.ts";
import { sideName, statusKind, statusName, wayName } from "../words.ts";

type Props = {
	frame: Frame;
	standing: Standing;
	participant: OneParticipant;
	state?: FormState | undefined;
};

/** One person's part in a program, for whoever decides about it. */
export function ParticipantPage({
	frame,
	standing,
	participant,
	state,
}: Props) {
	const { program, manages } = standing;
	return (
		<Page
			frame={frame}
			title={participant.name}
			lead={[participant.title, participant.function, participant.location]
				.filter(Boolean)
				.join(" · ")}
			parent={{
				label: t("People of “{program}”", { program: program.name }),
				href: `/programs/${program.id}/people`,
			}}
		>
			<Section title={t("Their part")} layout="beside">
				<DescriptionList items={facts(participant)} />
			</Section>
			{participant.nominations.map((nomination) => (
				<Section
					key={nomination.id}
					title={t("Suggested by {name}", { name: nomination.by })}
					lead={[nomination.title, formatDate(nomination.at)]
						.filter(Boolean)
						.join(" · ")}
					layout="beside"
				>
					<blockquote class="prose">{nomination.reason}</blockquote>
					{nomination.decidedAt !== null && (
						<p class="hint">
							{t("Decided on {date} by {name}.", {
								date: formatDate(nomination.decidedAt),
								name: nomination.decidedBy ?? "",
							})}{" "}
							{nomination.decisionReason}
						</p>
					)}
				</Section>
			))}
			{manages && (
				<Decide standing={standing} participant={participant} state={state} />
			)}
		</Page>
	);
}

function facts(participant: OneParticipant) {
	const { how, by } = participant;
	return [
		{
			term: t("Where they stand"),
			text: (
				<Status kind={statusKind(participant.status)}>
					{statusName(participant.status)}
				</Status>
			),
		},
		{ term: t("Side"), text: sideName(participant.side) },
		{
			term:
				participant.side === "mentor"
					? t("Mentees at most")
					: t("Mentors wanted"),
			text: String(participant.capacity),
		},
		{
			term: t("How they came"),
			text: [
				wayName(how),
				by === undefined || how === "application"
					? ""
					: t("by {name}", { name: by }),
				formatDate(participant.enteredAt),
			]
				.filter(Boolean)
				.join(", "),
		},
		...(participant.answerBy === null
			? []
			: [{ term: t("Answer by"), text: formatDate(participant.answerBy) }]),
		...(participant.answeredAt === null
			? []
			: [{ term: t("Answered on"), text: formatDate(participant.answeredAt) }]),
		...(participant.pausedUntil === null
			? []
			: [
					{
						term: t("Paused until"),
						text: formatDate(participant.pausedUntil),
					},
				]),
	];
}

function Decide({
	standing: { program },
	participant,
	state,
}: Omit<Props, "frame">) {
	const can = (act: "admit" | "refuse" | "hold") =>
		statusAfter(act, participant) !== undefined;
	if (!can("admit") && !can("refuse") && !can("hold")) return null;
	const needsReason = participant.nominations.some(
		({ decidedAt }) => decidedAt === null,
	);
	return (
		<Section
			title={t("Your decision")}
			lead={
				participant.status === "nominated"
					? t(
							"They have not said yes themselves. If you admit them, they are invited.",
						)
					: undefined
			}
			layout="beside"
		>
			<Form
				action={`/programs/${program.id}/people/${participant.id}`}
				state={state}
			>
				<input type="hidden" name="seen" value={participant.status} />
				{needsReason && (
					<TextArea
						name="reason"
						label={t("Why")}
						audience={{
							who: "office-holders",
							offices: [
								...participant.nominations.map(({ by }) => by),
								participant.name,
								t("the others who run the program"),
							],
						}}
						maxLength={2000}
						required
					/>
				)}
				<Actions>
					{can("admit") && (
						<Button name="decision" value="admit">
							{participant.status === "nominated"
								? t("Admit: invite them")
								: t("Admit")}
						</Button>
					)}
					{can("hold") && (
						<Button weight="secondary" name="decision" value="hold">
							{t("Move to the waiting list")}
						</Button>
					)}
					{can("refuse") && (
						<Button weight="secondary" name="decision" value="refuse">
							{t("Do not admit")}
						</Button>
					)}
				</Actions>
			</Form>
		</Section>
	);
}
