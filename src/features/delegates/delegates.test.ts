import assert from "node:assert/strict";
import test from "node:test";
import { sql } from "kysely";
import { asOwner } from "../../../test/owner.ts";
import { pairedWorld } from "../../../test/pair.ts";
import {
	addPerson,
	establishedWorld,
	type World,
} from "../../../test/world.ts";
import { keepsCalendar } from "../../domain/delegates/sight.ts";
import { transact, type Tx } from "../../platform/database/database.ts";
import { NotFound } from "../../platform/http/refusal.ts";
import { requireCalendarOf } from "./queries.ts";

test("a mentor names her assistant, who is told, sees it, and loses it with one click", async () => {
	await using world = await pairedWorld();
	const lena = await colleague(world, "Lena");
	const seen = await world.mentor.post("/me/delegates", {
		person: "lena.brandt@meridian.example",
		from: today(),
		until: day(30),
	});
	assert.match(seen.text, /Lena Brandt keeps your calendar until/);
	const assistant = await world.as(lena);
	const kept = await assistant.get("/calendars");
	assert.match(kept.text, /Whose calendar you keep .* A delegate never sees/);
	assert.match(kept.html, /<table/);
	assert.match((await world.mentee.get(world.path)).text, /Lena Brandt/);
	await asPerson(world, lena, (tx) => requireCalendarOf(tx, world.pair.mentor));
	const [end = ""] = /\/me\/delegates\/[0-9a-f-]+\/end/.exec(seen.html) ?? [];
	assert.equal((await assistant.send(end, {})).status, 404);
	const ended = await world.mentor.post(end);
	assert.match(ended.text, /Your calendar is yours alone again/);
	await assert.rejects(
		asPerson(world, lena, (tx) => requireCalendarOf(tx, world.pair.mentor)),
		NotFound,
	);
	assert.doesNotMatch((await world.mentee.get(world.path)).text, /Lena Brandt/);
	const acts = await asOwner(
		world.database,
		"select act, about_person_id from journal where act like '%delegat%' order by id",
	);
	assert.deepEqual(acts, [
		{ act: "name-delegate", about_person_id: lena },
		{ act: "end-delegation", about_person_id: lena },
	]);
});

test("a delegate reads in the whole database what any colleague reads, and the delegation", async () => {
	await using world = await pairedWorld();
	const lena = await colleague(world, "Lena");
	const before = await everythingSeenBy(world, lena);
	await delegate(world, { person: world.pair.mentor, to: lena });
	const after = await everythingSeenBy(world, lena);
	const changed = Object.keys(after).filter(
		(table) => after[table] !== before[table],
	);
	assert.deepEqual(changed, ["delegation"]);
	for (const table of [
		"relationship",
		"relationship_member",
		"proposal",
		"proposal_answer",
		"wish",
		"sensitive_fact",
		"style_answer",
		"enrolment",
		"employment",
		"note",
	])
		assert.equal(after[table], "[]", table);
});

test("a delegate opens no page of the person's", async () => {
	await using world = await pairedWorld();
	const lena = await colleague(world, "Lena");
	await delegate(world, { person: world.pair.mentor, to: lena });
	const assistant = await world.as(lena);
	for (const path of [
		world.path,
		`/proposals/${world.pair.id}`,
		`/people/${world.pair.mentor}/record`,
	])
		assert.equal((await assistant.get(path)).status, 404, path);
	assert.doesNotMatch(
		(await assistant.get("/relationships")).html,
		new RegExp(world.path),
	);
	const answered = await assistant.send(`/proposals/${world.other.id}/answer`, {
		answer: "yes",
	});
	assert.equal(answered.status, 404);
});

test("the database and the domain say the same of every day, person and ending", async () => {
	await using world = await establishedWorld();
	const lena = await colleague(world, "Lena");
	const cases = [
		{ from: -10, until: 10, isEnded: false },
		{ from: -10, until: 0, isEnded: false },
		{ from: 0, until: 10, isEnded: false },
		{ from: 1, until: 10, isEnded: false },
		{ from: -10, until: -1, isEnded: false },
		{ from: -10, until: 10, isEnded: true },
	];
	for (const { from, until, isEnded } of cases) {
		await asOwner(world.database, "delete from delegation");
		await delegate(world, {
			person: world.ada,
			to: lena,
			from,
			until,
			isEnded,
		});
		const delegations = [
			{
				person: world.ada,
				delegate: lena,
				from: day(from),
				until: day(until),
				isEnded,
			},
		];
		for (const acting of [lena, world.ruth, world.ada]) {
			const rows = await asPerson(world, acting, async (tx) => {
				const { rows } = await sql<{ keeps: boolean }>`
					select keeps_calendar_of(${world.ada}::uuid) as keeps
				`.execute(tx);
				return rows;
			});
			assert.equal(
				rows[0]?.keeps,
				keepsCalendar(delegations, acting, { of: world.ada, on: today() }),
				JSON.stringify({ from, until, isEnded, acting }),
			);
		}
	}
});

