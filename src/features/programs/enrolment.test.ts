import assert from "node:assert/strict";
import test from "node:test";
import {
	answer,
	cohort,
	enrolmentOf,
	inAWeek,
	invite,
	openWays,
	person,
	standings,
} from "../../../test/cohort.ts";
import { endEnrolmentsOf } from "./commands/leave.ts";

test("an invitation waits on the first page, goes out by mail, and is answered with one press", async () => {
	await using world = await cohort();
	const invited = await invite(world, "mentee", [world.wei, world.jola]);
	assert.match(invited.text, /2 people are invited/);
	const wei = await world.as(world.wei);
	assert.match((await wei.get("/")).text, /A place for you in “Spring cohort”/);
	const page = await wei.get(`/programs/${world.program}/invitation`);
	assert.match(page.text, /Would you like to take part in “Spring cohort”\?/);
	assert.match(page.text, /without a reason/);
	const home = await answer(world, world.wei, {
		answer: "accept",
		capacity: "1",
	});
	assert.match(home.text, /You have a place\./);
	const jola = await answer(world, world.jola, { answer: "decline" });
	assert.match(jola.text, /That is all anyone needs to know/);
	assert.deepEqual(await standings(world), [
		"Jola mentee declined",
		"Wei mentee enrolled",
	]);
	const back = await answer(world, world.jola, { answer: "accept" });
	assert.match(back.text, /You have a place\./);
});

test("people are written to in their language, and whoever never signed in gets a way in", async () => {
	await using world = await cohort({
		postOffice: {
			smtpUrl: "smtp://127.0.0.1:1",
			from: "baton@meridian.example",
		},
	});
	await world.arrange(async (tx) => {
		await tx
			.updateTable("person")
			.set({ locale: "de" })
			.where("id", "=", world.wei)
			.execute();
	});
	await world.as(world.jola);
	await invite(world, "mentee", [world.wei, world.jola]);
	const mails = await world.acting({ kind: "process", process: "mail" }, (tx) =>
		tx
			.selectFrom("mail")
			.selectAll()
			.where("kind", "=", "invitation")
			.execute(),
	);
	const [toWei, toJola] = [world.wei, world.jola].map((id) =>
		mails.find((mail) => mail.person_id === id),
	);
	assert.equal(toJola?.holds_sign_in_link, false);
	assert.match(toJola?.body_text ?? "", /\/programs\/.*\/invitation/);
	assert.equal(toWei?.holds_sign_in_link, true);
	const link = /http:\/\/localhost(\/link\/\S+)/.exec(
		toWei?.body_text ?? "",
	)?.[1];
	const door = await world.stranger().get(link ?? "");
	assert.equal(door.status, 200);
	const jobs = await world.database.pool.query(
		"select count(*)::integer as count from graphile_worker.jobs where task_identifier = 'deliver-mail'",
	);
	assert.equal(jobs.rows[0].count, 2);
});

test("only people who fit the rules are invited, and nobody twice", async () => {
	await using world = await cohort();
	const ruth = await world.as(world.ruth);
	await ruth.post(`/programs/${world.program}/eligibility`, {
		side: "mentor",
		rule: JSON.stringify({
			all: [{ fact: "grade", is: "at-least", value: "Director" }],
		}),
		from: "0",
	});
	const all = await invite(world, "mentor", "all");
	assert.match(all.text, /3 people are invited/);
	assert.deepEqual(await standings(world), [
		"Amara mentor invited",
		"Ingrid mentor invited",
		"Tomás mentor invited",
	]);
	const none = await ruth.send(`/programs/${world.program}/invitations`, {
		side: "mentor",
		whom: "chosen",
		people: [world.wei],
		answerBy: inAWeek,
	});
	assert.equal(none.status, 422);
	const late = await ruth.send(`/programs/${world.program}/invitations`, {
		side: "mentee",
		whom: "all",
		answerBy: "2020-01-01",
	});
	assert.match(late.text, /Choose a day after today/);
});

test("after the day to answer by, a yes asks for a place", async () => {
	await using world = await cohort();
	await invite(world, "mentee", [world.wei]);
	await world.acting(person(world.ruth), (tx) =>
		tx.updateTable("enrolment").set({ answer_by: "2020-01-01" }).execute(),
	);
	const page = await (await world.as(world.wei)).get(
		`/programs/${world.program}/invitation`,
	);
	assert.match(page.text, /The day to answer by was 1 January 2020/);
	await answer(world, world.wei, { answer: "accept" });
	assert.deepEqual(await standings(world), ["Wei mentee applied"]);
});

