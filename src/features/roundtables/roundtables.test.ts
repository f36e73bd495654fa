import assert from "node:assert/strict";
import test from "node:test";
import { replyMail } from "../../../test/mailbox.ts";
import { roundtableDesk } from "../../../test/roundtables.ts";
import { asMember, sessionOf } from "../../../test/sessions.ts";
import { transact } from "../../platform/database/database.ts";
import { addJob } from "../../platform/jobs/jobs.ts";
import { availabilityOf } from "../sessions/queries/availability.ts";
import { roundtablesLeaving } from "./leaving.ts";
import { underwayInRoundtables } from "./underway.ts";

test("a mentor sets a table; seats go in the order of asking, whoever waits moves up; it is moved, answered from calendars, called off and ended with its program, and all are told once each", async () => {
	await using desk = await roundtableDesk();
	const { world, own, id, as, dayIn, onDay, mails, lines, told } = desk;
	const table = onDay(20);
	const { program, pair, database } = world;
	const base = `/programs/${program}/roundtables`;

	// Who mentors sets one, nobody else; what is wrong comes back with what was typed.
	const ingrid = await as("Ingrid");
	const wei = await as("Wei");
	assert.equal((await wei.get(`${base}/new`)).status, 404);
	assert.equal((await wei.send(base, table)).status, 404);
	const wrong = await ingrid.send(base, { ...table, seats: "13" });
	assert.equal(wrong.status, 422);
	assert.match(wrong.html, /Closing a plant with dignity/);
	const set = await ingrid.send(base, table);
	const page = set.location ?? "";
	assert.match((await ingrid.get(page)).text, /you host it.*0 of 3 seats/);
	assert.equal((await ingrid.send(base, table)).status, 422, "there already");
	const [host, ...others] = await mails();
	assert.deepEqual([host?.line, others], ["ingrid REQUEST", []]);
	assert.equal(host?.event.summary, "Roundtable: Closing a plant with dignity");
	assert.equal(host?.event.location, "Room 7");
	assert.match(host?.calendar ?? "", /RSVP=FALSE/);

	// For those in the program it is there, with its seats; for whoever is not, it is not.
	assert.match((await wei.get(base)).text, /dignity Hosted by Ingrid/);
	const stranger = await world.as(world.ada);
	assert.equal((await stranger.get(page)).status, 404);
	assert.equal((await stranger.send(`${page}/take`, {})).status, 404);
	assert.deepEqual(
		await asMember(world, world.ada, (tx) =>
			tx.selectFrom("roundtable").select("id").execute(),
		),
		[],
	);
	const manager = await world.as(world.ruth);
	assert.doesNotMatch((await manager.get(page)).text, /Take a seat/);
	assert.equal((await manager.send(`${page}/take`, {})).status, 404);

	// Five ask at once: three sit, two wait, each has one place.
	const guests = ["Wei", "Samir", "Ana", "Kofi", "Lena"];
	const clients = await Promise.all(guests.map(as));
	const answers = await Promise.all(
		clients.map((client) => client.send(`${page}/take`, {})),
	);
	assert.ok(answers.every(({ status }) => status === 303));
	assert.equal((await wei.send(`${page}/take`, {})).status, 409);
	const [first = "", second = "", third = "", next = "", last = ""] =
		await desk.askers();
	const low = (name: string) => name.toLowerCase();
	assert.deepEqual(
		await lines(),
		[first, second, third].map((name) => `${low(name)} REQUEST`).toSorted(),
	);
	assert.match(
		(await (await as(next)).get(page)).text,
		/you wait, as the next/,
	);
	const list = (await manager.get(page)).text;
	assert.match(
		list,
		new RegExp(
			`3 of 3 .*${first}.*${third}.*Waiting, in this order ${next}.*${last}`,
		),
	);

	// A seat given back goes to the next, who hears it once; asked for again it is at the end.
	const giving = await as(second);
	assert.match((await giving.post(`${page}/give-back`)).text, /given back/);
	assert.deepEqual(
		await lines(),
		[`${low(next)} REQUEST`, `${low(second)} CANCEL`].toSorted(),
	);
	assert.equal((await giving.send(`${page}/give-back`, {})).status, 404);
	assert.match(
		(await giving.post(`${page}/take`)).text,
		/you wait, with one before you/,
	);
	assert.deepEqual(await lines(), []);

	// Nobody is promised to two places: not by a seat beside a session, nor by a time proposed on top of a seat.
	const [{ at } = { at: new Date() }] = await own<{ at: Date }>(
		"select starts_at as at from roundtable",
	);
	const jola = await as("Jola");
	await sessionOf(
		world,
		{
			id: world.otherPair.id,
			members: [world.otherPair.mentor, world.otherPair.mentee],
		},
		(at.getTime() - Date.now()) / 3_600_000,
	);
	assert.match((await jola.post(`${page}/take`)).text, /at that time/);
	const [busy, waits] = await transact(
		database,
		{ actor: { kind: "process", process: "sessions" }, access: "read" },
		(tx) => availabilityOf(tx, [id(first), id(last)]),
	);
	const then = (one: typeof busy) =>
		one?.busy.some(({ from }) => from === at.getTime());
	assert.deepEqual([then(busy), then(waits)], [true, false]);
	await mails();
	const { day } = table;
	const typed = { format: "one-to-one", minutes: "45", day, time: "16:30" };
	const booking = `/relationships/${pair.id}/sessions`;
	const own409 = await ingrid.send(booking, typed);
	assert.equal(own409.status, 409);
	assert.match(own409.text, /You are at the roundtable “Closing a plant/);
	const isSeated = [first, third, next].includes("Wei");
	assert.match(
		(await wei.post(booking, typed)).text,
		isSeated ? /You are at the roundtable/ : /One of you is not free/,
	);

	// Moved by its host: the same entries with a higher sequence, and a question to whoever sits there; those who wait go on waiting.
	const later = { day: dayIn(21), time: "10:00", minutes: "60", place: "" };
	assert.equal((await wei.get(`${page}/move`)).status, 404);
	assert.equal((await wei.send(`${page}/move`, later)).status, 404);
	assert.match(
		(await ingrid.get(`${page}/move`)).html,
		new RegExp(`value="${day}"[^]*value="16:00"[^]*value="90"`),
	);
	await own("update person set locale = 'de' where id = $1", id(last));
	assert.match((await ingrid.post(`${page}/move`, later)).text, /asked anew/);
	const moved = await mails();
	assert.deepEqual(
		moved.map(({ line, event }) => `${line} ${event.sequence}`),
		["Ingrid", first, third, next]
			.map((name) => `${low(name)} REQUEST 1`)
			.toSorted(),
	);
	// They hear it once, in their language, without a calendar.
	const heard = new Map((await told()).map(({ name, text }) => [name, text]));
	assert.equal(heard.size, 2);
	assert.match(heard.get(second) ?? "", /was moved: it is now on .*10:00/s);
	assert.match(
		heard.get(last) ?? "",
		/wurde verschoben: Er ist jetzt .*10:00/s,
	);
	const guest = (name: string) => {
		const mail = moved.find(({ line }) => line.startsWith(low(name)));
		assert.ok(mail);
		return { uid: mail.event.uid, from: mail.to };
	};
	assert.equal(
		moved.filter(({ calendar }) => /RSVP=TRUE/.test(calendar)).length,
		3,
	);
	const keeping = await as(first);
	assert.match((await keeping.get("/")).text, /Do you keep your seat at/);
	assert.match((await keeping.post(`${page}/keep`)).text, /You keep your seat/);
	assert.doesNotMatch((await keeping.get("/")).text, /Do you keep your seat/);
	assert.equal((await jola.send(`${page}/keep`, {})).status, 404);

	// Calendars answer: one may come, one declines and makes room; what answers an earlier time changes nothing.
	const reply = (name: string, partstat: string, sequence: number) =>
		desk.put(
			replyMail(guest(name).uid, {
				from: guest(name).from,
				partstat,
				sequence,
			}),
		);
	reply(first, "DECLINED", 0);
	reply(next, "TENTATIVE", 1);
	reply(third, "DECLINED", 1);
	desk.put(
		replyMail(guest(first).uid, {
			from: guest(next).from,
			partstat: "DECLINED",
			sequence: 1,
		}),
	);
	await world.arrange((tx) => addJob(tx, "read-mailbox", {}));
	assert.deepEqual(
		await lines(),
		[`${low(last)} REQUEST`, `${low(third)} CANCEL`].toSorted(),
	);
	assert.deepEqual(
		await own("select outcome, count from reply_tally order by outcome"),
		[
			{ outcome: "outdated", count: 1 },
			{ outcome: "taken", count: 2 },
			{ outcome: "unknown", count: 1 },
		],
	);
	assert.match(
		(await ingrid.get(page)).text,
		new RegExp(
			`3 of 3 .*${first}.*${next}[^)]* not sure yet.*${last}.*Waiting, in this order ${second}`,
		),
	);

	// Whoever has no place in the program any more has no seat either, and the next one does.
	const checkPlaces = () =>
		world.arrange((tx) => addJob(tx, "roundtable-places", {}));
	await checkPlaces();
	assert.deepEqual(await lines(), []);
	await own(
		"update enrolment set status = 'left' where person_id = $1",
		id(last),
	);
	await checkPlaces();
	assert.deepEqual(
		await lines(),
		[`${low(last)} CANCEL`, `${low(second)} REQUEST`].toSorted(),
	);

	// On Today, in one's own language, and in the calendar that one subscribes to.
	const going = await asMember(world, pair.mentor, (tx) =>
		underwayInRoundtables(tx, {
			id: pair.mentor,
			name: "",
			offices: [],
			locale: null,
			timeZone: null,
		}),
	);
	assert.match(going[0]?.detail ?? "", /You host it; 3 of 3/);
	await jola.post("/preferences", { locale: "de", back: "/" });
	const german = await jola.get(page);
	assert.match(german.text, /Auf einen Platz warten/);
	const feed = await ingrid.post("/me/calendar/feed");
	const [, path = ""] =
		/http:\/\/localhost(\/calendar\/[\w-]{43}\.ics)/.exec(feed.text) ?? [];
	const published = await (await world.app.request(path)).text();
	assert.match(published, /SUMMARY:Roundtable\r/);
	assert.doesNotMatch(published, /dignity|Room 7/);

	// Whoever leaves the organisation leaves the table; then its host calls it off.
	await own(
		"update person set left_on = current_date where id = $1",
		id(first),
	);
	await transact(
		database,
		{ actor: { kind: "person", person: world.ruth }, access: "write" },
		(tx) => roundtablesLeaving.left(tx, id(first)),
	);
	assert.deepEqual(await lines(), []);
	assert.equal((await giving.send(`${page}/call-off`, {})).status, 404);
	assert.match((await ingrid.post(`${page}/call-off`)).text, /called off/);
	assert.deepEqual(
		await lines(),
		["Ingrid", second, next].map((name) => `${low(name)} CANCEL`).toSorted(),
	);
	assert.equal((await jola.send(`${page}/take`, {})).status, 409);

	// Closing the program takes its tables to come with it: calendars are told, who waits reads it, nobody sits down or hosts there any more.
	const { location: closing } = await ingrid.send(base, onDay(30));
	for (const name of ["Jola", second, third, next])
		assert.equal(
			(await (await as(name)).send(`${closing}/take`, {})).status,
			303,
		);
	await mails();
	assert.equal((await told()).length, 2, "once a move");
	assert.match((await giving.get("/")).text, /Roundtable: Closing a plant/);
	await manager.post(`/programs/${program}/close`);
	assert.doesNotMatch((await giving.get("/")).text, /Roundtable: Closing/);
	const late = await giving.post(`${closing}/take`);
	assert.match(late.text, /has begun, or does not take place/);
	const off = await mails();
	assert.deepEqual(
		off.map(({ line }) => line),
		["Ingrid", "Jola", second, third]
			.map((name) => `${low(name)} CANCEL`)
			.toSorted(),
	);
	assert.ok(off.some(({ text }) => /The program is closed, and so/.test(text)));
	const [, , waited, ...rest] = await told();
	assert.deepEqual([waited?.name, rest], [next, []]);
	assert.match(waited?.text ?? "", /you wait for a seat, does not take place/);
	assert.doesNotMatch((await ingrid.get(base)).text, /Host a roundtable/);
	const refused = await ingrid.post(base, onDay(40));
	assert.match(refused.text, /nobody hosts a roundtable in it/);
	// One that was offered the same moment goes with what is looked for every ten minutes.
	await own(
		"insert into roundtable (program_id, host_id, topic, starts_at, ends_at, zone, seats) select program_id, host_id, 'Late', starts_at, ends_at, zone, seats from roundtable where topic <> 'Late' limit 1",
	);
	await checkPlaces();
	await mails();
	assert.deepEqual(
		await own("select id from roundtable where called_off_at is null"),
		[],
	);
});