test("nobody names a delegate for somebody else, changes one, or sees whose they are", async () => {
	await using world = await establishedWorld();
	const lena = await colleague(world, "Lena");
	await assert.rejects(
		asPerson(world, lena, (tx) =>
			tx
				.insertInto("delegation")
				.values({
					person_id: world.ada,
					delegate_id: lena,
					from_on: today(),
					until_on: today(),
				})
				.execute(),
		),
		/row-level security/,
	);
	await delegate(world, { person: world.ada, to: lena });
	const seenBy = (person: string) =>
		asPerson(world, person, (tx) =>
			tx.selectFrom("delegation").select("id").execute(),
		);
	assert.equal((await seenBy(world.ada)).length, 1);
	assert.equal((await seenBy(lena)).length, 1);
	assert.equal((await seenBy(world.ruth)).length, 0);
	await assert.rejects(
		asPerson(world, world.ada, (tx) =>
			tx.updateTable("delegation").set({ until_on: "2099-01-01" }).execute(),
		),
		/permission denied/,
	);
	const none = await asPerson(world, lena, (tx) =>
		tx
			.updateTable("delegation")
			.set({ ended_at: new Date() })
			.returning("id")
			.execute(),
	);
	assert.deepEqual(none, []);
});

test("what cannot be comes back with what was typed, and two windows name one delegate once", async () => {
	await using world = await establishedWorld();
	await colleague(world, "Lena");
	const ada = await world.as(world.ada);
	const form = {
		person: "lena.brandt@meridian.example",
		from: today(),
		until: day(30),
	};
	for (const [change, message] of [
		[{ person: "ada@meridian.example" }, /your own calendar is yours anyway/],
		[{ person: "nobody@meridian.example" }, /Nobody in the directory/],
		[{ until: day(-1) }, /cannot be before the first/],
		[{ until: day(400) }, /At most a year/],
		[{ from: day(-2) }, /today or a day to come/],
	] as const) {
		const seen = await ada.send("/me/delegates", { ...form, ...change });
		assert.equal(seen.status, 422);
		assert.match(seen.text, message);
	}
	const both = await Promise.all([
		ada.send("/me/delegates", form),
		ada.send("/me/delegates", form),
	]);
	assert.deepEqual(
		both.map(({ status }) => status).toSorted((one, other) => one - other),
		[303, 422],
	);
});

test("whoever leaves keeps no calendar", async () => {
	await using world = await establishedWorld();
	const lena = await colleague(world, "Lena");
	await delegate(world, { person: world.ruth, to: lena });
	const ada = await world.as(world.ada);
	await ada.send(`/people/${lena}/leave`, { "left-on": "2026-03-01" });
	const rows = await asOwner(
		world.database,
		"select ended_at is not null as ended from delegation",
	);
	assert.deepEqual(rows, [{ ended: true }]);
});

/** A calendar day where the organisation is, so many days from today. */
function day(days: number): string {
	return new Intl.DateTimeFormat("sv-SE", {
		timeZone: "Europe/Berlin",
	}).format(Date.now() + days * 86_400_000);
}

function today(): string {
	return day(0);
}

function colleague(world: World, first_name: string): Promise<string> {
	return world.arrange((tx) =>
		addPerson(tx, { first_name, last_name: "Brandt" }),
	);
}

async function delegate(
	world: World,
	{
		person,
		to,
		from = 0,
		until = 30,
		isEnded = false,
	}: {
		readonly person: string;
		readonly to: string;
		readonly from?: number;
		readonly until?: number;
		readonly isEnded?: boolean;
	},
): Promise<void> {
	await asOwner(
		world.database,
		`insert into delegation (person_id, delegate_id, from_on, until_on, ended_at)
		 values ($1, $2, $3, $4, case when $5 then now() end)`,
		[person, to, day(from), day(until), isEnded],
	);
}

/** Every row of every table that somebody may select from, as text. */
async function everythingSeenBy(
	world: World,
	person: string,
): Promise<Record<string, string>> {
	const tables = await asOwner<{ name: string }>(
		world.database,
		"select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
	);
	const seen: Record<string, string> = {};
	for (const { name } of tables)
		seen[name] = await asPerson(world, person, async (tx) => {
			const { rows } = await sql<{ all: string }>`
				select coalesce(json_agg(row_to_json(each) order by row_to_json(each)::text), '[]')::text as all from ${sql.table(name)} each
			`.execute(tx);
			return rows[0]?.all ?? "";
		}).catch((error: unknown) => String(error));
	return seen;
}

function asPerson<T>(
	world: World,
	person: string,
	work: (tx: Tx) => Promise<T>,
): Promise<T> {
	return transact(
		world.database,
		{ actor: { kind: "person", person }, access: "write" },
		work,
	);
}
