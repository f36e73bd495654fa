import { CsvError, parse } from "csv-parse/sync";
import { decodeText } from "./encoding.ts";
import { textProblem } from "./file-kind.ts";
import { detectSeparator } from "./separator.ts";
import { shapeTable } from "./shape.ts";
import {
	type ReadingChoices,
	SEPARATORS,
	type Separator,
	type TableReading,
} from "./table.ts";

/** Reads comma-, semicolon-, tab- or bar-separated text. Cells keep every character; a quote in the middle of a cell is a quote. */
export function readDelimited(
	bytes: Uint8Array,
	choices: ReadingChoices,
): TableReading {
	const { text, encoding, undecodable } = decodeText(bytes, choices.encoding);
	const problem = textProblem(text);
	if (problem !== null) return { ok: false, problem };
	if (text.trim() === "") return { ok: false, problem: { code: "empty" } };
	const hint = separatorHint(text);
	const body = text.slice(hint.length);
	const separator =
		choices.separator ?? hint.separator ?? detectSeparator(body);
	const records = recordsOf(body, separator);
	if (!records.ok) return records;
	return shapeTable({
		records: records.records,
		notes: undecodable
			? [{ code: "undecodable-bytes", count: undecodable }]
			: [],
		sheet: null,
		sheets: [],
		encoding,
		separator,
	});
}

/** Excel reads and writes a first line such as `sep=;`, which belongs to no row. */
function separatorHint(text: string): {
	separator: Separator | null;
	length: number;
} {
	const match = /^"?sep=([,;\t|])"?(?:\r\n|\r|\n)/i.exec(text);
	const separator = SEPARATORS.find((known) => known === match?.[1]) ?? null;
	return { separator, length: match?.[0].length ?? 0 };
}

type Records =
	| { readonly ok: true; readonly records: readonly string[][] }
	| {
			readonly ok: false;
			readonly problem: { code: "unclosed-quote"; row: number };
	  };

function recordsOf(text: string, separator: Separator): Records {
	const records: string[][] = [];
	try {
		parse(text, {
			delimiter: separator,
			record_delimiter: ["\r\n", "\n", "\r"],
			relax_column_count: true,
			relax_quotes: true,
			skip_empty_lines: false,
			on_record: (record: string[]) => {
				records.push(record);
				return null;
			},
		});
		return { ok: true, records };
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		return {
			ok: false,
			problem: { code: "unclosed-quote", row: records.length + 1 },
		};
	}
}
