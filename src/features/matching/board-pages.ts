// A ledger of thousands of pairs, page by page.
import type { Group, MentorRow } from "./board-layout.ts";

/** Pairs on a page; a mentor stays whole. */
export const PAIRS_ON_A_PAGE = 300;

export type LedgerPage = {
	readonly groups: readonly Group[];
	/** From 1. */
	readonly page: number;
	readonly pages: number;
};

/** The page that was asked for, or the one that holds a pair or a mentee by id; the last where there are not so many. Groups count all their pairs. */
export function ledgerPage(
	groups: readonly Group[],
	{ page, holding }: { readonly page: number; readonly holding: string | null },
	most = PAIRS_ON_A_PAGE,
): LedgerPage {
	let number = 1;
	let lines = 0;
	let held: number | undefined;
	const placed = groups.map((group) => ({
		group,
		rows: group.rows.map((row) => {
			const own = Math.max(1, row.pairs.length);
			if (lines > 0 && lines + own > most) {
				number++;
				lines = 0;
			}
			lines += own;
			if (holding !== null && isIn(row, holding)) held ??= number;
			return { row, on: number };
		}),
	}));
	const shown = Math.min(number, Math.max(1, held ?? page));
	return {
		page: shown,
		pages: number,
		groups: placed.flatMap(({ group, rows }) => {
			const own = rows.filter(({ on }) => on === shown).map(({ row }) => row);
			return own.length === 0 ? [] : [{ ...group, rows: own }];
		}),
	};
}

function isIn({ pairs }: MentorRow, id: string): boolean {
	return pairs.some((pair) => pair.id === id || pair.mentee === id);
}
