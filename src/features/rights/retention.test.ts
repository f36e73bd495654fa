import assert from "node:assert/strict";
import test from "node:test";
import { asOwner } from "../../../test/owner.ts";
import {
	addPerson,
	establishedWorld,
	type World,
} from "../../../test/world.ts";
import { transact } from "../../platform/database/database.ts";
import { addJob } from "../../platform/jobs/jobs.ts";

test("what is over goes at night, is announced before, and nothing else does", async () => {
	await using world = await establishedWorld();
	await asOwner(
		world.database,
		`insert into mail (person_id, kind, subject, body_text, body_html, message_id, created_at)
		select $1, 'x', 'x', 'x', 'x', gen_random_uuid()::text, at
		from (values (now() - interval '91 days'), (now() - interval '89 days')) as sent (at)`,
		[world.ruth],
	);
	await asOwner(
		world.database,
		"insert into directory_word (word) values ('quillfeather')",
	);
	// Nobody answered these requests: the queue stood still.
	await asOwner(
		world.database,
		`insert into link_request (email, purpose, asked_at)
		values ('old@x.example', 'magic-link', now() - interval '31 days'), ('new@x.example', 'magic-link', now() - interval '1 day')`,
	);
	const ada = await world.as(world.ada);
	const before = await ada.get("/administration/retention");
	assert.match(before.text, /Mails that were sent 90 days 1/);
	await sweep(world);
	const left = await asOwner<{ count: number }>(
		world.database,
		"select count(*)::int from mail where kind = 'x'",
	);
	assert.deepEqual(left, [{ count: 1 }]);
	const words = await asOwner(
		world.database,
		"select word from directory_word where word = 'quillfeather'",
	);
	assert.deepEqual(words, []);
	assert.deepEqual(
		await asOwner(world.database, "select email from link_request"),
		[{ email: "new@x.example" }],
	);
	assert.match(
		(await ada.get("/administration/retention")).text,
		/Mails that were sent 90 days 0/,
	);
});

test("another period holds from the next run on, and the journal knows who chose it", async () => {
	await using world = await establishedWorld();
	const ada = await world.as(world.ada);
	const wrong = await ada.send("/administration/retention", {
		kind: "mail",
		days: "0",
	});
	assert.equal(wrong.status, 422);
	await ada.post("/administration/retention", { kind: "mail", days: "10" });
	const page = await ada.get("/administration/retention");
	assert.match(page.text, /Mails that were sent 10 days/);
	const entries = await asOwner(
		world.database,
		"select detail from journal where act = 'change-retention' and person_id = $1",
		[world.ada],
	);
	assert.deepEqual(entries, [{ detail: { kind: "mail", days: 10 } }]);
	const ruth = await world.as(world.ruth);
	assert.equal((await ruth.get("/administration/retention")).status, 404);
	assert.equal((await ruth.get("/administration/processing")).status, 404);
	assert.match(
		(await ada.get("/administration/processing")).text,
		/Your sealed notes/,
	);
});

test("whoever left long ago is put before an administrator once, and not erased by itself", async () => {
	await using world = await establishedWorld();
	const otto = await world.arrange((tx) =>
		addPerson(tx, { first_name: "Otto", last_name: "Gone" }),
	);
	await asOwner(
		world.database,
		"update person set left_on = current_date - 1200 where id = $1",
		[otto],
	);
	await sweep(world);
	await sweep(world);
	const asked = await asOwner<{ cause: string; outcome: string | null }>(
		world.database,
		"select cause, outcome from erasure_request where person_id = $1",
		[otto],
	);
	assert.deepEqual(asked, [{ cause: "retention", outcome: null }]);
	const ada = await world.as(world.ada);
	assert.match(
		(await ada.get("/administration/erasures")).text,
		/Otto Gone Left longer ago/,
	);
	assert.match((await ada.get("/")).text, /waits to be erased/);
});

async function sweep(world: World): Promise<void> {
	await transact(
		world.database,
		{ actor: { kind: "process", process: "housekeeping" }, access: "write" },
		(tx) => addJob(tx, "sweep", {}),
	);
	await world.workJobs();
}
