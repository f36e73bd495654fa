import { readDelimited } from "./delimited.ts";
import { fileKind } from "./file-kind.ts";
import {
	LARGEST_FILE_BYTES,
	type ReadingChoices,
	type TableReading,
} from "./table.ts";
import { readWorkbook } from "./workbook.ts";

/**
 * Reads a file of rows, delimited text or an Excel workbook, told apart by its content. Cells come back as text, unchanged: trimming and
 * meaning belong to whoever reads the table. Never throws for what a file holds. It computes without a pause: a server calls
 * readTableInWorker instead.
 */
export async function readTable(
	bytes: Uint8Array,
	choices: ReadingChoices = {},
): Promise<TableReading> {
	if (bytes.length > LARGEST_FILE_BYTES) {
		return {
			ok: false,
			problem: { code: "too-large", limitBytes: LARGEST_FILE_BYTES },
		};
	}
	const file = fileKind(bytes);
	switch (file.kind) {
		case "refused":
			return { ok: false, problem: file.problem };
		case "archive":
			return readWorkbook(bytes, choices);
		case "text":
			return readDelimited(bytes, choices);
	}
}
