import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { sharedData, skipWithout } from "../../../../test/shared-data.ts";
import test from "node:test";
import { strToU8, zipSync } from "fflate";
import { establishedWorld, type World } from "../../../../test/world.ts";
import { transact } from "../../../platform/database/database.ts";
import { signIn } from "../../sign-in/commands.ts";
import { readTable } from "../../../platform/spreadsheet/read-table.ts";
import type { Table } from "../../../platform/spreadsheet/table.ts";
import {
	asOwner,
	csv,
	decide,
	everything,
	filledIn,
	HEAD,
	importFile,
	importIn,
	press,
	preview,
	upload,
} from "./import-cast.test.ts";

const GOOD = "1,Wei,Chen,wei@meridian.example,Director,";
const BAD = "2,Ingrid,Solberg,not an address,Chief Risk Officer,";

test("one bad row: everything or, as somebody chooses, the good rows", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	const before = await everything(world);
	const seen = await preview(world, ruth, csv(HEAD, GOOD, BAD));
	assert.match(seen.page.text, /1 new 0 changed 0 unchanged 1 cannot be taken/);
	assert.match(
		seen.page.text,
		/3 E-mail Not an e-mail address. not an address/,
	);
	assert.doesNotMatch(seen.page.text, /Import all/);
	const forced = await ruth.send(`/people/import/${seen.id}/import`, {
		take: "all",
		hash: /name="hash" value="([^"]+)"/.exec(seen.page.html)?.[1] ?? "",
	});
	assert.equal(forced.status, 409);
	await world.workJobs();
	assert.deepEqual(await everything(world), before);
	const done = await decide(world, ruth, seen);
	assert.match(done.text, /1 new 0 changed 0 marked as left 1 not taken/);
	const { rows } = await asOwner(
		world,
		"select last_name from person order by 1",
	);
	assert.deepEqual(
		rows.map((row) => row.last_name),
		["Chen", "Feld", "Nwosu"],
	);
});

test("the rows not taken come back as a workbook that can be mended and brought again", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	const { id } = await importFile(world, ruth, csv(HEAD, GOOD, BAD));
	const { headers, rows } = await rowsToMend(world, id);
	assert.deepEqual(headers, [...HEAD.split(","), "What is wrong"]);
	const [row = []] = rows;
	assert.equal(row.at(-1), "E-mail: Not an e-mail address.");
	const mended = csv(
		headers.join(","),
		row.with(3, "ingrid@meridian.example").join(","),
	);
	const again = await importFile(world, ruth, mended);
	assert.match(again.page.text, /1 new 0 changed/);
	const gone = await ruth.get(`/people/import/${id}/rows-to-mend.xlsx`);
	assert.equal(gone.status, 404);
});

test("a file returned in German and brought again in English is returned with one column of what is wrong", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	await ruth.post("/preferences", { locale: "de" });
	const asked = await upload(ruth, csv(HEAD, GOOD, BAD));
	const german = importIn(asked);
	const columns = `/people/import/${german}/columns`;
	await ruth.post(columns, filledIn(asked.html, columns));
	await world.workJobs();
	const page = await ruth.get(`/people/import/${german}`);
	await decide(world, ruth, { id: german, page });
	const first = await rowsToMend(world, german);
	assert.deepEqual(first.headers, [...HEAD.split(","), "Was nicht stimmt"]);
	await ruth.post("/preferences", { locale: "en" });
	const [row = []] = first.rows;
	const again = await importFile(
		world,
		ruth,
		csv(
			first.headers.join(","),
			row.join(","),
			"3,Jola,Brandt,jola@meridian.example,Director,,",
		),
	);
	const second = await rowsToMend(world, again.id);
	assert.deepEqual(second.headers, [...HEAD.split(","), "What is wrong"]);
	assert.deepEqual(second.rows, [
		row.with(-1, "E-mail: Not an e-mail address."),
	]);
});

test("a database that fails in the middle leaves nothing behind, and says so", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	const seen = await preview(world, ruth, csv(HEAD, GOOD));
	await asOwner(
		world,
		"alter table employment add constraint poison check (employee_number <> '1')",
	);
	const before = await everything(world);
	await press(ruth, seen);
	await world.workJobs();
	const page = await ruth.get(`/people/import/${seen.id}`);
	assert.match(page.text, /Nothing was imported/);
	assert.match(page.text, /Nothing was written/);
	assert.deepEqual(await everything(world), before);
});

