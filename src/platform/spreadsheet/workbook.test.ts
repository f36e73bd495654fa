import assert from "node:assert/strict";
import { test } from "node:test";
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { readTable } from "./read-table.ts";
import type { Table } from "./table.ts";
import { writeWorkbook } from "./write-workbook.ts";

const STYLES = `<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="00000"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="22"/></cellXfs></styleSheet>`;

/** A workbook whose first sheet holds this XML between its sheetData tags. */
function workbook(sheetData: string, more: Zippable = {}): Uint8Array {
	const parts = unzipSync(
		writeWorkbook([{ name: "People", headers: ["a"], rows: [["x"]] }]),
	);
	return zipSync({
		...parts,
		"xl/worksheets/sheet1.xml": strToU8(
			`<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
		),
		"xl/styles.xml": strToU8(STYLES),
		...more,
	});
}

const HEADER =
	'<row r="1"><c r="A1" t="inlineStr"><is><t>A</t></is></c><c r="B1" t="inlineStr"><is><t>B</t></is></c></row>';

async function read(bytes: Uint8Array, sheet?: string): Promise<Table> {
	const reading = await readTable(bytes, { sheet });
	if (!reading.ok) assert.fail(`refused: ${reading.problem.code}`);
	return reading.table;
}

async function refusal(bytes: Uint8Array, sheet?: string): Promise<string> {
	const reading = await readTable(bytes, { sheet });
	return reading.ok ? "read" : reading.problem.code;
}

async function cell(xml: string): Promise<string | undefined> {
	const table = await read(
		workbook(
			`${HEADER}<row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c>${xml}</row>`,
		),
	);
	return table.rows[0]?.[1];
}

test("cells come as the text a person would type", async () => {
	assert.equal(await cell('<c r="B2" s="1"><v>45352</v></c>'), "2024-03-01");
	assert.equal(
		await cell('<c r="B2" s="3"><v>45352.354166666664</v></c>'),
		"2024-03-01T08:30:00",
	);
	assert.equal(await cell('<c r="B2"><v>42.0</v></c>'), "42");
	assert.equal(await cell('<c r="B2"><v>0.30000000000000004</v></c>'), "0.3");
	assert.equal(
		await cell('<c r="B2"><v>12345678901234567890</v></c>'),
		"12345678901234567890",
	);
	assert.equal(await cell('<c r="B2" s="2"><v>42</v></c>'), "00042");
	assert.equal(await cell('<c r="B2" t="b"><v>1</v></c>'), "TRUE");
	assert.equal(
		await cell('<c r="B2" t="str"><f>A1&amp;"!"</f><v>done</v></c>'),
		"done",
	);
	assert.equal(await cell('<c r="B2"><f>1+1</f><v>2</v></c>'), "2");
});

test("a formula without a value is read as empty and told", async () => {
	const table = await read(
		workbook(
			`${HEADER}<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="e"><f>NA()</f><v>#N/A</v></c></row>`,
		),
	);
	assert.deepEqual(table.rows, [["1", ""]]);
	assert.deepEqual(table.notes, [
		{ code: "formula-error", row: 2, column: "B" },
	]);
});

test("rows are numbered as in Excel, gaps and all", async () => {
	const table = await read(
		workbook(
			`<row r="3"><c r="B3" t="str"><v>Name</v></c></row><row r="7"><c r="B7" t="str"><v>Wei</v></c></row>`,
		),
	);
	assert.deepEqual(table.headers, ["Name"]);
	assert.deepEqual([table.rows, table.rowNumbers], [[["Wei"]], [7]]);
});

test("the first sheet with anything in it is read, or the one asked for", async () => {
	const bytes = writeWorkbook([
		{ name: "Empty", headers: [], rows: [] },
		{ name: "People", headers: ["Name"], rows: [["Wei"]] },
		{ name: "Ruth & Co", headers: ["Other"], rows: [["x"]] },
	]);
	assert.equal((await read(bytes)).sheet, "People");
	assert.deepEqual((await read(bytes, "Ruth & Co")).headers, ["Other"]);
	assert.deepEqual((await read(bytes)).sheets, [
		"Empty",
		"People",
		"Ruth & Co",
	]);
	assert.equal(await refusal(bytes, "Nowhere"), "unknown-sheet");
});

