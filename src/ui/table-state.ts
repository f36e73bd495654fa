// Sorting, filters and paging of a table live in the address, so that a view of a list can be sent, bookmarked and gone back to.
// `?sort=-joined&page=2&search=okafor&function=Finance`; a prefix keeps two tables on one page apart.

export type Sorting<Key extends string> = {
	readonly key: Key;
	readonly direction: "ascending" | "descending";
};

export type TableShape<Key extends string> = {
	readonly sortable: readonly Key[];
	/** How it is sorted when the address does not say. */
	readonly sort: Sorting<Key>;
	readonly filters?: readonly string[];
	readonly pageSize?: number;
	readonly prefix?: string;
};

export type TableState<Key extends string = string> = {
	/** The address as asked for, with its query. */
	readonly path: string;
	readonly prefix: string;
	readonly sort: Sorting<Key>;
	/** From 1. */
	readonly page: number;
	readonly pageSize: number;
	/** Rows before this page, for SQL's offset. */
	readonly offset: number;
	readonly search: string;
	/** Only the filters of the shape, only those that are set. */
	readonly filters: Readonly<Record<string, string>>;
};

/** What the address says, with everything that makes no sense replaced by the default. */
export function readTableState<Key extends string>(
	path: string,
	shape: TableShape<Key>,
): TableState<Key> {
	const { prefix = "" } = shape;
	const query = queryOf(path);
	const pageSize =
		chosenSize(query.get(`${prefix}rows`)) ?? shape.pageSize ?? 50;
	const page = Number(query.get(`${prefix}page`) ?? "1");
	const validPage = Number.isSafeInteger(page) && page > 0 ? page : 1;
	const filters = (shape.filters ?? []).flatMap((name) => {
		const value = query.get(prefix + name)?.trim();
		return value ? [[name, value] as const] : [];
	});
	return {
		path,
		prefix,
		sort: sortingOf(query.get(`${prefix}sort`), shape),
		page: validPage,
		pageSize,
		offset: (validPage - 1) * pageSize,
		search: query.get(`${prefix}search`)?.trim() ?? "",
		filters: Object.fromEntries(filters),
	};
}

/** For lists whose order is given: filters and pages only. */
export function readListState(
	path: string,
	shape: Omit<TableShape<string>, "sortable" | "sort">,
): TableState {
	return readTableState<string>(path, {
		...shape,
		sortable: [],
		sort: { key: "", direction: "ascending" },
	});
}

/** The address of the same view on another page. */
export function pageHref(state: TableState, page: number): string {
	return changedHref(state, { page: page === 1 ? undefined : `${page}` });
}

/** How many rows a page may have, for whoever prefers one long list. */
export const pageSizes = [50, 100, 250] as const;

/** The address of the same list with more or fewer rows on a page, from its beginning. */
export function sizeHref(state: TableState, rows: number): string {
	return changedHref(state, { rows: `${rows}`, page: undefined });
}

/** The address of the same rows in another order; the same column again turns it round. Goes back to the first page. */
export function sortHref<Key extends string>(
	state: TableState<Key>,
	key: Key,
): string {
	const isTurned =
		state.sort.key === key && state.sort.direction === "ascending";
	return changedHref(state, {
		sort: isTurned ? `-${key}` : key,
		page: undefined,
	});
}

/** The address without search, filters and page. */
export function clearedHref(state: TableState): string {
	const names = ["search", "page", ...Object.keys(state.filters)];
	return changedHref(
		state,
		Object.fromEntries(names.map((name) => [name, undefined])),
	);
}

export function isFiltered(state: TableState): boolean {
	return state.search !== "" || Object.keys(state.filters).length > 0;
}

/** Parameters a filter form must carry along: everything that is not one of its own fields and not the page. */
export function carriedParameters(
	state: TableState,
	fields: readonly string[],
): readonly (readonly [string, string])[] {
	const own = new Set([...fields, "page"].map((field) => state.prefix + field));
	return [...queryOf(state.path)].filter(([name]) => !own.has(name));
}

/** For lists short enough to sort in memory: one page of the rows in the state's order. */
export function arrangeRows<Row, Key extends string>(
	rows: readonly Row[],
	state: TableState<Key>,
	value: (row: Row, key: Key) => string | number | null,
): readonly Row[] {
	const sign = state.sort.direction === "ascending" ? 1 : -1;
	return rows
		.toSorted((one, other) =>
			compare(value(one, state.sort.key), value(other, state.sort.key), sign),
		)
		.slice(state.offset, state.offset + state.pageSize);
}

function chosenSize(asked: string | null): number | undefined {
	return pageSizes.find((size) => `${size}` === asked);
}

function sortingOf<Key extends string>(
	asked: string | null,
	shape: TableShape<Key>,
): Sorting<Key> {
	const key = shape.sortable.find((each) => each === asked?.replace(/^-/, ""));
	return key === undefined
		? shape.sort
		: { key, direction: asked?.startsWith("-") ? "descending" : "ascending" };
}

function changedHref(
	state: TableState,
	changes: Readonly<Record<string, string | undefined>>,
): string {
	const query = queryOf(state.path);
	for (const [name, value] of Object.entries(changes)) {
		query.delete(state.prefix + name);
		if (value !== undefined) query.set(state.prefix + name, value);
	}
	const text = query.toString();
	return pathOf(state.path) + (text && `?${text}`);
}

function queryOf(path: string): URLSearchParams {
	const start = path.indexOf("?");
	return new URLSearchParams(start < 0 ? "" : path.slice(start + 1));
}

export function pathOf(path: string): string {
	return path.split("?", 1)[0] ?? path;
}

// What is missing comes last in either direction.
function compare(
	one: string | number | null,
	other: string | number | null,
	sign: number,
): number {
	if (one === null || other === null)
		return Number(one === null) - Number(other === null);
	return typeof one === "number" && typeof other === "number"
		? sign * (one - other)
		: sign * String(one).localeCompare(String(other));
}
