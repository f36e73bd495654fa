import assert from "node:assert/strict";
import test from "node:test";
import {
	asSuperuser,
	freshDatabase,
	nameOf,
	type TestDatabase,
	testVault,
} from "../../../test/database.ts";
import { connectAsOwner } from "../database/roles.ts";
import { sealPlain } from "./seal-plain.ts";

const person = "7d444840-9dc0-11d1-b245-5ffdce74fad2";

test("what was plain is sealed, its column goes, and nothing of it stays in the table's file", async () => {
	await using letters = await plainLetters(1_201);
	assert.ok((await letters.file()).includes("Dear 1200"));
	await sealPlain(letters.owner, testVault());
	const { rows } = await letters.owner.query(
		"select * from letter order by number",
	);
	assert.equal(rows.length, 1_201);
	for (const row of rows) {
		assert.deepEqual(Object.keys(row), ["person", "number", "text", "note"]);
		const key = [person, String(row.number)];
		assert.equal(
			testVault().open("letter.text", key, row.text),
			`Dear ${row.number}`,
		);
		assert.equal(row.note, null);
	}
	assert.ok(!(await letters.file()).includes("Dear"));
	// What had to be there still has to be.
	await assert.rejects(
		letters.owner.query("insert into letter values ($1, 9999)", [person]),
		/null value in column "text"/,
	);
});

test("sealing that was killed goes on where it stood", async () => {
	await using letters = await plainLetters(1_100);
	await letters.owner.query(
		`create function obstacle() returns trigger language plpgsql as $$
		begin if old.number = 600 then raise 'killed'; end if; return new; end $$;
		create trigger obstacle before update on letter for each row execute function obstacle()`,
	);
	await assert.rejects(sealPlain(letters.owner, testVault()), /killed/);
	await letters.owner.query("drop trigger obstacle on letter");
	await sealPlain(letters.owner, testVault());
	await sealPlain(letters.owner, testVault());
	const { rows } = await letters.owner.query("select number, text from letter");
	for (const { number, text } of rows)
		assert.equal(
			testVault().open("letter.text", [person, String(number)], text),
			`Dear ${number}`,
		);
});

/** A table as a migration leaves it: renamed, with the sealed column beside. */
async function plainLetters(count: number) {
	const database = await freshDatabase();
	const owner = await connectAsOwner(database.logins.owner);
	await owner.query(
		`create table letter (person uuid, number integer, text_plain text not null, note_plain text, primary key (person, number));
		call protect(array['letter']::regclass[]);
		insert into letter select '${person}', number, 'Dear ' || number from generate_series(0, ${count - 1}) as number;
		alter table letter add column text sealed, add column note sealed`,
	);
	return {
		owner,
		/** What lies in the table's file, as a superuser reads it from the disk. */
		file: () => fileOf(database),
		async [Symbol.asyncDispose]() {
			await owner.end();
			await database[Symbol.asyncDispose]();
		},
	};
}

function fileOf(database: TestDatabase): Promise<string> {
	return asSuperuser(nameOf(database), async (admin) => {
		await admin.query("checkpoint");
		const { rows } = await admin.query<{ bytes: Buffer }>(
			"select pg_read_binary_file(pg_relation_filepath('letter')) as bytes",
		);
		return rows[0]?.bytes.toString("latin1") ?? "";
	});
}
