import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import { asOwner } from "../../../test/owner.ts";
import { pairedWorld } from "../../../test/movers.ts";
import { as, nameOf, pairOf, pulses } from "../../../test/pulses.ts";
import { addPerson } from "../../../test/world.ts";
import type { Tx } from "../../platform/database/database.ts";
import { linkToken, signLinks } from "../../platform/links/signed-link.ts";
import { answerPulse } from "./commands.ts";
import { askPulse, closeReferrals } from "./jobs.ts";
import { pulseCounts, pulsesDue } from "./queries.ts";

type World = Awaited<ReturnType<typeof caredWorld>>;

test("each member says alone how it goes, with one press; asking for help tells that, and the other learns of it only at the asker’s word", async () => {
	await using world = await caredWorld();
	const { mentor, mentee, path, helper } = world;
	const [asker, other] = [await world.as(mentee), await world.as(mentor)];
	for (const client of [asker, other])
		assert.match((await client.get("/")).text, /How is it going with/);
	const said = await asker.post(`${path}/pulse`, { answer: "stuck" });
	assert.match(said.text, /You said: We are stuck/);
	assert.doesNotMatch((await asker.get("/")).text, /How is it going with/);
	assert.match((await asker.get("/")).text, /What helps when it goes slowly/);
	assert.match((await other.get("/")).text, /How is it going with/);
	await other.post(`${path}/pulse`, { answer: "well" });
	for (const [who, rows] of [
		[mentee, 1],
		[mentor, 1],
		[helper, 0],
		[world.ruth, 0],
		[world.ada, 0],
	] as const)
		assert.equal((await pulses(world, who)).length, rows);

	assert.match(said.text, /Ruth [^.]*reads?: “[^”]+ asked for help”/);
	assert.match(said.text, /Fay Cil/);
	const manager = await world.as(world.ruth);
	const health = `/programs/${world.program}/health`;
	assert.match((await manager.get(health)).text, /Nobody at the moment/);
	assert.match(
		(await asker.post(`${path}/help`)).text,
		/A facilitator writes to you/,
	);
	await asker.post(`${path}/help`);
	assert.equal((await referrals(world, mentee)).length, 1, "twice is once");
	const name = await nameOf(world, mentee);
	assert.match(
		(await manager.get(health)).text,
		new RegExp(`${name}.*Not yet`, "s"),
	);
	assert.doesNotMatch((await manager.get(health)).text, /stuck/i);
	assert.equal((await referrals(world, mentor)).length, 0);
	for (const client of [other, await world.as(world.ada)])
		assert.equal((await client.get("/cases")).status, 404);

	const facilitator = await world.as(helper);
	assert.match(
		(await facilitator.get("/")).text,
		new RegExp(`${name} asks for help`),
	);
	const [{ id } = { id: "" }] = await referrals(world, helper);
	await facilitator.post(`/cases/${id}/take`);
	assert.match((await asker.get("/")).text, /Fay Cil is there for you/);
	assert.doesNotMatch((await other.get("/")).text, /Fay Cil/);
	assert.doesNotMatch((await other.get(path)).text, /Fay Cil/);
	assert.equal((await other.send(`${path}/help/end`, {})).status, 409);
	assert.equal((await other.send(`${path}/help/share`, {})).status, 409);
	assert.match((await asker.post(`${path}/help/share`)).text, /They know now/);
	assert.match((await other.get(path)).text, /Fay Cil is there for you and/);
	assert.match((await facilitator.get("/cases")).text, /All of them know/);
	await other.post(`${path}/help/end`);
	assert.doesNotMatch((await asker.get(path)).text, /Fay Cil/);
	assert.doesNotMatch(
		(await manager.get(health)).text,
		new RegExp(`${name}.*Somebody helps`, "s"),
	);
	assert.match((await facilitator.get("/cases")).text, /Closed/);

	const traces = await asOwner<{ about: string | null }>(
		world.database,
		"select about_person_id as about from journal where act like '%case' or act like '%pulse%' or act like '%help%'",
	);
	assert.deepEqual(traces, [{ about: null }]);
	const mails = await asOwner<{ person_id: string }>(
		world.database,
		"select person_id from mail where kind like 'help%'",
	);
	assert.deepEqual(mails, [{ person_id: helper }]);
});

