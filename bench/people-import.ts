// 10,000 and 50,000 people from a CSV file into an empty organisation, beside the barest way to do it: csv-parse and one insert, without
// mapping, checks, journal, undo or row-level security.
import { parse } from "csv-parse/sync";
import pg from "pg";
import { importDirectly } from "../src/features/people/import/import-directly.ts";
import { writeCsv } from "../src/platform/spreadsheet/write-csv.ts";
import { loadLocales } from "../src/platform/locale/locale.ts";
import { logTo } from "../src/platform/log/log.ts";
import { makeCompany } from "../src/domain/demonstration/company.ts";
import { freshDatabase, startTestServer } from "../test/database.ts";
import { Temporal } from "temporal-polyfill";
import { printTable } from "./table.ts";

export async function run(): Promise<void> {
	loadLocales();
	logTo(() => {});
	await using server = await startTestServer();
	process.env["BATON_ADMIN_URL"] = server.adminUrl;
	process.env["BATON_TEMPLATE_OWNER_URL"] = server.templateOwnerUrl;
	process.env["BATON_TEMPLATE_APPLICATION_URL"] = server.templateApplicationUrl;
	const rows = [];
	for (const people of [10_000, 50_000]) {
		const file = peopleFile(people);
		const own = await timed(() => importInto(file));
		const again = own.value;
		const bare = await timed(() => insertBare(file));
		rows.push([
			`${people.toLocaleString("en")} people`,
			own.seconds.toFixed(1),
			again.toFixed(1),
			bare.seconds.toFixed(1),
			(own.seconds / bare.seconds).toFixed(1),
			`${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
		]);
	}
	printTable(
		["", "import s", "once more s", "bare insert s", "ratio", "memory"],
		rows,
	);
}

function peopleFile(people: number): Uint8Array {
	const today = Temporal.PlainDate.from("2026-11-23");
	const company = makeCompany({ people, seed: 1, today });
	const headers = [
		...["Employee number", "First name", "Last name", "E-mail", "Job title"],
		...["Function", "Unit", "Discipline", "Grade", "Location", "Time zone"],
		...["Languages", "Manager", "Hire date"],
	];
	return writeCsv(
		headers,
		company.people.map((person) => [
			...[person.employeeNumber, person.firstName, person.lastName],
			...[person.email, person.jobTitle, person.function, person.unit],
			...[person.discipline, person.grade, person.location],
			...[person.timeZone, person.languages.join(", ")],
			...[person.manager ?? "", person.hireDate],
		]),
	);
}

/** Returns the seconds of the same file once more, when nothing changes. */
async function importInto(bytes: Uint8Array): Promise<number> {
	await using database = await freshDatabase();
	const wanted = {
		fileName: "people.csv",
		bytes,
		mapping: undefined,
		program: null,
		side: null,
		isDryRun: false,
		takesGoodRows: false,
	};
	const first = await importDirectly(database, wanted, []);
	if (!first.ok) throw new Error(first.why);
	const again = await timed(() => importDirectly(database, wanted, []));
	return again.seconds;
}

async function insertBare(bytes: Uint8Array): Promise<void> {
	await using database = await freshDatabase();
	const records: unknown = parse(Buffer.from(bytes), {
		bom: true,
		columns: true,
	});
	const client = new pg.Client(database.logins.owner);
	await client.connect();
	await client.query(
		`create table bare as select * from jsonb_to_recordset($1::jsonb) as row
		 ("Employee number" text, "First name" text, "Last name" text, "E-mail" text, "Job title" text, "Function" text, "Unit" text)`,
		[JSON.stringify(records)],
	);
	await client.end();
}

async function timed<T>(work: () => Promise<T>) {
	const began = performance.now();
	const value = await work();
	return { value, seconds: (performance.now() - began) / 1000 };
}
