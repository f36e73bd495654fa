// What one looks at on the board, as it stands in the address.
import type { Shown, Wanted } from "./board-layout.ts";

const shownChoices: readonly Shown[] = [
	"all",
	"pinned",
	"changed",
	"weak",
	"free",
	"waiting",
];

export function readWanted(query: URLSearchParams): Wanted {
	const page = query.get("page") ?? "";
	const shown = shownChoices.find((each) => each === query.get("show"));
	return {
		search: query.get("search") ?? "",
		function: query.get("function") ?? "",
		shown: shown ?? "all",
		order: query.get("order") === "weakest" ? "weakest" : "groups",
		page: /^\d{1,4}$/.test(page) ? Math.max(1, Number(page)) : 1,
	};
}

/** The filters of a view as a query, "?…" or nothing; whatever else was sent is dropped. */
export function viewOf(query: string): string {
	const kept = queryOf(readWanted(new URLSearchParams(query))).toString();
	return kept === "" ? "" : `?${kept}`;
}

export function queryOf(wanted: Wanted): URLSearchParams {
	const query = new URLSearchParams();
	if (wanted.search) query.set("search", wanted.search);
	if (wanted.function) query.set("function", wanted.function);
	if (wanted.shown !== "all") query.set("show", wanted.shown);
	if (wanted.order !== "groups") query.set("order", wanted.order);
	if (wanted.page > 1) query.set("page", String(wanted.page));
	return query;
}

/** Changes whenever the board does: by a decision, its undoing, a run, a plan that took longer, or that work beside it ended. */
export function boardStamp(
	round: { readonly computedAt: Date | null; readonly status: string },
	changes: readonly {
		readonly number: number;
		readonly undoneAt: Date | null;
	}[],
	plans: number,
	equity: { readonly ended: string | null } | undefined,
): string {
	const standing = changes.filter(({ undoneAt }) => undoneAt === null).length;
	return [
		round.status,
		round.computedAt?.getTime() ?? 0,
		changes[0]?.number ?? 0,
		standing,
		plans,
		equity === undefined ? "done" : (equity.ended ?? "underway"),
	].join("-");
}

/** The board with this pair chosen to be swapped. */
export function swapHrefIn(
	base: string,
	wanted: Wanted,
): (pair: string) => string {
	return (pair) => {
		const query = queryOf(wanted);
		if (pair !== "") query.set("swap", pair);
		return `${base}?${query.toString()}${pair === "" ? "" : `#pair-${pair}`}`;
	};
}

/** Opening a pair keeps what is filtered. */
export function hrefIn(base: string, wanted: Wanted): (pair: string) => string {
	const query = queryOf(wanted);
	const kept = query.toString();
	return (pair) => {
		if (pair === "") return `${base}?${kept}`;
		return `${base}?${kept}${kept && "&"}pair=${pair}#pair-${pair}`;
	};
}