test("who never signs in answers and asks for help from the mail; whoever else has a link gets nothing", async () => {
	await using world = await caredWorld();
	const today = new Date().toISOString().slice(0, 10);
	for (const _ of ["once", "again"])
		await as(world, pulse, (tx) => askPulse(tx, today, "http://localhost"));
	const [mail, ...more] = await asOwner<{ body_text: string }>(
		world.database,
		"select body_text from mail where kind = 'pulse' and person_id = $1",
		[world.mentee],
	);
	assert.deepEqual(more, [], "one mail however often the job runs");
	const text = signLinks(
		world.database.vault,
		world.mentee,
		mail?.body_text ?? "",
	);
	const link = /http:\/\/localhost(\/pulse\/[\w-]+)/.exec(text)?.[1] ?? "";
	const reader = world.stranger();
	assert.match((await reader.get(link)).text, /How is it going with/);
	assert.equal((await pulses(world, world.mentee)).length, 0, "a scanner");
	const said = await reader.post(link, { answer: "slow" });
	assert.match(said.text, /You said: Slowly/);
	assert.match(
		(await reader.post(link, { answer: "help" })).text,
		/You asked for help/,
	);
	assert.equal((await referrals(world, world.helper)).length, 1);
	assert.match((await reader.get("/")).text, /Sign in/);
	const soon = new Date(Date.now() + 86_400_000);
	const id = world.path.split("/").at(-1) ?? "";
	const link2 = (person: string, purpose: string, expires = soon) =>
		linkToken(world.database.vault, person, { purpose, subject: id, expires });
	for (const bad of [
		link2(world.ruth, "pulse"),
		link2(world.mentor, "reply-proposal"),
		link2(world.mentor, "pulse", new Date(Date.now() - 1000)),
	]) {
		assert.ok([404, 410].includes((await reader.get(`/pulse/${bad}`)).status));
		const sent = await reader.send(`/pulse/${bad}`, { answer: "well" });
		assert.equal(sent.status, 404);
	}
});

test("a facilitator takes as many as they said, hands one on, and the other may say no; what is over goes after ninety days", async () => {
	await using world = await caredWorld();
	const { helper, mentee, mentor, path } = world;
	const next = await world.arrange((tx) => facilitatorNamed(tx, "Nan", "Next"));
	for (const who of [mentee, mentor])
		await (await world.as(who)).post(`${path}/help`);
	const [first, second] = await referrals(world, helper);
	assert.ok(first && second);
	const [one, other] = [await world.as(helper), await world.as(next)];
	assert.equal((await one.send("/cases/limit", { cases: "no" })).status, 422);
	await one.post("/cases/limit", { cases: "1" });
	const both = await Promise.all(
		[one, other].map((client) => client.send(`/cases/${first.id}/take`, {})),
	);
	assert.equal(both.filter(({ status }) => status === 303).length, 1);
	assert.ok(both.some(({ status }) => status === 404 || status === 409));
	const [has, hasNot] = both[0]?.status === 303 ? [one, other] : [other, one];
	const free = has === one ? next : helper;
	if (has === one)
		assert.equal((await one.send(`/cases/${second.id}/take`, {})).status, 409);
	assert.equal(
		(await has.send(`/cases/${first.id}/hand-on`, { to: mentor })).status,
		422,
	);
	await has.post(`/cases/${first.id}/hand-on`, { to: free });
	assert.match((await hasNot.get("/cases")).text, /would go on in their place/);
	await hasNot.post(`/cases/${first.id}/refuse`);
	assert.equal((await hasNot.send(`/cases/${first.id}/close`, {})).status, 404);
	await has.post(`/cases/${first.id}/hand-on`, { to: free });
	await hasNot.post(`/cases/${first.id}/take`);
	assert.equal((await has.send(`/cases/${first.id}/close`, {})).status, 404);
	await hasNot.post(`/cases/${first.id}/close`);
	await asOwner(
		world.database,
		"update referral set closed_at = now() - interval '91 days' where id = $1",
		[first.id],
	);
	await asOwner(
		world.database,
		"insert into relationship_ending (relationship_id) values ($1)",
		[path.split("/").at(-1)],
	);
	await as(world, pulse, closeReferrals);
	assert.deepEqual(
		await asOwner(
			world.database,
			"select id, closed_at is not null as over from referral",
		),
		[{ id: second.id, over: true }],
	);
});

