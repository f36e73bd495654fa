import { Section } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatNumber, t } from "../../../ui/text.ts";
import { type Findings, sum } from "../findings-kept.ts";

/** What would need somebody in such a year, and what never happened in it. */
export function Attention({ findings }: { findings: Findings }) {
	return (
		<Section title={t("What would need somebody")}>
			<Table
				caption={t("In the whole year")}
				rows={matters(findings)}
				rowKey={({ what }) => what}
				columns={[
					{ key: "what", label: t("What"), cell: ({ what }) => what },
					{
						key: "count",
						label: t("How often"),
						kind: "number",
						cell: ({ count }) => formatNumber(count),
					},
				]}
			/>
			<Table
				caption={t(
					"Looked for in every week, apart from the rules that forbid it",
				)}
				rows={promises(findings)}
				rowKey={({ what }) => what}
				columns={[
					{ key: "what", label: t("What"), cell: ({ what }) => what },
					{
						key: "count",
						label: t("How often"),
						kind: "number",
						cell: ({ count }) =>
							count === 0 ? t("never") : formatNumber(count),
					},
				]}
			/>
		</Section>
	);
}

function matters(findings: Findings) {
	const { weeks, health } = findings;
	return [
		{
			what: t("Proposals that ended without both answers"),
			count: findings.unansweredProposals,
		},
		{
			what: t("Times no hour within three weeks suited both"),
			count: findings.noCommonTime,
		},
		{
			what: t("Sessions of which nobody said whether they took place"),
			count: sum(weeks, ({ open }) => open),
		},
		{
			what: t("Commitments still open at the end"),
			count: findings.openPromises,
		},
		{
			what: t("Mentees without a mentor at the end"),
			count: weeks.at(-1)?.waiting ?? 0,
		},
		{
			what: t("Relationships gone quiet at the end (below five: not told)"),
			count: health.find(({ state }) => state === "quiet")?.count ?? 0,
		},
		{
			what: t("Weeks of one person with more than {limit} mails", {
				limit: findings.mailsAWeek.limit,
			}),
			count: findings.mailsAWeek.over,
		},
	];
}

function promises({ broken }: Findings) {
	return [
		{
			what: t("Somebody in two sessions at once"),
			count: broken.doubleBookings,
		},
		{
			what: t("A mentor with more mentees than they take"),
			count: broken.overCapacity,
		},
		{ what: t("The same mail twice"), count: broken.sameMailTwice },
		{ what: t("A mail that stayed lying"), count: broken.unsentMails },
	];
}
