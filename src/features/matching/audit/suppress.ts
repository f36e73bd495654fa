// What of an audit is kept and shown. A figure about fewer than five people could tell who they are; of a fact told in confidence even a small
// count among many could, beside what whoever runs the program knows of each pair.
import { z } from "zod";
import type { SwapAudit } from "../../../domain/matching/equity/swap-audit.ts";

/** A figure is shown only about so many people or more. */
export const SMALLEST = 5;

const Count = z.union([z.number(), z.literal("few")]);
/** How many; "few": one to four, and not more is told. */
export type Count = z.infer<typeof Count>;

export const AuditResult = z.discriminatedUnion("kind", [
	z.object({
		kind: z.literal("compared"),
		isSame: z.boolean(),
		exchanges: z.number(),
		isInConfidence: z.boolean(),
		/** Pins that rest on the fact: they would break a rule. */
		pins: Count,
		groups: z.array(
			z.object({
				group: z.string(),
				members: z.number(),
				differently: Count,
				onlyAsThemselves: Count,
				onlyAsOthers: Count,
				/** By which a member's points would change on average; null: not told. */
				points: z.number().nullable(),
			}),
		),
		/** Groups that are too small to be shown. */
		hidden: z.number(),
	}),
	/** Neither a rule nor a term looks at the fact: an exchange cannot change anything. */
	z.object({ kind: z.literal("not-looked-at") }),
	z.object({ kind: z.literal("one-group") }),
	/** Told in confidence: audited once, when the plan stands. Figures that change with every pin would tell whose fact it is. */
	z.object({ kind: z.literal("after-publication") }),
	z.object({ kind: z.literal("failed") }),
]);
export type AuditResult = z.infer<typeof AuditResult>;

/** An audit as it may be kept and read by whoever oversees the program. */
export function suppressed(
	audit: SwapAudit,
	isInConfidence: boolean,
): AuditResult {
	if (!audit.ok)
		switch (audit.why) {
			case "no-such-column":
				return { kind: "not-looked-at" };
			case "one-group":
				return { kind: "one-group" };
			case "unscored":
				return { kind: "failed" };
		}
	const count = (figure: number): Count =>
		isInConfidence && figure > 0 && figure < SMALLEST ? "few" : figure;
	const shown = audit.groups.filter(({ members }) => members >= SMALLEST);
	return {
		kind: "compared",
		isSame: audit.isSame,
		exchanges: audit.exchanges,
		isInConfidence,
		pins: count(audit.pins.length),
		groups: shown.map((one) => ({
			group: one.group,
			members: one.members,
			differently: count(one.differently.length),
			onlyAsThemselves: count(one.onlyAsThemselves),
			onlyAsOthers: count(one.onlyAsOthers),
			points: isInConfidence ? null : Math.round(one.points / one.members),
		})),
		hidden: audit.groups.length - shown.length,
	};
}

export type OverrideRow = {
	readonly decision: "pin" | "forbid" | "swap";
	readonly fact: string;
	readonly value: string;
	readonly people: number;
	readonly members: number;
};

export type OverrideFigures = {
	readonly fact: string;
	readonly groups: readonly {
		/** Empty: smaller groups together. */
		readonly group: string;
		readonly members: number;
		/** Mentees of the group about whom something was decided by hand; "few" of a fact told in confidence. */
		readonly decided: Readonly<Record<OverrideRow["decision"], Count>>;
	}[];
};

/**
 * Decisions by hand, by group. Whoever runs the program knows each of them by name: of a fact told in confidence the figures are shown only
 * where in every group so many are concerned, or nobody, that none can be placed.
 */
export function overrideFigures(
	rows: readonly OverrideRow[],
	isInConfidence: (fact: string) => boolean,
): readonly (
	| OverrideFigures
	| { readonly fact: string; readonly groups: "too-few" }
)[] {
	return [...Map.groupBy(rows, ({ fact }) => fact)].map(([fact, own]) => {
		const groups = [...Map.groupBy(own, ({ value }) => value)].map(
			([group, figures]) => ({
				group,
				members: figures[0]?.members ?? 0,
				decided: {
					pin: peopleOf(figures, "pin"),
					forbid: peopleOf(figures, "forbid"),
					swap: peopleOf(figures, "swap"),
				},
			}),
		);
		const isTellable =
			!isInConfidence(fact) ||
			own.every(
				({ people, members }) =>
					people >= SMALLEST && members - people >= SMALLEST,
			);
		return isTellable
			? { fact, groups: groups.filter(({ members }) => members >= SMALLEST) }
			: { fact, groups: "too-few" };
	});
}

function peopleOf(
	rows: readonly OverrideRow[],
	decision: OverrideRow["decision"],
): number {
	return rows.find((row) => row.decision === decision)?.people ?? 0;
}
