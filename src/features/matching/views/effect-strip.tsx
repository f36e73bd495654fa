import type { ComponentChildren } from "preact";
import { Button } from "../../../ui/button.tsx";
import {
	formatList,
	formatPercent,
	formatRelative,
	t,
} from "../../../ui/text.ts";
import type { Board } from "../queries/board.ts";
import { type RoundChange, undoable } from "../queries/changes.ts";
import { formatPoints } from "../sentences.ts";
import { signed } from "./differences.tsx";

/** What was decided last, by whom and when, what it did to the whole, and the way back. */
export function EffectStrip({
	board,
	name,
	now,
	action,
	hidden,
	canDecide,
}: {
	board: Board;
	name: (id: string) => string;
	now: number;
	action: string;
	hidden: () => ComponentChildren;
	canDecide: boolean;
}) {
	const { undo, redo } = undoable(board.changes);
	if (!canDecide || (undo === undefined && redo === undefined)) return null;
	return (
		<section class="effect" aria-label={t("The last decision")}>
			<div>
				{undo && (
					<p>
						<strong>{changeSentence(undo, name)}</strong>{" "}
						<small>
							{t("{who}, {when}", {
								who: undo.byName ?? t("Somebody"),
								when: formatRelative(undo.at, now),
							})}
						</small>
					</p>
				)}
				<p class="effect-what">{effectSentence(board)}</p>
			</div>
			<form method="post" action={action} class="effect-way">
				{hidden()}
				{undo && (
					<Button
						weight="quiet"
						icon="undo"
						name="back"
						value="undo"
						data-key="u"
					>
						{t("Undo")}
					</Button>
				)}
				{redo && (
					<Button weight="quiet" name="back" value="redo" data-key="r">
						{t("Do it again")}
					</Button>
				)}
			</form>
		</section>
	);
}

function effectSentence({ effect, round }: Board): string {
	if (effect === undefined || round.result === null) return "";
	const { before, moved } = effect;
	const now = round.result;
	const parts = [
		t(
			"{moved, plural, =0 {Nobody moved} one {One mentee moved} other {# mentees moved}}",
			{ moved },
		),
		before.total === now.total
			? t("the sum stays {points}", { points: formatPoints(now.total) })
			: t("the sum goes from {before} to {after} ({change})", {
					before: formatPoints(before.total),
					after: formatPoints(now.total),
					change: signed(now.total - before.total),
				}),
		...(before.people === now.people
			? []
			: [
					t("{after} instead of {before} mentees have a mentor", {
						before: before.people,
						after: now.people,
					}),
				]),
	];
	return t("{what}.", { what: formatList(parts) });
}

/** A decision in words: who with whom, or what else was chosen. */
export function changeSentence(
	{ kind, detail }: Pick<RoundChange, "kind" | "detail">,
	name: (id: string) => string,
): string {
	const [pair] = detail.pairs.filter(({ is }) => is !== null);
	const [freed] = detail.pairs;
	const names = (of = pair) => ({
		mentee: name(of?.mentee ?? ""),
		mentor: name(of?.mentor ?? ""),
	});
	switch (kind) {
		case "pin":
			return t("{mentee} is pinned with {mentor}.", names());
		case "forbid":
			return t("{mentee} and {mentor} are ruled out.", names());
		case "swap":
			return t("{pairs} are swapped and pinned.", {
				pairs: formatList(
					detail.pairs
						.filter(({ is }) => is === "pin")
						.map((one) => t("{mentee} with {mentor}", names(one))),
				),
			});
		case "release":
			return t("{mentee} and {mentor} are left free again.", names(freed));
		case "place":
			if ((detail.place?.is ?? 0) < 0)
				return t("Fewer places of {mentor} are used than offered.", {
					mentor: name(detail.place?.mentor ?? ""),
				});
			return t(
				"{mentor} is supposed to have {extra, plural, =0 {no more places than offered} one {one place more} other {# places more}}.",
				{
					mentor: name(detail.place?.mentor ?? ""),
					extra: detail.place?.is ?? 0,
				},
			);
		case "plan":
			return planSentence(detail);
		case "draft":
			return t("The draft “{name}” was adopted.", {
				name: detail.draft?.name ?? "",
			});
		case "policy":
			return t("What makes a good pair was changed.");
	}
}

function planSentence({
	objective,
	ratio,
	measure,
}: RoundChange["detail"]): string {
	switch (objective?.is) {
		case "fair":
			return t(
				"The plan that keeps the {measure, select, quality {quality} other {access}} of groups within {ratio} was taken.",
				{
					ratio: formatPercent((ratio?.is ?? 0) / 1_000_000),
					measure: measure?.is ?? "access",
				},
			);
		case "total":
			return t("The plan with the greatest sum was taken.");
		case "worst-first":
			return t("The plan with the worst pair first was taken.");
		case "stable":
			return t("The stable plan was taken.");
		case "people":
		case undefined:
			return t("The plan with most people was taken.");
	}
}
