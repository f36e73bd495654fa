// Checking a million journal entries, beside a bare read of the same rows through the same driver in the same portions: what is above it is
// the price of hashing and comparing. And what sealing costs the writer: entries written with and without the row that lets them wait.
import { randomBytes } from "node:crypto";
import pg from "pg";
import { checkJournal } from "../src/platform/journal/check.ts";
import { signerFrom } from "../src/platform/journal/checkpoint.ts";
import { sealJournal } from "../src/platform/journal/seal.ts";
import { entryColumns } from "../src/platform/journal/sealed-row.ts";
import { freshDatabase, startTestServer } from "../test/database.ts";
import { printTable } from "./table.ts";

const portion = 4000;
const signer = signerFrom(randomBytes(32));

export async function run(args: readonly string[]): Promise<void> {
	const entries = Number(args[0] ?? 1_000_000);
	await using server = await startTestServer();
	process.env["BATON_ADMIN_URL"] = server.adminUrl;
	process.env["BATON_TEMPLATE_OWNER_URL"] = server.templateOwnerUrl;
	process.env["BATON_TEMPLATE_APPLICATION_URL"] = server.templateApplicationUrl;
	await using database = await freshDatabase();
	const client = new pg.Client(database.logins.owner);
	await client.connect();
	await client.query(people);
	const written = await seconds(() => write(client, entries));
	const sealed = await seconds(() =>
		sealJournal(database, { signer, now: () => new Date() }),
	);
	await client.query("analyze");
	await readBare(client);
	const read = await seconds(() => readBare(client));
	const memory = largestHeap();
	const checked = await seconds(async () => {
		const check = await checkJournal(client, {
			outside: [],
			keys: [signer.open],
			onProgress: memory.look,
		});
		if (check.size !== entries || check.problemCount > 0)
			throw new Error("the journal does not hold");
	});
	const waits = await writers(client);
	await client.end();
	printTable(
		[`${entries} entries`, "seconds", "entries/s"],
		[
			["written (one statement)", written],
			["sealed", sealed],
			["bare read of the same rows", read],
			["check-journal", checked],
		].map(([name, time]) => [
			String(name),
			Number(time).toFixed(1),
			Math.round(entries / Number(time)),
		]),
	);
	process.stdout.write(
		`check-journal against the bare read: × ${(checked / read).toFixed(1)}; largest heap meanwhile ${memory.megabytes()} MB\n`,
	);
	printTable(
		["20,000 entries, a statement each", "seconds"],
		[
			["with the row that lets them wait", waits.withRow.toFixed(2)],
			["without", waits.without.toFixed(2)],
		],
	);
}

const people = `
	insert into person (first_name, last_name, email)
	select 'P' || n, 'Q', 'p' || n || '@bench.example' from generate_series(1, 5000) as n`;

async function write(client: pg.Client, entries: number): Promise<void> {
	await client.query(
		`with people as (select array_agg(id) as ids from person)
		insert into journal (request_id, person_id, act, about_person_id, subject, subject_id, detail)
		select gen_random_uuid()::text, ids[1 + n % 5000], 'read-record', ids[1 + (n * 7) % 5000],
			case when n % 3 = 0 then 'round' end, case when n % 3 = 0 then gen_random_uuid() end,
			case when n % 2 = 0 then '{"office": "program-manager"}'::jsonb else '{}' end
		from people, generate_series(1, $1) as n`,
		[entries],
	);
}

async function readBare(client: pg.Client): Promise<void> {
	let after = "0";
	for (;;) {
		const { rows } = await client.query<{ id: string }>({
			name: "bare",
			text: `select ${entryColumns} from journal entry where entry.id > $1 order by entry.id limit $2`,
			values: [after, portion],
		});
		after = rows.at(-1)?.id ?? after;
		if (rows.length < portion) return;
	}
}

async function writers(client: pg.Client) {
	const one = async () => {
		for (let count = 0; count < 20_000; count += 1)
			await client.query({
				name: "one",
				text: "insert into journal (process, act) values ('bench', 'write')",
			});
	};
	await client.query("begin");
	const withRow = await seconds(one);
	await client.query("rollback");
	await client.query("begin");
	await client.query("alter table journal disable trigger wait_for_sealing");
	const without = await seconds(one);
	await client.query("rollback");
	return { withRow, without };
}

function largestHeap() {
	let largest = 0;
	return {
		look: () => {
			largest = Math.max(largest, process.memoryUsage().heapUsed);
		},
		megabytes: () => Math.round(largest / 2 ** 20),
	};
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
	const began = performance.now();
	await work();
	return (performance.now() - began) / 1000;
}
