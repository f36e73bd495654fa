import assert from "node:assert/strict";
import test from "node:test";
import ICAL from "ical.js";
import { smtpServer } from "../../../test/calendar.ts";
import { asOwner } from "../../../test/owner.ts";
import { asMember, sessionOf } from "../../../test/sessions.ts";
import { pairWorld } from "../../../test/two-pairs.ts";
import { transact } from "../../platform/database/database.ts";
import { availabilityOf } from "../sessions/queries/availability.ts";
import { roundtablesLeaving } from "./leaving.ts";
import { underwayInRoundtables } from "./underway.ts";

test("a mentor sets a table; seats go in the order of asking, whoever waits moves up, and calendars are told once each", async () => {
	const smtp = await smtpServer();
	await using world = await pairWorld({ postOffice: smtp.postOffice });
	const { people, program, pair, database } = world;
	const own = <Row extends object>(statement: string, ...values: unknown[]) =>
		asOwner<Row>(database, statement, values);
	await own("update person set time_zone = 'Europe/Berlin'");
	const id = (name: string) => people[name] ?? "";
	const as = (name: string) => world.as(id(name));
	const base = `/programs/${program}/roundtables`;
	const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
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
	assert.match(going[0]?.detail ?? "", /You host it; 5 of 3/);
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
	assert.deepEqual(await lines(), [`${low(last)} REQUEST`]);
	assert.equal((await wei.send(`${page}/call-off`, {})).status, 404);
	assert.match((await ingrid.post(`${page}/call-off`)).text, /called off/);
	assert.deepEqual(
		await lines(),
		["Ingrid", third, next, last]
			.map((name) => `${low(name)} CANCEL`)
			.toSorted(),
	);
	assert.equal((await jola.send(`${page}/take`, {})).status, 409);
	await smtp.close();
});
