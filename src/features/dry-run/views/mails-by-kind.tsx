import type { Findings } from "../findings-kept.ts";
import { mailTopics } from "../../../domain/mail/topic.ts";
import { Table } from "../../../ui/table.tsx";
import { formatDate, formatNumber, t } from "../../../ui/text.ts";
import { topicName } from "./topic-name.ts";

/** What the mails of the year are about: how many of each kind, and the week with most of it. */
export function MailsByKind({
	findings: { weeks },
}: {
	findings: Pick<Findings, "weeks">;
}) {
	const kinds = mailTopics
		.map((topic) => {
			const counts = weeks.map(({ from, mails }) => ({
				from,
				count: mails[topic] ?? 0,
			}));
			return {
				topic,
				all: counts.reduce((sum, { count }) => sum + count, 0),
				most: counts.toSorted((a, b) => b.count - a.count)[0],
			};
		})
		.filter(({ all }) => all > 0)
		.toSorted((a, b) => b.all - a.all);
	const total = kinds.reduce((sum, { all }) => sum + all, 0);
	return (
		<Table
			caption={t("Mails by what they are about")}
			rowKey={({ topic }) => topic}
			rows={kinds}
			empty={<p>{t("No mail goes out.")}</p>}
			columns={[
				{
					key: "topic",
					label: t("About"),
					cell: ({ topic }) => topicName(topic),
				},
				{
					key: "all",
					label: t("In the year"),
					kind: "number",
					cell: ({ all }) => formatNumber(all),
				},
				{
					key: "share",
					label: t("Of all, %"),
					kind: "number",
					cell: ({ all }) => formatNumber((100 * all) / total, 1),
				},
				{
					key: "most",
					label: t("In its busiest week"),
					kind: "number",
					cell: ({ most }) =>
						most === undefined ? null : (
							<>
								{formatNumber(most.count)}
								<small>{t("from {day}", { day: formatDate(most.from) })}</small>
							</>
						),
				},
			]}
		/>
	);
}
