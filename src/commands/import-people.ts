import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { leavingReactions } from "../app.ts";
import { readConfig } from "../config.ts";
import {
	type DirectImport,
	type DirectOutcome,
	importDirectly,
} from "../features/people/import/import-directly.ts";
import { problemSentence } from "../features/people/import/problem-sentence.ts";
import { openPlace } from "../installation.ts";
import { openGround } from "../platform/database/ground.ts";
import { loadLocales } from "../platform/locale/locale.ts";
import type { Io } from "./io.ts";

export const help = `Usage: ./baton import-people FILE [options]

Brings the people of a CSV or Excel file into Baton: new people are added, those known by employee number or e-mail are updated,
nobody is removed. All rows or none, in one transaction. The journal names the process "people-import", and the import can be
undone under People, Imports, while nothing depends on it.

  FILE              .csv, .tsv, .txt or .xlsx, its first row names the columns
  --mapping M       how columns go into fields: the name of one kept in Baton, or a file ending in .json; without it, guessed
  --dry-run         say what would change, and change nothing
  --good-rows REST.xlsx
                    import the rows that can be taken and write the others to this file, instead of all or nothing
  --program P       enrol the people of the file into this program (its name)
  --side S          everyone's side in it: mentor or mentee; without it, as a column says
  --json            print one JSON document
  --demo            in the demonstration's database`;

const options = {
	mapping: { type: "string" },
	"dry-run": { type: "boolean" },
	"good-rows": { type: "string" },
	program: { type: "string" },
	side: { type: "string" },
	json: { type: "boolean" },
	demo: { type: "boolean" },
} as const;

export async function run(args: readonly string[], io: Io): Promise<number> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options,
	});
	const [file, ...rest] = positionals;
	const { side, program } = values;
	const isSide = side === undefined || side === "mentor" || side === "mentee";
	const isUsage =
		file === undefined ||
		rest.length > 0 ||
		!isSide ||
		(side !== undefined && program === undefined);
	if (isUsage) {
		io.stderr(`${help}\n`);
		return 2;
	}
	const bytes = await readOr(file, io);
	const mapping = await mappingFile(values.mapping, io);
	if (bytes === null || mapping === null) return 1;
	loadLocales();
	const outcome = await inDatabase(values.demo ?? false, {
		fileName: basename(file),
		bytes,
		mapping,
		program: program ?? null,
		side: side ?? null,
		isDryRun: values["dry-run"] ?? false,
		takesGoodRows: values["good-rows"] !== undefined,
	});
	if (
		outcome.ok &&
		outcome.returned !== null &&
		values["good-rows"] !== undefined
	)
		await writeFile(values["good-rows"], outcome.returned);
	tell(outcome, values.json ?? false, io);
	return outcome.ok ? 0 : 1;
}

async function readOr(path: string, io: Io): Promise<Uint8Array | null> {
	try {
		return new Uint8Array(await readFile(path));
	} catch {
		io.stderr(`${path} cannot be read.\n`);
		return null;
	}
}

/** A mapping as a person gave it: a name, or the JSON of a file. Undefined: none. Null: it was told that the file is none. */
async function mappingFile(
	given: string | undefined,
	io: Io,
): Promise<DirectImport["mapping"] | null> {
	if (given === undefined) return undefined;
	if (!given.endsWith(".json")) return { name: given };
	const bytes = await readOr(given, io);
	if (bytes === null) return null;
	try {
		const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
		return { json };
	} catch {
		io.stderr(`${given} is not JSON.\n`);
		return null;
	}
}

async function inDatabase(
	isDemonstration: boolean,
	wanted: DirectImport,
): Promise<DirectOutcome> {
	const config = readConfig();
	const ground = await openGround(config);
	try {
		const logins = await (isDemonstration
			? ground.demonstration()
			: ground.home());
		const place = await openPlace(logins, config);
		try {
			return await importDirectly(
				place.database,
				wanted,
				leavingReactions(config.url),
			);
		} finally {
			await place.close();
		}
	} finally {
		await ground.close();
	}
}

const MOST_PROBLEMS_TOLD = 50;

function tell(outcome: DirectOutcome, isJson: boolean, io: Io): void {
	const { problems } = outcome;
	for (const problem of problems.slice(0, isJson ? 0 : MOST_PROBLEMS_TOLD)) {
		const { row, column, severity, value } = problem;
		const place = column === null ? `row ${row}` : `row ${row}, ${column}`;
		const what = `${problemSentence(problem)}${value === "" ? "" : ` (${value})`}`;
		io.stderr(`${place}: ${severity === "error" ? "" : "warning: "}${what}\n`);
	}
	const untold = problems.length - MOST_PROBLEMS_TOLD;
	if (!isJson && untold > 0) io.stderr(`… and ${untold} more.\n`);
	if (!outcome.ok) io.stderr(`${outcome.why}\n`);
	if (isJson) {
		const { ok, figures } = outcome;
		const document = ok
			? {
					imported: outcome.imported,
					import: outcome.id,
					figures,
					problems,
					seconds: outcome.seconds,
				}
			: { imported: false, why: outcome.why, figures, problems };
		io.stdout(`${JSON.stringify(document)}\n`);
	} else if (outcome.figures !== null) {
		const { created, changed, unchanged, refused, missing } = outcome.figures;
		const verb = outcome.ok && outcome.imported ? "" : "would be ";
		io.stdout(
			`${created} ${verb}new, ${changed} ${verb}changed, ${unchanged} unchanged, ${refused} not taken; ${missing} known people are not in the file.\n`,
		);
	}
}
