import assert from "node:assert/strict";
import test from "node:test";
import {
	enrolment,
	managedBy,
	matters,
	pairedWorld,
} from "../../../../test/movers.ts";
import { inDays, perform, rows } from "../../../../test/round.ts";
import { asSessions, sessionOf } from "../../../../test/sessions.ts";
import { transact } from "../../../platform/database/database.ts";

test("a mentee who comes to report to their mentor is flagged the same day, and handed over to a named mentor", async () => {
	await using world = await pairedWorld();
	const { mentee, mentor, manager } = world;
	assert.deepEqual(await matters(world), []);
	await managedBy(world, mentee, mentor);
	await perform(world, "check-pairs", {});
	const [matter] = await matters(world);
	assert.equal(matter?.kind, "reports-to-mentor");
	assert.ok((matter?.suggested.length ?? 0) > 0);
	assert.ok(!matter?.suggested.includes(mentor));
	assert.match(
		(await manager.get("/")).text,
		/One pair needs a look in Spring cohort/,
	);
	const page = await manager.get(world.changes);
	assert.match(page.text, /now reports to/);
	assert.match(page.text, /Who is proposed to/);
	for (const who of [mentee, mentor]) {
		const client = await world.as(who);
		assert.doesNotMatch((await client.get("/")).text, /needs a look|reports/);
		assert.equal((await client.get(world.changes)).status, 404);
		assert.deepEqual(
			await transact(
				world.database,
				{ actor: { kind: "person", person: who }, access: "read" },
				(tx) => tx.selectFrom("pair_matter").selectAll().execute(),
			),
			[],
		);
	}
	const [next = ""] = matter?.suggested ?? [];
	const session = await sessionOf(
		world,
		{
			id: world.path.replace("/relationships/", ""),
			members: [mentor, mentee],
		},
		48,
	);
	const said = await manager.post(`${world.changes}/${matter?.id}/propose`, {
		mentor: next,
	});
	assert.match(said.text, /The mentor is asked first/);
	assert.match(said.text, /Somebody else is asked/);
	assert.doesNotMatch(said.text, /Every pair is as it should be/);
	// Nothing has ended, the mentee is not asked, and the same is not flagged again while somebody is.
	const client = await world.as(mentee);
	assert.doesNotMatch((await client.get("/")).text, /is proposed to you/);
	assert.doesNotMatch((await client.get(world.path)).text, /ended on/);
	await perform(world, "check-pairs", {});
	assert.deepEqual(await matters(world), []);
	const proposal = await openProposal(world);
	assert.equal(proposal.mentor, next);
	const answer = `/proposals/${proposal.id}/answer`;
	assert.equal((await client.get(`/proposals/${proposal.id}`)).status, 404);
	assert.equal((await client.send(answer, { answer: "yes" })).status, 404);
	const other = await world.as(next);
	assert.match(
		(await other.get(`/proposals/${proposal.id}`)).text,
		/has a mentor now and is asked only once you have said yes/,
	);
	await other.post(answer, { answer: "yes" });
	assert.match(
		(await client.get("/")).text,
		/is proposed to you in Spring cohort/,
	);
	assert.match(
		(await client.get(`/proposals/${proposal.id}`)).text,
		/takes the place of the pair you have now/,
	);
	assert.doesNotMatch((await client.get(world.path)).text, /ended on/);
	const agreed = await client.post(answer, { answer: "yes" });
	assert.match(agreed.text, /You both said yes/);
	assert.match(
		(await client.get(world.path)).text,
		/This relationship ended on/,
	);
	// What was still to come with the one before is off the same moment.
	assert.deepEqual(
		await asSessions(world, (tx) =>
			tx
				.selectFrom("session")
				.select("state")
				.where("id", "=", session)
				.execute(),
		),
		[{ state: "cancelled" }],
	);
	await perform(world, "check-pairs", {});
	assert.deepEqual(await matters(world), []);
});

test("a no of either leaves the mentee with the mentor they have, tells nobody whose it was, and the pair is flagged again", async () => {
	await using world = await pairedWorld();
	const { mentee, mentor, manager } = world;
	await managedBy(world, mentee, mentor);
	const client = await world.as(mentee);
	for (const refuses of ["mentor", "mentee"]) {
		await perform(world, "check-pairs", {});
		const [matter] = await matters(world);
		assert.equal(matter?.kind, "reports-to-mentor");
		const next = matter?.suggested[refuses === "mentor" ? 0 : 1] ?? "";
		await manager.post(`${world.changes}/${matter?.id}/propose`, {
			mentor: next,
		});
		const { id } = await openProposal(world);
		const answer = `/proposals/${id}/answer`;
		const other = await world.as(next);
		const unasked = await other.send(answer, {
			answer: "ask-me-more",
			question: "Why me?",
		});
		assert.equal(unasked.status, 422);
		await other.post(answer, {
			answer: refuses === "mentor" ? "not-now" : "yes",
		});
		if (refuses === "mentee") {
			const kept = await client.send(answer, { answer: "not-now" });
			assert.equal(kept.location, world.path);
		}
		assert.equal((await client.get(`/proposals/${id}`)).status, 404);
		assert.doesNotMatch((await client.get(world.path)).text, /ended on/);
		const left = await rows(world, (tx) =>
			tx
				.selectFrom("proposal")
				.select(["status", "asked"])
				.where("id", "=", id)
				.executeTakeFirstOrThrow(),
		);
		// The row is the same whoever refused.
		assert.deepEqual(left, { status: "returned", asked: "mentor" });
	}
	const mails = await transact(
		world.database,
		{ actor: { kind: "process", process: "mail" }, access: "read" },
		(tx) =>
			tx
				.selectFrom("mail")
				.select("kind")
				.where("person_id", "=", mentee)
				.where("kind", "in", ["change", "proposal-returned"])
				.execute(),
	);
	assert.deepEqual(mails, [{ kind: "proposal-returned" }]);
	await perform(world, "check-pairs", {});
	assert.equal((await matters(world)).length, 1);
});

