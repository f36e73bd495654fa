import assert from "node:assert/strict";
import test from "node:test";
import ICAL from "ical.js";
import { bookedWorld } from "../../../test/calendar.ts";
import { counterMail, mailboxServer } from "../../../test/mailbox.ts";
import { asOwner } from "../../../test/owner.ts";
import { nextWeekday, sessionOf, timesIn } from "../../../test/sessions.ts";

test("another time proposed from a calendar is the others’ to take or to decline; nobody is in two sessions, and a mail alone moves nothing", async () => {
	await using mailbox = await mailboxServer();
	await using world = await bookedWorld({ mailbox: mailbox.address });
	const { session, mentor, mentee, database } = world;
	const own = <Row extends object>(statement: string, ...values: unknown[]) =>
		asOwner<Row>(database, statement, values);
	const stands = async () => {
		const [row] = await own<{
			at: Date;
			sequence: number;
			relationship: string;
		}>(
			"select starts_at as at, sequence, relationship_id as relationship from session where id = $1",
			session,
		);
		assert.ok(row);
		return { ...row, at: row.at.getTime() };
	};
	const answers = async () =>
		(
			await own<{ line: string }>(
				"select coalesce(answer, '-') || ' ' || coalesce(answered_through, '-') || case when counter_at is null then '' else ' proposes' end as line from session_member where session_id = $1 order by person_id = $2 desc",
				session,
				mentor.id,
			)
		).map(({ line }) => line);
	const told = async (to: string) =>
		(await world.mailsOut()).filter((mail) => mail.to === to);

	await world.change(0, "booked");
	const [invitation] = await told(mentor.email);
	assert.ok(invitation);
	const { uid } = eventIn(invitation.calendar);
	const propose = async (
		startsAt: number,
		more: { from?: string; sequence?: number } = {},
	) => {
		const { sequence } = await stands();
		mailbox.put(
			counterMail(uid, { from: mentor.email, sequence, startsAt, ...more }),
		);
		await world.readMailbox();
	};

	// Of what is past, overtaken, no change, or somebody else's, nothing comes.
	const first = await stands();
	const good = nextWeekday(16, 10);
	const [stranger] = await own<{ email: string }>(
		"select email from person where id = $1",
		world.ruth,
	);
	await propose(Date.now() - 3_600_000);
	await propose(good, { sequence: 4 });
	await propose(first.at);
	await propose(good, { from: stranger?.email ?? "" });
	assert.deepEqual(await stands(), first);
	assert.deepEqual(await answers(), ["- -", "- -"]);
	assert.deepEqual(
		await own("select outcome, count from reply_tally order by outcome"),
		[
			{ outcome: "outdated", count: 3 },
			{ outcome: "unknown", count: 1 },
		],
	);
	assert.deepEqual(await world.mailsOut(), []);

	// Whoever proposes moves nothing: the other is asked, by a mail that names nobody, and one press on its page moves it.
	const asked = async (at: number) => {
		await propose(at);
		assert.equal((await answers())[0], "tentative mail proposes");
		const [letter, ...more] = await world.mailsOut();
		assert.deepEqual(more, []);
		assert.equal(letter?.to, mentee.email);
		assert.match(letter?.subject ?? "", /^Eine andere Zeit ist vorgeschlagen/);
		assert.doesNotMatch(letter?.raw ?? "", /Ingrid|Aalto/);
		const [, link = ""] =
			/http:\/\/localhost(\/answer\/[\w-]+)/.exec(letter?.text ?? "") ?? [];
		return link;
	};
	const phone = world.stranger();
	const soon = await asked(good);
	assert.equal((await stands()).at, first.at);
	const page = await phone.get(soon);
	assert.match(page.text, /Another time is proposed: /);
	assert.doesNotMatch(page.text, /Ingrid|Aalto/);
	assert.deepEqual(timesIn(page.html), [String(good), String(good)]);
	assert.deepEqual(
		[(await stands()).at, (await answers())[1]],
		[first.at, "- -"],
	);
	const taking = { at: String(good), answer: "move" };
	assert.equal(
		(await phone.send(`${soon.slice(0, -3)}AAA/counter`, taking)).status,
		409,
	);
	assert.match(
		(await phone.post(`${soon}/counter`, taking)).text,
		/It is moved/,
	);
	assert.deepEqual(await stands(), { ...first, at: good, sequence: 1 });
	assert.deepEqual(await answers(), ["yes mail", "yes link"]);
	await world.workJobs();
	const [moved] = await told(mentor.email);
	assert.match(moved?.raw ?? "", /method=REQUEST/);
	assert.equal(eventIn(moved?.calendar ?? "").sequence, 1);

	// Kept, the calendar that proposed is told.
	const sunday = nextSunday();
	const link = await asked(sunday);
	const keep = { at: String(sunday), answer: "keep" };
	const kept = await phone.post(`${link}/counter`, keep);
	assert.match(kept.text, /It stays\./);
	assert.equal((await phone.send(`${link}/counter`, keep)).status, 409);
	await world.workJobs();
	const declined = await told(mentor.email);
	assert.equal(declined.length, 1);
	assert.match(declined[0]?.raw ?? "", /method=DECLINECOUNTER/);
	assert.match(declined[0]?.text ?? "", /was not taken: the mentoring session/);
	const known = eventIn(declined[0]?.calendar ?? "");
	assert.deepEqual([known.uid, known.sequence], [uid, 1]);
	assert.equal(known.startDate.toJSDate().getTime(), good);

	// Proposed again, it stands on Today of the other alone and moves with one press; both can come then.
	await propose(sunday);
	const proposer = await world.as(mentor.id);
	assert.doesNotMatch((await proposer.get("/")).text, /another time/);
	assert.match(
		(await proposer.get(`/sessions/${session}`)).text,
		/Your calendar proposed Sun/,
	);
	const settle = `/sessions/${session}/counter`;
	const move = { at: String(sunday), answer: "move" };
	assert.equal((await proposer.send(settle, move)).status, 409);
	assert.equal(
		(await (await world.as(world.ruth)).send(settle, move)).status,
		404,
	);
	const other = await world.as(mentee.id);
	assert.match(
		(await other.get("/")).text,
		/Ingrid proposes another time: Sun/,
	);
	assert.match((await other.post(settle, move)).text, /It is moved\./);
	assert.equal((await other.send(settle, move)).status, 409);
	assert.deepEqual(await stands(), { ...first, at: sunday, sequence: 2 });
	assert.deepEqual(await answers(), ["yes mail", "yes page"]);
	await world.workJobs();
	const everyone = (await world.mailsOut()).filter(({ calendar }) => calendar);
	assert.deepEqual(
		everyone.map(({ calendar }) => eventIn(calendar).sequence),
		[2, 2],
	);

	// Where one of them is in another session nobody is asked, and nobody learns why.
	const members = [mentor.id, mentee.id];
	const busy = sunday + 7 * 86_400_000;
	await sessionOf(
		world,
		{ id: first.relationship, members },
		(busy - Date.now()) / 3_600_000,
	);
	await world.workJobs();
	await world.mailsOut();
	await propose(busy);
	const [no, ...more] = await world.mailsOut();
	assert.deepEqual(more, []);
	assert.equal(no?.to, mentor.email);
	assert.match(no?.raw ?? "", /method=DECLINECOUNTER/);
	assert.doesNotMatch((await other.get("/")).text, /another time/);
	assert.equal((await stands()).at, sunday);
});

function eventIn(text: string) {
	const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent(
		"vevent",
	);
	assert.ok(event);
	return new ICAL.Event(event);
}

/** A day on which nobody has painted hours, a fortnight ahead, at eleven. */
function nextSunday(): number {
	const day = new Date(Date.now() + 14 * 86_400_000);
	while (day.getUTCDay() !== 0) day.setUTCDate(day.getUTCDate() + 1);
	day.setUTCHours(11, 0, 0, 0);
	return day.getTime();
}
