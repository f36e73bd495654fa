import {
	keyFor,
	type Anchors,
	type Catalogue,
	type Cluster,
	type Competency,
} from "./catalogue.ts";

export const catalogueColumns = [
	"competency",
	"cluster",
	"definition",
	"level 1",
	"level 2",
	"level 3",
	"level 4",
	"level 5",
] as const;
export type CatalogueColumn = (typeof catalogueColumns)[number];

/** Rows count from 1, the header being row 1, as a spreadsheet shows them. */
export type CatalogueProblem =
	| { readonly why: "empty-table" }
	| { readonly why: "column-missing"; readonly column: CatalogueColumn }
	| { readonly why: "column-twice"; readonly column: CatalogueColumn }
	| {
			readonly why: "cell-empty" | "cell-too-long";
			readonly row: number;
			readonly column: CatalogueColumn;
	  }
	| {
			readonly why: "competency-twice";
			readonly row: number;
			readonly column: "competency";
			readonly firstRow: number;
	  };

export type CatalogueReading =
	| { readonly ok: true; readonly catalogue: Catalogue }
	| { readonly ok: false; readonly problems: readonly CatalogueProblem[] };

export const longestName = 120;
export const longestText = 1_000;

/**
 * Reads a catalogue from a table of text: a header row naming the columns in
 * any order (English or German), then one competency a row. Empty rows are
 * passed over, unknown columns too. A name that `existing` knows keeps its key,
 * so levels people gave stay attached. All problems are returned, not the first.
 */
export function readCatalogue(
	rows: readonly (readonly string[])[],
	existing?: Catalogue,
): CatalogueReading {
	const header = rows[0];
	if (header === undefined || header.every((cell) => cell.trim() === "")) {
		return { ok: false, problems: [{ why: "empty-table" }] };
	}
	const places = readHeader(header);
	if (!places.ok) return places;
	const lines = readLines(rows, places.at);
	if (lines.entries.length === 0 && lines.problems.length === 0) {
		return { ok: false, problems: [{ why: "empty-table" }] };
	}
	if (lines.problems.length > 0) return { ok: false, problems: lines.problems };
	return { ok: true, catalogue: assemble(lines.entries, existing) };
}

type Places = Readonly<Record<CatalogueColumn, number>>;
type Entry = Readonly<Record<CatalogueColumn, string>>;

function readHeader(
	header: readonly string[],
):
	| { readonly ok: true; readonly at: Places }
	| { readonly ok: false; readonly problems: readonly CatalogueProblem[] } {
	const problems: CatalogueProblem[] = [];
	const find = (column: CatalogueColumn): number => {
		const found = header.flatMap((cell, place) =>
			columnNamed(cell) === column ? [place] : [],
		);
		if (found.length === 0) problems.push({ why: "column-missing", column });
		if (found.length > 1) problems.push({ why: "column-twice", column });
		return found[0] ?? -1;
	};
	const at = perColumn(find);
	return problems.length === 0 ? { ok: true, at } : { ok: false, problems };
}

function columnNamed(cell: string): CatalogueColumn | undefined {
	const name = cell
		.replace(/^\uFEFF/, "")
		.trim()
		.toLowerCase()
		.replace(/[\s_-]+/g, " ");
	const level = /^(?:level|stufe|anchor|anker) ?([1-5])$/.exec(name)?.[1];
	const said = level === undefined ? (german[name] ?? name) : `level ${level}`;
	return catalogueColumns.find((column) => column === said);
}

const german: Readonly<Record<string, string>> = {
	kompetenz: "competency",
	name: "competency",
	gruppe: "cluster",
	kompetenzfeld: "cluster",
	definition: "definition",
	beschreibung: "definition",
	description: "definition",
};

function readLines(
	rows: readonly (readonly string[])[],
	at: Places,
): {
	readonly entries: readonly Entry[];
	readonly problems: readonly CatalogueProblem[];
} {
	const entries: Entry[] = [];
	const problems: CatalogueProblem[] = [];
	const seen = new Map<string, number>();
	for (const [index, cells] of rows.entries()) {
		if (index === 0 || cells.every((cell) => cell.trim() === "")) continue;
		const row = index + 1;
		const entry = perColumn((column) => tidy(cells[at[column]] ?? ""));
		entries.push(entry);
		for (const column of catalogueColumns) {
			const why = cellTrouble(entry[column], column);
			if (why !== undefined) problems.push({ why, row, column });
		}
		const name = entry.competency.toLowerCase();
		const firstRow = seen.get(name);
		if (firstRow === undefined) seen.set(name, row);
		else if (name !== "") {
			const why = "competency-twice";
			problems.push({ why, row, column: "competency", firstRow });
		}
	}
	return { entries, problems };
}

function cellTrouble(
	text: string,
	column: CatalogueColumn,
): "cell-empty" | "cell-too-long" | undefined {
	const isName = column === "competency" || column === "cluster";
	if (text === "") return "cell-empty";
	if (text.length > (isName ? longestName : longestText)) {
		return "cell-too-long";
	}
	return undefined;
}

function assemble(
	entries: readonly Entry[],
	existing: Catalogue | undefined,
): Catalogue {
	const clusters = keyed(
		entries.map((entry) => entry.cluster),
		existing?.clusters ?? [],
	);
	const keys = keyed(
		entries.map((entry) => entry.competency),
		existing?.competencies ?? [],
	);
	return {
		clusters: [...clusters.values()],
		competencies: entries.map(
			(entry): Competency => ({
				key: keyIn(keys, entry.competency),
				cluster: keyIn(clusters, entry.cluster),
				name: entry.competency,
				definition: entry.definition,
				anchors: anchorsOf(entry),
			}),
		),
	};
}

/** A key for each distinct name, in order; names compare without case. */
function keyed(
	names: readonly string[],
	known: readonly Cluster[],
): ReadonlyMap<string, Cluster> {
	const taken = new Set(known.map(({ key }) => key));
	const found = new Map<string, Cluster>();
	for (const name of names) {
		const folded = name.toLowerCase();
		if (found.has(folded)) continue;
		const same = known.find((one) => one.name.toLowerCase() === folded);
		const key = same?.key ?? keyFor(name, taken);
		taken.add(key);
		found.set(folded, { key, name });
	}
	return found;
}

function keyIn(keys: ReadonlyMap<string, Cluster>, name: string): string {
	return keys.get(name.toLowerCase())?.key ?? "";
}

function anchorsOf(entry: Entry): Anchors {
	return [
		entry["level 1"],
		entry["level 2"],
		entry["level 3"],
		entry["level 4"],
		entry["level 5"],
	];
}

function tidy(cell: string): string {
	return cell.normalize("NFC").trim().replace(/\s+/g, " ");
}

function perColumn<T>(
	make: (column: CatalogueColumn) => T,
): Readonly<Record<CatalogueColumn, T>> {
	return {
		competency: make("competency"),
		cluster: make("cluster"),
		definition: make("definition"),
		"level 1": make("level 1"),
		"level 2": make("level 2"),
		"level 3": make("level 3"),
		"level 4": make("level 4"),
		"level 5": make("level 5"),
	};
}