test("a reporting line counts through managers between, and what passes by itself is let go", async () => {
	await using world = await pairedWorld();
	const between = world.people["Mia"] ?? "";
	await managedBy(world, world.mentee, between);
	await managedBy(world, between, world.mentor);
	await perform(world, "check-pairs", {});
	await perform(world, "check-pairs", {});
	assert.deepEqual(
		(await matters(world)).map(({ kind }) => kind),
		["reports-to-mentor"],
	);
	await managedBy(world, between, null);
	await perform(world, "check-pairs", {});
	assert.deepEqual(await matters(world), []);
});

test("a pair is kept with a reason, and not told again", async () => {
	await using world = await pairedWorld();
	await managedBy(world, world.mentee, world.mentor);
	await perform(world, "check-pairs", {});
	const [matter] = await matters(world);
	const keep = `${world.changes}/${matter?.id}/keep`;
	assert.equal((await world.manager.send(keep, { reason: " " })).status, 422);
	const kept = await world.manager.post(keep, {
		reason: "For a month only, until the new unit stands.",
	});
	assert.match(kept.text, /until the new unit stands/);
	assert.equal(
		(await world.manager.send(keep, { reason: "again" })).status,
		409,
	);
	await perform(world, "check-pairs", {});
	assert.deepEqual(await matters(world), []);
});

test("a mentor who leaves or pauses is flagged; ending says the same words to both and blames nobody", async () => {
	await using world = await pairedWorld();
	const mentor = await world.as(world.mentor);
	const part = await enrolment(world, world.mentor);
	await mentor.post(`/programs/${world.program}/part/${part}`, {
		capacity: "1",
		pausedUntil: inDays(60),
	});
	await world.workJobs();
	const [paused] = await matters(world);
	assert.equal(paused?.kind, "mentor-paused");
	const relationship = world.path.replace("/relationships/", "");
	const members = [world.mentor, world.mentee];
	const session = await sessionOf(world, { id: relationship, members }, 48);
	await world.manager.post(`${world.changes}/${paused?.id}/end`);
	const mails = await transact(
		world.database,
		{ actor: { kind: "process", process: "mail" }, access: "read" },
		(tx) =>
			tx
				.selectFrom("mail")
				.select(["body_text"])
				.where("kind", "=", "change")
				.execute(),
	);
	// What was still to come is off at once, and calendars are told.
	assert.deepEqual(
		await asSessions(world, (tx) =>
			tx.selectFrom("session").select(["id", "state", "sequence"]).execute(),
		),
		[{ id: session, state: "cancelled", sequence: 1 }],
	);
	const { rows: told } = await world.database.pool.query(
		"select from graphile_worker.jobs where key = $1",
		[`session-changed ${session} 1`],
	);
	assert.equal(told.length, 1);
	assert.equal(mails.length, 2);
	for (const { body_text } of mails)
		assert.doesNotMatch(body_text, /pause|manager|report/i);
	const journal = await transact(
		world.database,
		{ actor: { kind: "person", person: world.ada }, access: "read" },
		(tx) =>
			tx
				.selectFrom("journal")
				.select(["person_id", "about_person_id"])
				.where("act", "=", "end-relationship")
				.execute(),
	);
	assert.deepEqual(journal, [{ person_id: null, about_person_id: null }]);
});

test("whoever's mentor leaves the organisation is flagged with whom to propose", async () => {
	await using world = await pairedWorld();
	const ada = await world.as(world.ada);
	const left = await ada.send(`/people/${world.mentor}/leave`, {
		"left-on": inDays(0),
	});
	assert.equal(left.status, 303, left.text);
	await world.workJobs();
	const [matter] = await matters(world);
	assert.equal(matter?.kind, "mentor-left");
	assert.equal(matter?.mentee, world.mentee);
	assert.match((await world.manager.get(world.changes)).text, /has left/);
});

function openProposal(world: Awaited<ReturnType<typeof pairedWorld>>) {
	return rows(world, (tx) =>
		tx
			.selectFrom("proposal")
			.select(["id", "mentor_id as mentor"])
			.where("status", "=", "published")
			.where("mentee_id", "=", world.mentee)
			.executeTakeFirstOrThrow(),
	);
}
