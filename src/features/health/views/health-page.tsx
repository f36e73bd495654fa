import type { Health } from "../../../domain/relationships/health.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Stack } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { t } from "../../../ui/text.ts";
import type { Standing } from "../../programs/standing.ts";
import { parentOf, ProgramTabs } from "../../programs/views/program-tabs.tsx";
import {
	FEWEST,
	type HealthCount,
} from "../../../domain/relationships/health-counts.ts";

/** Counts alone: no names, and none that would point at two people. */
export function HealthPage({
	frame,
	standing,
	counts,
	total,
}: {
	frame: Frame;
	standing: Standing;
	counts: readonly HealthCount[];
	total: number;
}) {
	return (
		<Page
			frame={frame}
			title={t("Whether people meet")}
			parent={parentOf(standing.program)}
			lead={t(
				"Told from dates alone, never from what anybody wrote. A relationship that has gone quiet is asked about first, each member alone; you read how many, not who.",
			)}
		>
			<ProgramTabs standing={standing} current="health" />
			<Stack>
				{total < FEWEST ? (
					<EmptyState title={t("Too few to count")}>
						{t(
							"From five running relationships on it stands here how many meet in their rhythm.",
						)}
					</EmptyState>
				) : (
					<Table
						caption={t(
							"{total, plural, one {One running relationship} other {# running relationships}}",
							{ total },
						)}
						rows={counts}
						rowKey={({ state }) => state}
						columns={[
							{
								key: "state",
								label: t("How they stand"),
								cell: ({ state }) => (
									<>
										{stateName(state)}
										<br />
										<span class="hint">{stateDetail(state)}</span>
									</>
								),
							},
							{
								key: "count",
								label: t("How many"),
								kind: "number",
								cell: ({ count }) =>
									count === null ? t("not told: too few") : String(count),
							},
						]}
					/>
				)}
			</Stack>
		</Page>
	);
}

function stateName(state: Health["state"]): string {
	switch (state) {
		case "steady":
			return t("In their rhythm");
		case "slower":
			return t("Slower than they meant");
		case "quiet":
			return t("Quiet");
		case "beginning":
			return t("Beginning");
		case "not-known":
			return t("Not known");
	}
}

function stateDetail(state: Health["state"]): string {
	switch (state) {
		case "steady":
			return t("Met within one and a half times their rhythm, or have a date.");
		case "slower":
			return t("Later than that, or two of the last three dates fell through.");
		case "quiet":
			return t(
				"Neither met nor have a date for three times their rhythm, at least sixty days. They are asked what would help.",
			);
		case "beginning":
			return t("Began in the last 45 days.");
		case "not-known":
			return t("They enter no dates here, which is theirs to decide.");
	}
}
