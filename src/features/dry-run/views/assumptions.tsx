import { assumptions } from "../../../domain/dry-run/assumptions.ts";
import { Section } from "../../../ui/section.tsx";
import { DescriptionList } from "../../../ui/description-list.tsx";
import { formatPercent, t } from "../../../ui/text.ts";

/** How made-up people behave: said beside everything that follows from it. */
export function Assumptions() {
	const {
		accepts,
		declines,
		saysYes,
		saysNotNow,
		answersInvitation,
		moved,
		calledOff,
		missed,
		menteeWritesUp,
		mentorWritesUp,
		fallsSilent,
		endsEarly,
		comesLater,
	} = assumptions;
	return (
		<Section
			title={t("How the made-up people behave")}
			lead={t(
				"These are guesses of what is usual, not findings about anybody. A real year differs; what follows from rules alone, such as the number of mails to each, differs least.",
			)}
			layout="beside"
		>
			<DescriptionList
				items={[
					{
						term: t("Invited to the program"),
						text: t(
							"{yes} accept within ten days, {no} decline, the others never answer. {late} of the mentees are invited later, within half a year.",
							{
								yes: formatPercent(accepts),
								no: formatPercent(declines),
								late: formatPercent(comesLater),
							},
						),
					},
					{
						term: t("Asked about a pair"),
						text: t(
							"{yes} say yes within a week, {no} say not now, the others never answer. Who is left is asked again in the next round.",
							{ yes: formatPercent(saysYes), no: formatPercent(saysNotNow) },
						),
					},
					{
						term: t("Sessions"),
						text: t(
							"{answered} of the invitations are answered; {moved} of the sessions are moved once, {off} called off, {missed} fall through.",
							{
								answered: formatPercent(answersInvitation),
								moved: formatPercent(moved),
								off: formatPercent(calledOff),
								missed: formatPercent(missed),
							},
						),
					},
					{
						term: t("Afterwards"),
						text: t(
							"{mentee} of the sessions are written up by the mentee, {mentor} by the mentor, half of these with a commitment.",
							{
								mentee: formatPercent(menteeWritesUp),
								mentor: formatPercent(mentorWritesUp),
							},
						),
					},
					{
						term: t("Relationships"),
						text: t(
							"{silent} fall silent without a word, {ended} end before the year is over.",
							{
								silent: formatPercent(fallsSilent),
								ended: formatPercent(endsEarly),
							},
						),
					},
					{
						term: t("Away"),
						text: t(
							"Everyone has two quiet weeks in summer and most another one; all keep the usual working hours, and the usual choices about mail.",
						),
					},
				]}
			/>
		</Section>
	);
}
