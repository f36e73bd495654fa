import assert from "node:assert/strict";
import test from "node:test";
import ICAL from "ical.js";
import { smtpServer } from "../../../test/calendar.ts";
import { mailboxServer, replyMail } from "../../../test/mailbox.ts";
import { asOwner } from "../../../test/owner.ts";
import { asMember, sessionOf } from "../../../test/sessions.ts";
import { pairWorld } from "../../../test/two-pairs.ts";
import { transact } from "../../platform/database/database.ts";
import { addJob } from "../../platform/jobs/jobs.ts";
import { availabilityOf } from "../sessions/queries/availability.ts";
import { roundtablesLeaving } from "./leaving.ts";
import { underwayInRoundtables } from "./underway.ts";

test("a mentor sets a table; seats go in the order of asking, whoever waits moves up; it is moved, answered from calendars and called off, and calendars are told once each", async () => {
	const smtp = await smtpServer();
	await using mailbox = await mailboxServer();
	await using world = await pairWorld({
		postOffice: smtp.postOffice,
		mailbox: mailbox.address,
	});
	const { people, program, pair, database } = world;
	const own = <Row extends object>(statement: string, ...values: unknown[]) =>
		asOwner<Row>(database, statement, values);
	await own("update person set time_zone = 'Europe/Berlin'");
	const id = (name: string) => people[name] ?? "";
	const as = (name: string) => world.as(id(name));
	const base = `/programs/${program}/roundtables`;
	const dayIn = (days: number) =>
		new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
	const day = dayIn(20);
	const table = {
		topic: "Closing a plant with dignity",
		day,
		time: "16:00",
		minutes: "90",
		seats: "3",
		place: "Room 7",
	};
	const mails = async () => {
		await world.workJobs();
		return (await smtp.taken())
			.filter(({ calendar }) => calendar !== "")
			.map(({ to, calendar, text }) => {
				const component = new ICAL.Component(ICAL.parse(calendar));
				const event = component.getFirstSubcomponent("vevent");
				assert.ok(event);
				return {
					to,
					line: `${to.split(".")[0]} ${String(component.getFirstPropertyValue("method"))}`,
					event: new ICAL.Event(event),
					calendar,
					text,
				};
			})
			.toSorted((one, other) => (one.line < other.line ? -1 : 1));
	};
	const lines = async () => (await mails()).map(({ line }) => line);

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
	const order = await own<{ name: string }>(
		"select first_name as name from roundtable_seat seat join person on person.id = seat.person_id where not is_host order by asked_at",
	);
	const [first = "", second = "", third = "", next = "", last = ""] = order.map(
		({ name }) => name,
	);
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
	assert.match((await ingrid.post(`${page}/move`, later)).text, /asked anew/);
	const moved = await mails();
	assert.deepEqual(
		moved.map(({ line, event }) => `${line} ${event.sequence}`),
		["Ingrid", first, third, next]
			.map((name) => `${low(name)} REQUEST 1`)
			.toSorted(),
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
		mailbox.put(
			replyMail(guest(name).uid, {
				from: guest(name).from,
				partstat,
				sequence,
			}),
		);
	reply(first, "DECLINED", 0);
	reply(next, "TENTATIVE", 1);
	reply(third, "DECLINED", 1);
	mailbox.put(
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
	assert.equal((await wei.send(`${page}/call-off`, {})).status, 404);
	assert.match((await ingrid.post(`${page}/call-off`)).text, /called off/);
	assert.deepEqual(
		await lines(),
		["Ingrid", second, next].map((name) => `${low(name)} CANCEL`).toSorted(),
	);
	assert.equal((await jola.send(`${page}/take`, {})).status, 409);
	await smtp.close();
});
