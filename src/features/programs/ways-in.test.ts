import assert from "node:assert/strict";
import test from "node:test";
import {
	answer,
	cohort,
	enrolmentOf,
	invite,
	openWays,
	person,
	standings,
} from "../../../test/cohort.ts";

test("a nomination needs a reason, the nominee's yes, and a decision with a reason", async () => {
	await using world = await cohort();
	await openWays(world);
	const amara = await world.as(world.amara);
	const page = `/programs/${world.program}/nominate`;
	const empty = await amara.send(page, {
		person: "wei zhang",
		side: "mentee",
		reason: "",
	});
	assert.equal(empty.status, 422);
	assert.match(empty.text, /Say why/);
	const kept = await amara.post(page, {
		person: "wei zhang",
		side: "mentee",
		reason: "Turns a mess into a plan.",
	});
	assert.match(kept.text, /Your suggestion of Wei Zhang is noted/);
	const again = await amara.send(page, {
		person: "wei.zhang@meridian.example",
		side: "mentee",
		reason: "Once more.",
	});
	assert.equal(again.status, 422);
	assert.match(again.text, /suggested this person already.*Once more\./);
	const wei = await world.as(world.wei);
	assert.match(
		(await wei.get("/")).text,
		/You were suggested for “Spring cohort”/,
	);
	assert.match(
		(await wei.get(`/programs/${world.program}/invitation`)).text,
		/Turns a mess into a plan\. Amara Okafor/,
	);
	await answer(world, world.wei, { answer: "accept" });
	assert.deepEqual(await standings(world), ["Wei mentee applied"]);
	const ruth = await world.as(world.ruth);
	assert.match(
		(await ruth.get("/")).text,
		/One person asks for a place in “Spring cohort”/,
	);
	const decide = `/programs/${world.program}/people/${await enrolmentOf(world, world.wei)}`;
	assert.match((await ruth.get(decide)).text, /Suggested by Amara Okafor/);
	const silent = await ruth.send(decide, {
		decision: "admit",
		seen: "applied",
	});
	assert.equal(silent.status, 422);
	await ruth.post(decide, {
		decision: "admit",
		seen: "applied",
		reason: "Agreed.",
	});
	assert.deepEqual(await standings(world), ["Wei mentee enrolled"]);
	assert.match((await amara.get(page)).text, /has a place Agreed\./);
});

test("whoever nominates does not learn of a no, nor that someone stood in the program already", async () => {
	await using world = await cohort();
	await openWays(world);
	await invite(world, "mentee", [world.jola]);
	await answer(world, world.jola, { answer: "decline" });
	const amara = await world.as(world.amara);
	const page = `/programs/${world.program}/nominate`;
	for (const name of ["Wei Zhang", "Jola Nowak"])
		await amara.post(page, {
			person: name,
			side: "mentee",
			reason: "Promise.",
		});
	await answer(world, world.wei, { answer: "decline" });
	const seen = await amara.get(page);
	assert.equal(seen.text.match(/Mentee noted/g)?.length, 2);
	const rows = await world.acting(person(world.amara), (tx) =>
		tx.selectFrom("enrolment").select("id").execute(),
	);
	assert.equal(rows.length, 0);
});

test("people with nobody reporting to them cannot nominate", async () => {
	await using world = await cohort();
	await openWays(world);
	const jola = await world.as(world.jola);
	assert.equal(
		(await jola.get(`/programs/${world.program}/nominate`)).status,
		404,
	);
	const sent = await jola.send(`/programs/${world.program}/nominate`, {
		person: "Wei Zhang",
		side: "mentee",
		reason: "A friend.",
	});
	assert.equal(sent.status, 403);
	assert.deepEqual(await standings(world), []);
});

test("an application is possible only for whoever fits, and is decided by the program manager", async () => {
	await using world = await cohort();
	await openWays(world);
	const ruth = await world.as(world.ruth);
	for (const [side, is] of [
		["mentor", "at-least"],
		["mentee", "at-most"],
	])
		await ruth.post(`/programs/${world.program}/eligibility`, {
			side: side ?? "",
			rule: JSON.stringify({
				all: [
					{
						fact: "grade",
						is,
						value: is === "at-least" ? "Vice President" : "Manager",
					},
				],
			}),
			from: "0",
		});
	const ingrid = await world.as(world.ingrid);
	assert.match(
		(await ingrid.get(`/programs/${world.program}/apply`)).text,
		/needed: Grade is at least Vice President/,
	);
	const wei = await world.as(world.wei);
	assert.match(
		(await wei.get("/programs")).text,
		/Spring cohort .*Ask for a place/,
	);
	const page = `/programs/${world.program}/apply`;
	const asMentor = await wei.send(page, { side: "mentor", capacity: "1" });
	assert.equal(asMentor.status, 422);
	await wei.post(page, { side: "mentee", capacity: "1", pausedUntil: "" });
	assert.deepEqual(await standings(world), ["Wei mentee applied"]);
	const decide = `/programs/${world.program}/people/${await enrolmentOf(world, world.wei)}`;
	const [first, second] = await Promise.all([
		ruth.send(decide, { decision: "admit", seen: "applied" }),
		ruth.send(decide, { decision: "refuse", seen: "applied" }),
	]);
	assert.deepEqual(
		[first.status, second.status].toSorted((one, other) => one - other),
		[303, 409],
	);
});
