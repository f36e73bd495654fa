import { z } from "zod";
import type {
	Catalogue,
	Competency,
} from "../../domain/competencies/catalogue.ts";
import {
	catalogueColumns,
	type CatalogueProblem,
	readCatalogue,
} from "../../domain/competencies/read-catalogue.ts";
import {
	type CatalogueChange,
	changesBetween,
} from "../../domain/competencies/version.ts";
import { readTableInWorker } from "../../platform/spreadsheet/read-in-worker.ts";
import { writeCsv } from "../../platform/spreadsheet/write-csv.ts";
import { fileProblemSentence } from "./file-problem.ts";

/** The catalogue as a file that can be changed in a spreadsheet and read again. */
export function catalogueAsCsv(catalogue: Catalogue): Uint8Array {
	return writeCsv(
		catalogueColumns,
		catalogue.competencies.map((each) => [
			each.name,
			each.cluster,
			each.definition,
			...each.anchors,
		]),
	);
}

export type FileReading =
	| { readonly ok: true; readonly rows: readonly (readonly string[])[] }
	| { readonly ok: false; readonly problem: string };

/** The rows of an uploaded file, the header first; blank rows stand in, so that row numbers stay those of the spreadsheet. */
export async function readRows(file: File): Promise<FileReading> {
	const bytes = new Uint8Array(await file.arrayBuffer());
	const reading = await readTableInWorker(bytes);
	if (!reading.ok)
		return { ok: false, problem: fileProblemSentence(reading.problem) };
	const { headers, rows, rowNumbers } = reading.table;
	const placed: (readonly string[])[] = [headers];
	for (const [index, row] of rows.entries()) {
		const number = rowNumbers[index] ?? placed.length + 1;
		while (placed.length < number - 1) placed.push([]);
		placed.push(row);
	}
	return { ok: true, rows: placed };
}

/** What adopting the file would change: by competency, in the order of the new catalogue. */
export type Preview = {
	readonly draft: Catalogue;
	readonly changed: readonly {
		readonly competency: Competency;
		readonly changes: readonly CatalogueChange[];
	}[];
	readonly missing: readonly Competency[];
	readonly same: number;
};

export type Judgement =
	| { readonly ok: true; readonly preview: Preview }
	| { readonly ok: false; readonly problems: readonly CatalogueProblem[] };

/** Reads the rows against the catalogue as it stands. */
export function judgeRows(
	rows: readonly (readonly string[])[],
	current: Catalogue,
): Judgement {
	const reading = readCatalogue(rows, current);
	if (!reading.ok) return reading;
	const draft = withClusterNames(reading.catalogue);
	const changes = changesBetween(current, draft);
	const changed = draft.competencies.flatMap((competency) => {
		const own = changes.filter(
			({ what, key }) => key === competency.key && !what.startsWith("cluster-"),
		);
		return own.length === 0 ? [] : [{ competency, changes: own }];
	});
	const kept = new Set(draft.competencies.map(({ key }) => key));
	const missing = current.competencies.filter(({ key }) => !kept.has(key));
	const same = draft.competencies.length - changed.length;
	return { ok: true, preview: { draft, changed, missing, same } };
}

/** The draft with what the file leaves out, each where it stood. */
export function withMissing(draft: Catalogue, current: Catalogue): Catalogue {
	const byKey = new Map(draft.competencies.map((each) => [each.key, each]));
	const known = new Set(current.competencies.map(({ key }) => key));
	const competencies = [
		...current.competencies.map((each) => byKey.get(each.key) ?? each),
		...draft.competencies.filter(({ key }) => !known.has(key)),
	];
	return {
		clusters: [...draft.clusters, ...current.clusters],
		competencies,
	};
}

/** The rows as the preview's form carried them; undefined for anything else. */
export function unpackRows(packed: string): readonly string[][] | undefined {
	try {
		return packedRows.parse(JSON.parse(packed));
	} catch {
		return undefined;
	}
}

const packedRows = z.array(z.array(z.string())).max(2_000);

// The organisation knows clusters by their name.
function withClusterNames(catalogue: Catalogue): Catalogue {
	const names = new Map(catalogue.clusters.map(({ key, name }) => [key, name]));
	const nameOf = (key: string) => names.get(key) ?? key;
	return {
		clusters: catalogue.clusters.map(({ name }) => ({ key: name, name })),
		competencies: catalogue.competencies.map((each) => ({
			...each,
			cluster: nameOf(each.cluster),
		})),
	};
}