for (const [what, file, words] of [
	["an empty file", new File([], "people.csv"), /This file is empty/],
	["a header alone", csv(HEAD), /has a header but no rows/],
	[
		"a PDF",
		new File(["%PDF-1.7 …"], "people.csv"),
		/no table that can be read/,
	],
	["a zip bomb", bomb(), /unpacks to far more than it should/],
	["no file", new File([], ""), /Choose a file/],
] as const)
	test(`${what} is refused where it was chosen`, async () => {
		await using world = await establishedWorld();
		const ruth = await world.as(world.ruth);
		const seen = await upload(ruth, file);
		assert.equal(seen.status, 422);
		assert.match(seen.text, words);
		const { rows } = await asOwner(world, "select id from people_import");
		assert.deepEqual(rows, []);
	});

test("a file over 20 MB is refused while it streams in, however much would follow", async () => {
	await using world = await establishedWorld();
	let sent = 0;
	const endless = new ReadableStream<Uint8Array>({
		pull(controller) {
			sent += 1_000_000;
			controller.enqueue(new Uint8Array(1_000_000));
		},
	});
	const streaming: RequestInit & { readonly duplex: "half" } = {
		method: "POST",
		body: endless,
		duplex: "half",
		headers: {
			...(await cookie(world)),
			"content-type": "multipart/form-data; boundary=x",
			"sec-fetch-site": "same-origin",
		},
	};
	const response = await world.app.request("/people/import", streaming);
	assert.equal(response.status, 413);
	assert.match(await response.text(), /larger than 20 MB/);
	assert.ok(sent < 25_000_000, `${sent} bytes were taken`);
});

const NAUGHTY = sharedData("naughty-strings/blns.json");

test("naughty strings go through every page escaped, and into the directory as they are", {
	skip: skipWithout("naughty-strings/blns.json"),
}, async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	const strings: string[] = JSON.parse(readFileSync(NAUGHTY, "utf8"));
	const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
	const file = csv(
		`E-mail,First name,Job title,${quoted("<script>alert(1)</script>")}`,
		...strings.map(
			(text, at) =>
				`p${at}@meridian.example,Ann,${quoted(text)},${quoted(text)}`,
		),
	);
	const seen = await preview(world, ruth, file, {
		columns: { "target-3": "new:text" },
	});
	for (const show of ["problems", "new"])
		for (const page of [1, 2, 11]) {
			const { html, status } = await ruth.get(
				`/people/import/${seen.id}?show=${show}&page=${page}`,
			);
			assert.equal(status, 200);
			assert.doesNotMatch(html, /<script>|<img|<svg[^>]*onload|<iframe/i);
		}
	const done = await decide(world, ruth, seen);
	assert.match(done.text, /are imported/);
	const { rows } = await asOwner(
		world,
		"select email, job_title from person where first_name = 'Ann'",
	);
	const titles = new Map(rows.map((row) => [row.email, row.job_title]));
	const kept = strings.filter(
		(text, at) =>
			titles.get(`p${at}@meridian.example`) ===
			(text.normalize("NFC").replace(/\s+/g, " ").trim() || null),
	);
	assert.ok(kept.length > 480, `${kept.length} kept`);
});

async function rowsToMend(
	world: Parameters<typeof cookie>[0] & Pick<World, "app">,
	id: string,
): Promise<Table> {
	const response = await world.app.request(
		`/people/import/${id}/rows-to-mend.xlsx`,
		{ headers: await cookie(world) },
	);
	assert.equal(response.status, 200);
	const reading = await readTable(new Uint8Array(await response.arrayBuffer()));
	assert.ok(reading.ok);
	return reading.table;
}

async function cookie(world: {
	readonly ruth: string;
	readonly as: (person: string) => Promise<unknown>;
	readonly database: Parameters<typeof signInToken>[0];
}) {
	return {
		cookie: `baton-sign-in=${await signInToken(world.database, world.ruth)}`,
	};
}

async function signInToken(
	database: Parameters<typeof transact>[0],
	person: string,
): Promise<string> {
	return transact(
		database,
		{ actor: { kind: "process", process: "sign-in" }, access: "write" },
		(tx) => signIn(tx, person, { method: "password", device: "test" }),
	);
}

function bomb(): File {
	const zeros = strToU8(`<worksheet>${" ".repeat(130_000_000)}</worksheet>`);
	const bytes = zipSync({
		"xl/workbook.xml": strToU8("<workbook/>"),
		"xl/worksheets/sheet1.xml": [zeros, { level: 1 }],
	});
	return new File([new Uint8Array(bytes)], "people.xlsx");
}