test("an address far out is refused before the gap to it is filled", async () => {
	const far = (row: string) =>
		workbook(`${HEADER}<row r="${row}"><c r="A${row}"><v>1</v></c></row>`);
	assert.equal(await refusal(far("1048576")), "too-many-rows");
	assert.equal(await refusal(far("999999999999")), "damaged");
	assert.equal(await refusal(far("1e9")), "damaged");
	assert.equal(await refusal(far("&#57;99999999")), "damaged");
	assert.equal(
		await refusal(workbook('<row r="1"><c r="XFE1"><v>1</v></c></row>')),
		"too-many-columns",
	);
	assert.equal(
		await refusal(
			workbook(
				'<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
			),
		),
		"too-many-columns",
	);
});

test("a zip bomb is refused by what it declares, and by what comes out when it lies", async () => {
	const zeros = strToU8(`<worksheet>${" ".repeat(130_000_000)}</worksheet>`);
	const bomb = workbook("", {
		"xl/worksheets/sheet1.xml": [zeros, { level: 1 }],
	});
	assert.ok(bomb.length < 2_000_000);
	assert.equal(await refusal(bomb), "archive-bomb");
	assert.equal(await refusal(withDeclaredSizes(bomb, 1000)), "archive-bomb");
	const crowd = Object.fromEntries(
		Array.from({ length: 2100 }, (_, at) => [
			`xl/worksheets/s${at}.xml`,
			strToU8("x"),
		]),
	);
	assert.equal(await refusal(workbook("", crowd)), "archive-bomb");
});

test("other archives are refused by what they are", async () => {
	const document = zipSync({ "word/document.xml": strToU8("<w/>") });
	const calc = zipSync({
		mimetype: [
			strToU8("application/vnd.oasis.opendocument.spreadsheet"),
			{ level: 0 },
		],
		"content.xml": strToU8("<x/>"),
	});
	const binary = zipSync({ "xl/workbook.bin": strToU8("x") });
	assert.equal(await refusal(document), "other-archive");
	assert.equal(await refusal(calc), "open-document");
	assert.equal(await refusal(binary), "binary-workbook");
	assert.equal(await refusal(encrypted(workbook(HEADER))), "encrypted");
	assert.equal(
		await refusal(zipSync({ "xl/workbook.xml": strToU8("no markup") })),
		"damaged",
	);
	assert.equal(
		await refusal(workbook("<row r='1'><c r='A1' t='s'><v>999</v></c></row>")),
		"damaged",
	);
});

test("a written workbook holds text only, and says so", () => {
	const parts = unzipSync(
		writeWorkbook([
			{ name: "a/b:c", headers: ["h"], rows: [["=1+1"], ["constructor"]] },
		]),
	);
	const sheet = strFromU8(
		parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array(),
	);
	assert.ok(!sheet.includes("<f>"));
	assert.equal(sheet.match(/t="s"/g)?.length, 3);
	assert.ok(
		strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array()).includes(
			'name="a b c"',
		),
	);
});

/** The same archive with other unpacked sizes in its list of contents. */
function withDeclaredSizes(archive: Uint8Array, size: number): Uint8Array {
	return eachDirectoryEntry(archive, (view, at) =>
		view.setUint32(at + 24, size, true),
	);
}

function encrypted(archive: Uint8Array): Uint8Array {
	return eachDirectoryEntry(archive, (view, at) =>
		view.setUint16(at + 8, 1, true),
	);
}

function eachDirectoryEntry(
	archive: Uint8Array,
	edit: (view: DataView, at: number) => void,
): Uint8Array {
	const bytes = new Uint8Array(archive);
	const view = new DataView(bytes.buffer);
	for (let at = 0; at < bytes.length - 4; at++) {
		if (view.getUint32(at, true) === 0x02014b50) edit(view, at);
	}
	return bytes;
}