test("beyond the places there is a waiting list, and whoever said yes first comes first", async () => {
	await using world = await cohort();
	const ruth = await world.as(world.ruth);
	await ruth.post(`/programs/${world.program}/ways-in`, { menteePlaces: "1" });
	await invite(world, "mentee", [world.wei, world.jola, world.tomas]);
	await Promise.all(
		[world.wei, world.jola].map((who) =>
			answer(world, who, { answer: "accept" }),
		),
	);
	const after = await standings(world);
	assert.deepEqual(
		after
			.map((line) => line.split(" ")[2])
			.toSorted((one, other) => (one ?? "").localeCompare(other ?? "")),
		["enrolled", "invited", "waiting"],
	);
	await answer(world, world.tomas, { answer: "accept" });
	const early = after.find((line) => line.endsWith("waiting"))?.split(" ")[0];
	const enrolled = early === "Wei" ? world.jola : world.wei;
	const own = await world.as(enrolled);
	const part = `/programs/${world.program}/part/${await enrolmentOf(world, enrolled)}`;
	assert.match(
		(await own.post(`${part}/withdraw`)).text,
		/Nobody was given a reason/,
	);
	const overview = await ruth.get(`/programs/${world.program}`);
	assert.match(overview.text, /Give one place to those who wait/);
	await ruth.post(`/programs/${world.program}/people/promote`, { places: "5" });
	const now = await standings(world);
	assert.ok(now.includes(`${early} mentee enrolled`), now.join(", "));
	assert.equal(now.filter((line) => line.endsWith("waiting")).length, 1);
});

test("people enrolled by import are told by whom and refuse with one press", async () => {
	await using world = await cohort();
	await world.acting(
		{ kind: "process", process: "people-import" },
		async (tx) => {
			await tx
				.insertInto("enrolment")
				.values({
					program_id: world.program,
					person_id: world.ingrid,
					side: "mentor",
					status: "enrolled",
					how: "import",
					entered_by: world.ruth,
				})
				.execute();
		},
	);
	const ingrid = await world.as(world.ingrid);
	const page = await ingrid.get(`/programs/${world.program}/invitation`);
	assert.match(page.text, /You were enrolled by Ruth Feld/);
	await answer(world, world.ingrid, { answer: "decline" }, "mentor");
	assert.deepEqual(await standings(world), ["Ingrid mentor declined"]);
});

test("whoever leaves the organisation leaves its programs the same moment", async () => {
	await using world = await cohort();
	await invite(world, "mentee", [world.wei, world.jola]);
	await answer(world, world.jola, { answer: "decline" });
	const ended = await world.acting(person(world.ada), (tx) =>
		endEnrolmentsOf(tx, [world.wei, world.jola]),
	);
	assert.equal(ended, 1);
	assert.deepEqual(await standings(world), [
		"Jola mentee declined",
		"Wei mentee left",
	]);
});

test("several are moved at once, and those it does not fit are counted", async () => {
	await using world = await cohort();
	await openWays(world);
	for (const who of [world.wei, world.jola])
		await (await world.as(who)).post(`/programs/${world.program}/apply`, {
			side: "mentee",
			capacity: "1",
		});
	await invite(world, "mentee", [world.tomas]);
	const ruth = await world.as(world.ruth);
	const page = `/programs/${world.program}/people`;
	const enrolments = await Promise.all(
		[world.wei, world.jola, world.tomas].map((who) => enrolmentOf(world, who)),
	);
	const none = await ruth.send(page, { act: "admit" });
	assert.equal(none.status, 422);
	const some = await ruth.post(page, {
		act: "admit",
		enrolments,
		back: "sort=-name",
	});
	assert.match(some.text, /Done for 2 people; one was left as they are/);
	const file = await ruth.get(`${page}.csv?status=enrolled`);
	assert.match(file.html, /"Wei Zhang","wei.zhang@meridian.example"/);
	assert.doesNotMatch(file.html, /Rivera/);
});

test("whoever said no is asked again only by name, and a closed program asks nobody", async () => {
	await using world = await cohort();
	await invite(world, "mentee", [world.wei]);
	await answer(world, world.wei, { answer: "decline" });
	const ruth = await world.as(world.ruth);
	const page = `/programs/${world.program}/people`;
	const again = {
		act: "invite",
		enrolments: [await enrolmentOf(world, world.wei)],
		answerBy: inAWeek,
	};
	assert.match((await ruth.post(page, again)).text, /Done for one person/);
	assert.deepEqual(await standings(world), ["Wei mentee invited"]);
	await ruth.post(`/programs/${world.program}/close`);
	assert.equal((await ruth.send(page, again)).status, 409);
	const wei = await world.as(world.wei);
	assert.doesNotMatch((await wei.get("/")).text, /A place for you/);
	const yes = await wei.send(
		`/programs/${world.program}/invitation/${again.enrolments[0]}`,
		{ answer: "accept" },
	);
	assert.equal(yes.status, 409);
});
