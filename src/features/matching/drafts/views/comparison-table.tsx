import type { ComponentChildren } from "preact";
import { formatNumber, t } from "../../../../ui/text.ts";
import { formatPoints } from "../../sentences.ts";
import { signed } from "../../views/differences.tsx";

import { planName, weakestText } from "../../views/plans.tsx";
import type { Compared, Comparison } from "../comparison.ts";
import { aimText } from "../settings.ts";

/** The present plan and one or two drafts, measure by measure. Points under different weights are told by both. */
export function ComparisonTable({
	comparison,
	base,
}: {
	comparison: Comparison;
	/** Where each draft can be opened; nothing on its own page. */
	base?: string;
}) {
	const { present, drafts, settings } = comparison;
	return (
		<div class="table-frame">
			<table class="table draft-table">
				<caption class="unseen">
					{t("The present plan beside the drafts")}
				</caption>
				<thead>
					<tr>
						<th scope="col">{t("Measure")}</th>
						<th scope="col" class="number">
							{t("Present plan")}
						</th>
						{drafts.map(({ draft }) => (
							<th scope="col" class="number" key={draft.id}>
								{draft.name}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					<Row
						label={t("Planned for")}
						present={aimText(settings, planName)}
						drafts={drafts}
						cell={({ draft }) => aimText(draft, planName)}
						isAlways
					/>
					<Row
						label={t("Mentees with a mentor")}
						present={formatNumber(present?.totals.people ?? 0)}
						drafts={drafts}
						cell={({ plan }) =>
							plan &&
							figure(
								formatNumber(plan.totals.people),
								plan.totals.people - (present?.totals.people ?? 0),
								(by) => signed(by * 1_000_000),
							)
						}
					/>
					<Row
						label={t("Points by the present weights")}
						present={formatPoints(present?.totals.total ?? 0)}
						drafts={drafts}
						cell={({ plan }) =>
							plan &&
							figure(
								formatPoints(plan.draftByPresent),
								plan.draftByPresent - (present?.totals.total ?? 0),
								signed,
							)
						}
					/>
					<Row
						label={t("Points by the draft’s own weights")}
						present={
							<span class="hint">{t("the change against today’s pairs")}</span>
						}
						drafts={drafts}
						cell={({ plan }) =>
							plan &&
							figure(
								formatPoints(plan.totals.total),
								plan.totals.total - plan.presentByDraft,
								signed,
							)
						}
					/>
					<Row
						label={t("Weakest pair")}
						present={weakestOf(present?.totals)}
						drafts={drafts}
						cell={({ plan }) => plan && weakestOf(plan.totals)}
					/>
					<Row
						label={t("Two would both rather have each other")}
						present={formatNumber(present?.totals.blocking ?? 0)}
						drafts={drafts}
						cell={({ plan }) => plan && formatNumber(plan.totals.blocking)}
					/>
					<Row
						label={t("Mentees with somebody else than now")}
						present=""
						drafts={drafts}
						cell={({ plan }) =>
							plan &&
							formatNumber(new Set(plan.moves.map(({ mentee }) => mentee)).size)
						}
					/>
					{base !== undefined && (
						<Row
							label={t("Look closer, change, adopt")}
							present=""
							drafts={drafts}
							cell={({ draft }) => (
								<a href={`${base}/drafts/${draft.id}`}>
									{t("Open “{name}”", { name: draft.name })}
								</a>
							)}
							isAlways
						/>
					)}
				</tbody>
			</table>
		</div>
	);
}

function Row({
	label,
	present,
	drafts,
	cell,
	isAlways = false,
}: {
	label: string;
	present: ComponentChildren;
	drafts: readonly Compared[];
	cell: (one: Compared) => ComponentChildren;
	/** Known before the draft is planned. */
	isAlways?: boolean;
}) {
	return (
		<tr>
			<th scope="row">{label}</th>
			<td class="number" data-label={t("Present plan")}>
				{present}
			</td>
			{drafts.map((one) => (
				<td class="number" key={one.draft.id} data-label={one.draft.name}>
					{isAlways || one.isCurrent ? (
						(cell(one) ?? t("no plan possible"))
					) : (
						<span class="hint">{t("being planned")}</span>
					)}
				</td>
			))}
		</tr>
	);
}

function figure(value: string, by: number, told: (by: number) => string) {
	return (
		<>
			{value}{" "}
			{by !== 0 && (
				<small class={by < 0 ? "loss" : undefined}>{told(by)}</small>
			)}
		</>
	);
}

function weakestOf(
	totals: Parameters<typeof weakestText>[0] | undefined,
): string {
	return totals === undefined ? "–" : weakestText(totals);
}
