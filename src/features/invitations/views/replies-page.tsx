import { DescriptionList } from "../../../ui/description-list.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import { type ReplyDay, type ReplyOutcome, replyOutcomes } from "../replies.ts";

/** For whoever runs the installation: whether answers from calendars arrive, and whether somebody forges them. */
export function RepliesPage({
	frame,
	days,
}: {
	frame: Frame;
	days: readonly ReplyDay[];
}) {
	const sum = (outcome: ReplyOutcome) =>
		days.reduce((total, { counts }) => total + counts[outcome], 0);
	return (
		<Page
			frame={frame}
			title={t("Do answers from calendars arrive?")}
			parent={{ label: t("Mail"), href: "/administration/outbox" }}
			lead={t(
				"What came back to invitations by mail in the last 60 days. Counted by day; who answered what is not here.",
			)}
		>
			{days.length === 0 ? (
				<EmptyState title={t("Nothing came back yet")}>
					{t(
						"Where a mailbox is set up (IMAP_URL), Baton reads answers to invitations every two minutes. Without one, people answer by the link in the mail.",
					)}
				</EmptyState>
			) : (
				<>
					<Table
						caption={t("Answers by day")}
						captionUnseen
						rows={days}
						rowKey={({ day }) => day}
						columns={[
							{
								key: "day",
								label: t("Day"),
								cell: ({ day }) => formatDate(day),
							},
							...replyOutcomes.map((outcome) => ({
								key: outcome,
								label: outcomeName(outcome),
								kind: "number" as const,
								cell: ({ counts }: ReplyDay) => counts[outcome],
							})),
						]}
						foot={[t("Together"), ...replyOutcomes.map(sum)]}
					/>
					<Section title={t("What the words mean")}>
						<DescriptionList
							items={replyOutcomes.map((outcome) => ({
								term: outcomeName(outcome),
								text: outcomeMeaning(outcome),
							}))}
						/>
					</Section>
				</>
			)}
		</Page>
	);
}

function outcomeName(outcome: ReplyOutcome): string {
	switch (outcome) {
		case "taken":
			return t("taken");
		case "outdated":
			return t("too late");
		case "unknown":
			return t("not ours");
		case "unreadable":
			return t("unreadable");
	}
}

function outcomeMeaning(outcome: ReplyOutcome): string {
	switch (outcome) {
		case "taken":
			return t(
				"The answer, or the other time it proposes, stands with the session.",
			);
		case "outdated":
			return t(
				"It answers a date that was moved or called off meanwhile, or is over.",
			);
		case "unknown":
			return t(
				"No session of ours, or an address that is not in it. Many on one day mean that somebody is trying; nothing came of it.",
			);
		case "unreadable":
			return t("A calendar program wrote what Baton cannot read.");
	}
}