test("whoever runs the program reads counts of the last months, from five on, and never one that changes today", async () => {
	await using world = await caredWorld();
	const [year = "", month = ""] = new Date().toISOString().split("-");
	const last = new Date(Date.UTC(Number(year), Number(month) - 1, 0))
		.toISOString()
		.slice(0, 10);
	const today = new Date().toISOString().slice(0, 10);
	const people = Object.values(world.people).filter(
		(person) => person !== world.mentee && person !== world.mentor,
	);
	for (const [place, person] of people.slice(0, 8).entries()) {
		const relationship = await pairOf(world, person);
		await as(world, { kind: "person", person }, (tx) =>
			answerPulse(tx, relationship, {
				person,
				answer: place < 6 ? "well" : "stuck",
				today: place < 7 ? last : today,
			}),
		);
	}
	// Somebody answers again under a charter that asks more rarely: the same time, so the last word holds.
	const again = people[8] ?? "";
	const theirs = await pairOf(world, again);
	const saysOn = (weeks: number, answer: "well" | "stuck") =>
		asOwner(
			world.database,
			"update charter set body = body || jsonb_build_object('pulseWeeks', $1::integer) where program_id = $2",
			[weeks, world.program],
		).then(() =>
			as(world, { kind: "person", person: again }, (tx) =>
				answerPulse(tx, theirs, { person: again, answer, today }),
			),
		);
	const periods = async () =>
		(await pulses(world, again)).map(({ period }) => period);
	await saysOn(6, "well");
	assert.deepEqual(await periods(), [6]);
	await saysOn(11, "stuck");
	assert.deepEqual(new Set(await periods()), new Set([6, 11]));
	await saysOn(11, "well");
	assert.equal((await periods()).length, 2);
	const counts = () =>
		as(world, { kind: "person", person: world.ruth }, (tx) =>
			pulseCounts(tx, world.program, today),
		);
	assert.deepEqual(await counts(), { given: 7, shown: [], others: 7 });
	const manager = await world.as(world.ruth);
	const page = await manager.get(`/programs/${world.program}/health`);
	assert.match(page.text, /7 members said how it goes/);
	assert.doesNotMatch(page.text, /Going well|stuck/);
	assert.deepEqual(
		(await as(world, pulse, (tx) => pulsesDue(tx, today))).filter(
			({ person }) => person === people[7],
		),
		[],
	);
});

const pulse = { kind: "process", process: "pulse" } as const;

/** A pair that began forty days ago and met three days ago, with a facilitator. */
async function caredWorld() {
	const world = await pairedWorld();
	const id = world.path.split("/").at(-1) ?? "";
	await asOwner(
		world.database,
		"update relationship set began_at = now() - interval '30 days'",
	);
	await asOwner(
		world.database,
		`insert into session (id, relationship_id, format, state, starts_at, ends_at, zone)
		values ($1, $2, 'one-to-one', 'booked', now() - interval '3 days', now() - interval '3 days' + interval '1 hour', 'Europe/Berlin')`,
		[randomUUID(), id],
	);
	const helper = await world.arrange((tx) =>
		facilitatorNamed(tx, "Fay", "Cil"),
	);
	return { ...world, helper };
}

async function facilitatorNamed(tx: Tx, first_name: string, last_name: string) {
	const person = await addPerson(tx, { first_name, last_name });
	await tx
		.insertInto("office")
		.values({ person_id: person, office: "facilitator" })
		.execute();
	return person;
}

function referrals(world: World, person: string) {
	return as(world, { kind: "person", person }, (tx) =>
		tx.selectFrom("referral").select("id").orderBy("asked_at").execute(),
	);
}
