import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import { pairedWorld } from "../../../test/movers.ts";
import { asOwner } from "../../../test/owner.ts";
import { begin, inDays, perform, propose, rows } from "../../../test/round.ts";
import { hasRoom } from "../matching/commands/settle.ts";
import { participants } from "../matching/queries/participants.ts";
import { transact } from "../../platform/database/database.ts";
import { bookedNotice } from "../sessions/load-warning.ts";

type World = Awaited<ReturnType<typeof pairedWorld>>;

test("hours a month hold over all programs: in what is proposed, at the last yes, and as a warning when a date is taken", async () => {
	await using world = await pairedWorld();
	const mentor = await world.as(world.mentor);
	await asOwner(
		world.database,
		"update enrolment set capacity = 4 where person_id = $1",
		[world.mentor],
	);
	assert.equal(await placesLeft(world), 3);
	assert.equal(
		(await mentor.send("/me/load/limit", { hours: "six" })).status,
		422,
	);
	// One relationship takes 75 minutes; of three hours 105 are left, which is one more.
	for (const [hours, left] of [
		["3", 1],
		["4", 2],
		["1", 0],
	] as const) {
		const page = await mentor.post("/me/load/limit", { hours });
		assert.match(page.text, new RegExp(`1\\.3 / ${hours} hours a month`));
		assert.equal(await placesLeft(world), left);
		assert.equal(await mayTakeOneMore(world), left > 0);
	}
	const session = randomUUID();
	const id = world.path.split("/").at(-1) ?? "";
	await asOwner(
		world.database,
		`insert into session (id, relationship_id, format, state, starts_at, ends_at, zone)
		values ($1, $2, 'one-to-one', 'booked', now() + interval '1 hour', now() + interval '2 hours', 'UTC')`,
		[session, id],
	);
	await asOwner(
		world.database,
		`insert into session_member (session_id, person_id, relationship_id, busy)
		select id, $2, relationship_id, busy from session where id = $1`,
		[session, world.mentor],
	);
	const told = () =>
		transact(
			world.database,
			{ actor: { kind: "person", person: world.mentor }, access: "read" },
			(tx) =>
				bookedNotice(tx, { session, person: world.mentor }, "It is booked."),
		);
	assert.match((await told()).text, /takes 1\.3 hours that month/);
	await asOwner(world.database, "update session set state = 'proposed'");
	const taken = await mentor.post(`/sessions/${session}/confirm`);
	assert.match(taken.text, /takes 1\.3 hours that month/);
	await mentor.post("/me/load/limit", { hours: "" });
	assert.equal((await told()).text, "It is booked.");
	assert.equal(await placesLeft(world), 3);
});

test("a mentor asked for a place is reminded twice at most, and not after an answer; whoever asked sees until when", async () => {
	await using world = await pairedWorld();
	// What was proposed before is answered: a new round begins.
	const { base, manager } = await begin(world);
	await propose(world, base);
	const mentor = world.people["Noor"] ?? "";
	await manager.post(`${base}/places`, { mentor });
	const [{ id: request } = { id: "" }] = await asOwner<{ id: string }>(
		world.database,
		"select id from place_request",
	);
	const waiting = await asOwner<{ key: string; days: number }>(
		world.database,
		"select key, (run_at::date - current_date) as days from graphile_worker.jobs where key like 'remind-place-%' order by key",
	);
	assert.deepEqual(
		waiting.map(({ key }) => key),
		[`remind-place-${request}-1`, `remind-place-${request}-2`],
	);
	const origin = "http://localhost";
	const letters = () =>
		asOwner<{ subject: string; body_text: string }>(
			world.database,
			"select subject, body_text from mail where kind = 'place-reminder' and person_id = $1",
			[mentor],
		);
	for (const number of ["1", "1", "2"])
		await perform(world, "remind-place", { request, number, origin });
	const [first, , ...more] = await letters();
	assert.deepEqual(more, [], "the same reminder twice is one");
	assert.match(first?.body_text ?? "", /nothing is held against anyone/);
	await (await world.as(mentor)).post(`/place-requests/${request}/answer`, {
		answer: "not-now",
	});
	await asOwner(
		world.database,
		"delete from mail where kind = 'place-reminder'",
	);
	await perform(world, "remind-place", { request, number: "2", origin });
	assert.deepEqual(await letters(), []);
});

async function placesLeft(world: World): Promise<number> {
	const found = await rows(world, (tx) =>
		participants(tx, { id: randomUUID(), program: world.program }, inDays(0)),
	);
	return found.find(({ id }) => id === world.mentor)?.units ?? -1;
}

/** Whether the mentor's next yes would stand, asked as it is at that moment. */
function mayTakeOneMore(world: World): Promise<boolean> {
	const mentee = Object.values(world.people).find(
		(person) => person !== world.mentee && person === world.people["Wei"],
	);
	return rows(world, (tx) =>
		hasRoom(tx, {
			round: randomUUID(),
			program: world.program,
			mentee: mentee ?? world.people["Jola"] ?? "",
			mentor: world.mentor,
			mentorKind: null,
		}),
	);
}
