import { LinkButton } from "../../../ui/button.tsx";
import { Section } from "../../../ui/section.tsx";
import { Status } from "../../../ui/status.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import type { OwnEnrolment } from "../queries/enrolments.ts";
import type { Standing } from "../standing.ts";
import { sideName, statusKind } from "../words.ts";

/** What the visitor's own part is and what to do next; nothing for whoever has none. */
export function OwnParts({
	standing: { program, own, lottery },
}: {
	standing: Standing;
}) {
	if (own.length === 0) return null;
	return (
		<Section title={t("Your part")}>
			{own.map((part) => (
				<div class="stack" key={part.id}>
					<p>
						<Status kind={statusKind(part.status)}>
							<strong>{sideName(part.side)}</strong>
						</Status>
						{" · "}
						{isOnList(part, lottery)
							? t("You are on the list from which places are drawn.")
							: ownSentence(part)}
					</p>
				</div>
			))}
			{lottery !== undefined && own.some(({ side }) => side === "mentee") && (
				<p>
					<a href={`/programs/${program.id}/lottery`}>
						{lottery.stage === "drawn"
							? t("See the draw, your number and how to check it")
							: t("Places are drawn by lot: see how, and your number")}
					</a>
				</p>
			)}
			<p>
				{needsAnswer(own) ? (
					<LinkButton
						weight="primary"
						href={`/programs/${program.id}/invitation`}
					>
						{t("Read more and answer")}
					</LinkButton>
				) : (
					<LinkButton href={`/programs/${program.id}/part`}>
						{t("Change your part")}
					</LinkButton>
				)}
			</p>
		</Section>
	);
}

function isOnList(
	{ side, status }: OwnEnrolment,
	lottery: Standing["lottery"],
): boolean {
	return (
		side === "mentee" &&
		(status === "applied" || status === "waiting") &&
		lottery !== undefined &&
		lottery.stage !== "drawn"
	);
}

/** Whether something was offered that the person has not answered. */
export function needsAnswer(own: readonly OwnEnrolment[]): boolean {
	return own.some(
		({ status, how, answeredAt }) =>
			status === "invited" ||
			status === "nominated" ||
			(status === "enrolled" && how === "import" && answeredAt === null),
	);
}

/** Where one stands, said to the person themself. */
export function ownSentence(part: OwnEnrolment): string {
	switch (part.status) {
		case "invited":
			return part.answerBy === null
				? t("A place is kept for you.")
				: t("A place is kept for you until {date}.", {
						date: formatDate(part.answerBy),
					});
		case "nominated":
			return t("{name} suggested you. Nothing happens unless you say yes.", {
				name: part.by ?? t("A colleague"),
			});
		case "applied":
			return t(
				"You asked for a place. The people who run the program decide and will tell you.",
			);
		case "enrolled":
			return part.side === "mentor"
				? t(
						"You have a place, for {count, plural, =0 {no mentee at present} one {one mentee} other {up to # mentees}}.",
						{ count: part.capacity },
					)
				: t("You have a place.");
		case "waiting":
			return t(
				"You are on the waiting list: at present there are more mentees than places with mentors. As soon as one is free, whoever said yes first gets it, and you will hear.",
			);
		case "declined":
			return t("You said no. That is all anyone needs to know.");
		case "not-admitted":
			return t(
				"There was no place for you this time. The people who run the program will gladly say more.",
			);
		case "withdrawn":
			return t("You have withdrawn. Nobody was given a reason.");
		case "left":
			return t("This ended when you left the organisation.");
	}
}
