import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { sharedData, skipWithout } from "../../../test/shared-data.ts";
import { test } from "node:test";
import fc from "fast-check";
import { readTable } from "./read-table.ts";
import type { ReadingChoices, Table } from "./table.ts";
import { writeCsv } from "./write-csv.ts";
import { writeWorkbook } from "./write-workbook.ts";

const NAUGHTY = sharedData("naughty-strings/blns.json");

test("naughty strings come through text and workbooks as they were", {
	skip: skipWithout("naughty-strings/blns.json"),
}, async () => {
	const strings: string[] = JSON.parse(readFileSync(NAUGHTY, "utf8"));
	assert.equal(strings.length, 515);
	const rows = strings.map((text, at) => [String(at), text]);
	const quoted = [
		"n,text",
		...rows.map(([n, text]) => `${n},"${text?.replaceAll('"', '""')}"`),
	].join("\n");
	assert.deepEqual((await read(quoted)).rows, rows);
	assert.deepEqual(
		(await read(writeWorkbook([{ name: "A", headers: ["n", "text"], rows }])))
			.rows,
		rows,
	);
	const guarded = (await read(writeCsv(["n", "text"], rows))).rows;
	const changed = guarded.filter(([, text], at) => text !== strings[at]);
	assert.equal(changed.length, 27);
	for (const [n, text] of changed) assert.equal(text, `'${strings[Number(n)]}`);
});

test("no cell of a written file is a formula", () => {
	const risky = [
		"=1+1",
		"+1",
		"-1",
		"@x",
		"\t=1",
		"\r=1",
		"\n=1",
		" =1",
		"\u0000=1",
		" \u0000=1",
		"\uFF1D1",
		"\uFF0B1",
		"\uFF0D1",
		"\uFF201",
	];
	const text = Buffer.from(
		writeCsv(
			["=h"],
			risky.map((cell) => [cell]),
		),
	).toString();
	assert.ok(text.startsWith('\uFEFF"\'=h"'));
	assert.equal(text.split("\"'").length - 1, risky.length + 1);
});

test("what is written is read back", async () => {
	const cell = fc
		.string({ unit: "binary" })
		.map((text) => text.toWellFormed().replaceAll("\uFFFD", "?"));
	const rows = fc.array(fc.tuple(fc.constant("id"), cell, cell), {
		minLength: 1,
		maxLength: 6,
	});
	await fc.assert(
		fc.asyncProperty(rows, async (cells) => {
			const table = await read(
				writeWorkbook([
					{ name: "People", headers: ["a", "b", "c"], rows: cells },
				]),
			);
			assert.deepEqual(table.rows, cells);
			const text = [
				"a,b,c",
				...cells.map((each) =>
					each.map((one) => `"${one.replaceAll('"', '""')}"`).join(","),
				),
			];
			const again = await readTable(Buffer.from(text.join("\n")));
			if (again.ok) assert.deepEqual(again.table.rows, cells);
			else assert.equal(again.problem.code, "not-a-table");
		}),
	);
});

test("mutated files are read or refused, never an error", async () => {
	const rows = [
		["Wei", "wei@example.org", "1,5"],
		["Jola", 'say "hi"', "two\nlines"],
	];
	const seeds = [
		writeCsv(["a", "b", "c"], rows),
		writeWorkbook([{ name: "A", headers: ["a", "b", "c"], rows }]),
		Buffer.from("a;b\n1;2\n", "utf16le"),
	];
	const change = fc.record({
		at: fc.nat(),
		byte: fc.integer({ min: 0, max: 255 }),
		cut: fc.nat({ max: 3 }),
	});
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...seeds),
			fc.array(change, { minLength: 1, maxLength: 8 }),
			async (seed, changes) => {
				let bytes = Buffer.from(seed);
				for (const { at, byte, cut } of changes) {
					const from = at % bytes.length;
					bytes = Buffer.concat([
						bytes.subarray(0, from),
						Buffer.from([byte]),
						bytes.subarray(from + cut),
					]);
				}
				const reading = await readTable(bytes);
				if (!reading.ok) return;
				const { headers, rows: read, rowNumbers } = reading.table;
				assert.ok(read.every((each) => each.length === headers.length));
				assert.equal(read.length, rowNumbers.length);
			},
		),
		{ numRuns: 400 },
	);
});

async function read(
	content: string | Uint8Array,
	choices: ReadingChoices = {},
): Promise<Table> {
	const bytes = typeof content === "string" ? Buffer.from(content) : content;
	const reading = await readTable(bytes, choices);
	if (!reading.ok) assert.fail(`refused: ${reading.problem.code}`);
	return reading.table;
}
