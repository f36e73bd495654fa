import assert from "node:assert/strict";
import {
	copyFileSync,
	existsSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { freshDatabase, type TestDatabase } from "../../../test/database.ts";
import { connectAsOwner } from "../database/roles.ts";
import { addKey } from "./key-file.ts";
import { openVault } from "./open-vault.ts";
import { prepareKey, rotateKey } from "./rotate.ts";
import type { Vault } from "./vault.ts";

test("the first start makes the key file, later ones open with it", async () => {
	await using place = await newPlace();
	const { logins, keyFile } = place;
	const vault = await openVault(logins, keyFile);
	const again = await openVault(logins, keyFile);
	assert.deepEqual(again.key("test"), vault.key("test"));
	assert.equal(again.version(), 1);
});

test("eight starts at once agree on one key", async () => {
	await using place = await newPlace();
	const vaults = await Promise.all(
		Array.from({ length: 8 }, () => openVault(place.logins, place.keyFile)),
	);
	assert.equal(
		new Set(vaults.map((vault) => vault.key("test").toString("hex"))).size,
		1,
	);
});

test("a missing key file is never replaced by a new one", async () => {
	await using place = await newPlace();
	await openVault(place.logins, place.keyFile);
	rmSync(place.keyFile);
	await assert.rejects(openVault(place.logins, place.keyFile), {
		name: "StartupProblem",
		message:
			/^The key file \S+ is missing, and this database was sealed with it \(key 1, marked [0-9a-f]{8}\): [^\n]+$/,
	});
	assert.ok(!existsSync(place.keyFile));
});

test("another installation's key file is refused, and neither changes", async () => {
	await using place = await newPlace();
	await using other = await newPlace();
	await openVault(place.logins, place.keyFile);
	await openVault(other.logins, other.keyFile);
	const before = readFileSync(other.keyFile, "utf8");
	await assert.rejects(openVault(place.logins, other.keyFile), {
		name: "StartupProblem",
		message: /belongs to another database/,
	});
	assert.equal(readFileSync(other.keyFile, "utf8"), before);
	await openVault(place.logins, place.keyFile);
});

test("one key file may serve two databases: the organisation's and the demonstration's", async () => {
	await using place = await newPlace();
	await using beside = await newPlace();
	const one = await openVault(place.logins, place.keyFile);
	const two = await openVault(beside.logins, place.keyFile);
	assert.deepEqual(one.key("test"), two.key("test"));
});

test("the application's login cannot read what proves the key", async () => {
	await using place = await newPlace();
	await assert.rejects(
		place.database.pool.query("select * from vault_key"),
		/permission denied/,
	);
});

test("changing the key seals every value anew, and what was written stays readable", async () => {
	await using place = await newPlace();
	const { logins, keyFile } = place;
	const before = await openVault(logins, keyFile);
	await writeLetters(place, before, 1_234);
	const done = await rotateKey(logins, keyFile);
	assert.deepEqual(done, {
		version: 2,
		resealed: 1_234,
		isContinuation: false,
	});
	assert.deepEqual(await versions(place), [{ version: 2, count: 1_234 }]);
	const after = await openVault(logins, keyFile);
	assert.equal(after.version(), 2);
	await assertReadable(place, after);
	// A process that started before goes on: it looks at the file again.
	await assertReadable(place, before);
	assert.equal(before.version(), 2);
});

test("a change of keys that was killed goes on where it stood, with the key it had", async () => {
	await using place = await newPlace();
	const { logins, keyFile } = place;
	const vault = await openVault(logins, keyFile);
	await writeLetters(place, vault, 1_200);
	// The second batch meets an obstacle, as if the process ended there.
	await asOwner(
		place,
		`create function obstacle() returns trigger language plpgsql as $$
		begin if old.number = 700 then raise 'killed'; end if; return new; end $$;
		create trigger obstacle before update on letter for each row execute function obstacle()`,
	);
	await assert.rejects(rotateKey(logins, keyFile), /killed/);
	assert.deepEqual(await versions(place), [
		{ version: 1, count: 700 },
		{ version: 2, count: 500 },
	]);
	await assertReadable(place, await openVault(logins, keyFile));
	await asOwner(place, "drop trigger obstacle on letter");
	const done = await rotateKey(logins, keyFile);
	assert.deepEqual(done, { version: 2, resealed: 700, isContinuation: true });
	await assertReadable(place, await openVault(logins, keyFile));
});

test("a key prepared in the file is used by nobody until the change, and then is the one taken", async () => {
	await using place = await newPlace();
	const { logins, keyFile } = place;
	const vault = await openVault(logins, keyFile);
	await writeLetters(place, vault, 3);
	assert.equal(await prepareKey(logins, keyFile), 2);
	assert.equal(await prepareKey(logins, keyFile), 2);
	assert.equal((await openVault(logins, keyFile)).version(), 1);
	assert.equal((await rotateKey(logins, keyFile)).version, 2);
});

test("a key file from before the last change is refused", async () => {
	await using place = await newPlace();
	const { logins, keyFile } = place;
	const vault = await openVault(logins, keyFile);
	await writeLetters(place, vault, 1);
	const old = `${keyFile}.old`;
	copyFileSync(keyFile, old);
	await rotateKey(logins, keyFile);
	await assert.rejects(openVault(logins, old), /lacks key 2/);
	// Nor does a key of the same number but another value pass.
	addKey(old);
	await assert.rejects(openVault(logins, old), /belongs to another database/);
});

test("the oldest line may go once no value needs it", async () => {
	await using place = await newPlace();
	const { logins, keyFile } = place;
	await writeLetters(place, await openVault(logins, keyFile), 2);
	await rotateKey(logins, keyFile);
	await asOwner(place, "delete from vault_key where version = 1");
	const text = readFileSync(keyFile, "utf8");
	writeFileSync(keyFile, text.replace(/^1 .*\n/m, ""));
	await assertReadable(place, await openVault(logins, keyFile));
});

type Place = AsyncDisposable & {
	readonly database: TestDatabase;
	readonly logins: TestDatabase["logins"];
	readonly keyFile: string;
};

/** A database that was never sealed, and a folder without a key file. */
async function newPlace(): Promise<Place> {
	const database = await freshDatabase();
	const folder = mkdtempSync(join(tmpdir(), "baton-vault-"));
	const place = {
		database,
		logins: database.logins,
		keyFile: join(folder, "baton.key"),
		async [Symbol.asyncDispose]() {
			rmSync(folder, { recursive: true, force: true });
			await database[Symbol.asyncDispose]();
		},
	};
	await asOwner(
		place,
		`truncate vault_key;
		create table letter (person uuid, number integer, text sealed, "more, text" sealed, primary key (number, person))`,
	);
	return place;
}

const person = "7d444840-9dc0-11d1-b245-5ffdce74fad2";

async function writeLetters(
	place: Place,
	vault: Vault,
	count: number,
): Promise<void> {
	const numbers = Array.from({ length: count }, (_, index) => index);
	const sealed = numbers.map((number) =>
		vault.seal("letter.text", [String(number), person], `Dear ${number}`),
	);
	await asOwner(
		place,
		"insert into letter (person, number, text) select $1, * from unnest($2::int[], $3::bytea[])",
		[person, numbers, sealed],
	);
}

async function assertReadable(place: Place, vault: Vault): Promise<void> {
	const rows = await asOwner<{ number: number; text: Buffer }>(
		place,
		"select number, text from letter",
	);
	for (const { number, text } of rows)
		assert.equal(
			vault.open("letter.text", [String(number), person], text),
			`Dear ${number}`,
		);
}

function versions(place: Place) {
	return asOwner(
		place,
		"select get_byte(text, 0) as version, count(*)::int as count from letter group by 1 order by 1",
	);
}

async function asOwner<Row extends object>(
	{ logins }: Place,
	statement: string,
	values?: unknown[],
): Promise<Row[]> {
	const client = await connectAsOwner(logins.owner);
	try {
		return (await client.query<Row>(statement, values)).rows;
	} finally {
		await client.end();
	}
}
