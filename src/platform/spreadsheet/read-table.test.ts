import assert from "node:assert/strict";
import { test } from "node:test";
import { readTableInWorker } from "./read-in-worker.ts";
import { readTable } from "./read-table.ts";
import type { ReadingChoices, Table } from "./table.ts";
import { writeWorkbook } from "./write-workbook.ts";

async function read(
	content: string | Uint8Array,
	choices: ReadingChoices = {},
): Promise<Table> {
	const bytes = typeof content === "string" ? Buffer.from(content) : content;
	const reading = await readTable(bytes, choices);
	if (!reading.ok) assert.fail(`refused: ${reading.problem.code}`);
	return reading.table;
}

async function refusal(content: string | Uint8Array): Promise<string> {
	const bytes = typeof content === "string" ? Buffer.from(content) : content;
	const reading = await readTable(bytes);
	return reading.ok ? "read" : reading.problem.code;
}

test("commas, semicolons, tabs and bars are told apart outside quotes", async () => {
	for (const separator of [",", ";", "\t", "|"]) {
		const lines = [
			["Name", "Notes"],
			["Wei", '"a,b;c|d\te"'],
			["Jola", '"x, y"'],
		];
		const table = await read(
			lines.map((line) => line.join(separator)).join("\n"),
		);
		assert.equal(table.separator, separator);
		assert.deepEqual(table.rows, [
			["Wei", "a,b;c|d\te"],
			["Jola", "x, y"],
		]);
	}
});

test("semicolons inside the cells of a comma file stay where they are", async () => {
	const table = await read(
		"Name,Offers\nWei,Strategy:4; Finance\nJola,Strategy; Law; Risk\n",
	);
	assert.equal(table.separator, ",");
	assert.deepEqual(table.rows[1], ["Jola", "Strategy; Law; Risk"]);
});

test("Excel's separator line belongs to no row", async () => {
	const table = await read("sep=;\r\na;b\r\n1;2\r\n");
	assert.deepEqual(
		[table.headers, table.rows, table.rowNumbers],
		[["a", "b"], [["1", "2"]], [2]],
	);
});

test("quoted line breaks, doubled quotes and stray quotes keep their text", async () => {
	const table = await read('a,b\n"one\r\ntwo","say ""hi"""\n5" pipe,O"Neil\n');
	assert.deepEqual(table.rows, [
		["one\r\ntwo", 'say "hi"'],
		['5" pipe', 'O"Neil'],
	]);
	assert.deepEqual(table.rowNumbers, [2, 3]);
});

test("every encoding people send is recognised", async () => {
	const text = "Name;Ort\nJürgen Müller;Köln\n";
	const utf16 = Buffer.from(text, "utf16le");
	const encoded: [string, Uint8Array][] = [
		["utf-8", Buffer.from(text)],
		["utf-8", Buffer.from(`\uFEFF${text}`)],
		["utf-16le", Buffer.from(`\uFEFF${text}`, "utf16le")],
		["utf-16le", utf16],
		["utf-16be", Buffer.from(`\uFEFF${text}`, "utf16le").swap16()],
		["utf-16be", Buffer.from(utf16).swap16()],
		["windows-1252", Buffer.from(text, "latin1")],
	];
	for (const [encoding, bytes] of encoded) {
		const table = await read(bytes);
		assert.equal(table.encoding, encoding);
		assert.deepEqual(table.headers, ["Name", "Ort"]);
		assert.deepEqual(table.rows, [["Jürgen Müller", "Köln"]]);
	}
});

test("a chosen encoding is obeyed", async () => {
	const bytes = Buffer.from([
		...Buffer.from("a,b\n"),
		0xb3,
		0xf3,
		0x64,
		0xbc,
		...Buffer.from(",x\n"),
	]);
	assert.deepEqual((await read(bytes, { encoding: "windows-1250" })).rows, [
		["łódĽ", "x"],
	]);
});

test("broken bytes in a UTF-8 file are counted, not turned into other letters everywhere", async () => {
	const bytes = Buffer.concat([
		Buffer.from("name\nJürgen, ä, ö, ü, é, ß\nx"),
		Buffer.from([0xff]),
		Buffer.from("\n"),
	]);
	const table = await read(bytes, { separator: ";" });
	assert.deepEqual(table.notes, [{ code: "undecodable-bytes", count: 1 }]);
	assert.equal(table.rows[0]?.[0], "Jürgen, ä, ö, ü, é, ß");
});

test("half a surrogate pair becomes the replacement character and is counted", async () => {
	const bytes = Buffer.concat([
		Buffer.from([0xff, 0xfe]),
		Buffer.from("a,b\nx", "utf16le"),
		Buffer.from([0x00, 0xd8]),
		Buffer.from(",y\n", "utf16le"),
	]);
	const table = await read(bytes);
	assert.deepEqual(table.rows, [["x\uFFFD", "y"]]);
	assert.deepEqual(table.notes, [{ code: "undecodable-bytes", count: 1 }]);
});

test("rows with too many or too few cells are told by number; blank rows only count", async () => {
	const table = await read("a,b\n1,2\n\n1,2,3\n1\n1,2,,\n,\n");
	assert.deepEqual(table.rowNumbers, [2, 4, 5, 6]);
	assert.deepEqual(table.ragged, [
		{ row: 4, cells: 3, expected: 2 },
		{ row: 5, cells: 1, expected: 2 },
	]);
	assert.deepEqual(table.rows, [
		["1", "2"],
		["1", "2"],
		["1", ""],
		["1", "2"],
	]);
});

test("columns get a name of their own", async () => {
	const table = await read(
		"Mail,mail,,  Job\n title \n1,2,3,4\n".replace("Job\n title", "Job  title"),
	);
	assert.deepEqual(table.headers, ["Mail", "mail (2)", "C", "Job title"]);
	assert.deepEqual(
		table.notes.map((note) => note.code),
		["duplicate-header", "unnamed-column"],
	);
});

test("files that are no tables are refused by what they are", async () => {
	const zip = (name: string) =>
		writeWorkbook([{ name: "A", headers: [name], rows: [["x"]] }]);
	const compound = Buffer.from("d0cf11e0a1b11ae1", "hex");
	const cases: [string, string | Uint8Array][] = [
		["empty", ""],
		["empty", "\uFEFF \r\n\r\n"],
		["header-only", "a,b,c\n"],
		["pdf", "%PDF-1.7 x"],
		["web-page", "<html><table><tr><td>x</td></tr></table></html>"],
		["old-excel", Buffer.concat([compound, Buffer.alloc(600)])],
		[
			"encrypted",
			Buffer.concat([compound, Buffer.from("EncryptedPackage", "utf16le")]),
		],
		["not-a-table", Buffer.from("89504e470d0a1a0a", "hex")],
		[
			"not-a-table",
			Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 7) % 256)),
		],
		["damaged", zip("x").subarray(0, 300)],
		["unclosed-quote", 'a,b\n"1,2\n3,4\n'],
		["too-large", new Uint8Array(20_000_001)],
	];
	for (const [code, content] of cases) {
		assert.equal(await refusal(content), code);
	}
});

test("a thread of its own reads the same", async () => {
	const bytes = Buffer.from("a;b\n1;2\n");
	assert.deepEqual(await readTableInWorker(bytes), await readTable(bytes));
	assert.deepEqual(await readTableInWorker(Buffer.from("")), {
		ok: false,
		problem: { code: "empty" },
	});
});
