import type { Health } from "../../../domain/relationships/health.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section, Stack } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import type { PulseAnswer } from "../../../domain/relationships/pulse.ts";
import type { ToldCounts } from "../../../domain/relationships/told-counts.ts";
import { formatDate, t } from "../../../ui/text.ts";
import { pulseWord } from "../../pulse/words.ts";
import type { askedIn } from "../../referrals/queries.ts";
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
	pulse,
	asked,
	today,
}: {
	frame: Frame;
	standing: Standing;
	counts: readonly HealthCount[];
	total: number;
	/** undefined: fewer than five answered. */
	pulse: ToldCounts<PulseAnswer> | undefined;
	asked: Awaited<ReturnType<typeof askedIn>>;
	today: string;
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
				<Said pulse={pulse} today={today} />
				<Asked asked={asked} />
			</Stack>
		</Page>
	);
}

function Said({
	pulse,
	today,
}: {
	pulse: ToldCounts<PulseAnswer> | undefined;
	today: string;
}) {
	const day = formatDate(`${today.slice(0, 7)}-01`);
	return (
		<Section
			title={t("How they say it goes")}
			lead={t(
				"Every member is asked with one press, and nobody but them reads their answer. Counted once a month, as of {day}, over ninety days; answers that fewer than five gave stand together.",
				{ day },
			)}
		>
			{pulse === undefined ? (
				<EmptyState title={t("Too few to count")}>
					{t("From five answers on it stands here how many said what.")}
				</EmptyState>
			) : (
				<Table
					caption={t(
						"{given, plural, one {One member said how it goes} other {# members said how it goes}}",
						{ given: pulse.given },
					)}
					rows={[
						...pulse.shown.map(({ name, count }) => ({
							name: pulseWord(name),
							count,
						})),
						...(pulse.others > 0
							? [
									{
										name:
											pulse.shown.length === 0
												? t("All answers together")
												: t("All other answers together"),
										count: pulse.others,
									},
								]
							: []),
						...(pulse.shown.length === 0 && pulse.others === 0
							? [{ name: t("All answers together"), count: pulse.given }]
							: []),
					]}
					rowKey={({ name }) => name}
					columns={[
						{ key: "said", label: t("They say"), cell: ({ name }) => name },
						{
							key: "count",
							label: t("How many"),
							kind: "number",
							cell: ({ count }) => String(count),
						},
					]}
				/>
			)}
		</Section>
	);
}

function Asked({ asked }: { asked: Awaited<ReturnType<typeof askedIn>> }) {
	return (
		<Section
			title={t("Who asked for help")}
			lead={t(
				"That they asked, and nothing else. Whoever asked was told before that you read it. A facilitator takes it on; there is nothing you need to do.",
			)}
		>
			{asked.length === 0 ? (
				<p>{t("Nobody at the moment.")}</p>
			) : (
				<Table
					caption={t("Who asked for help")}
					captionUnseen
					rows={asked}
					rowKey={({ id }) => id}
					columns={[
						{ key: "who", label: t("Who"), cell: ({ name }) => name },
						{
							key: "since",
							label: t("Since"),
							kind: "date",
							cell: ({ askedAt }) => formatDate(askedAt),
						},
						{
							key: "taken",
							label: t("Facilitator"),
							cell: ({ isTaken }) =>
								isTaken ? t("Somebody helps") : t("Not yet"),
						},
					]}
				/>
			)}
		</Section>
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
				"For three times their rhythm, at least sixty days, they neither met nor have a date, or nobody said a word to any date that came. They are asked what would help.",
			);
		case "beginning":
			return t("Began in the last 45 days.");
		case "not-known":
			return t("They enter no dates here, which is theirs to decide.");
	}
}
