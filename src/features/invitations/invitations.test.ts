import assert from "node:assert/strict";
import test from "node:test";
import ICAL from "ical.js";
import { bookedWorld } from "../../../test/calendar.ts";
import { mailboxServer, replyMail } from "../../../test/mailbox.ts";
import { asOwner } from "../../../test/owner.ts";

test("a session is invited to, moved, answered from a calendar and by a link, and called off, all by mail", async () => {
	await using mailbox = await mailboxServer();
	await using world = await bookedWorld({ mailbox: mailbox.address });
	const { session, mentor, mentee } = world;
	const answers = async () =>
		(
			await asOwner<{ line: string }>(
				world.database,
				"select coalesce(answer, '-') || ' ' || coalesce(answered_through, '-') as line from session_member where session_id = $1 order by person_id = $2 desc",
				[session, mentor.id],
			)
		).map(({ line }) => line);

	await world.change(0, "booked");
	await world.change(0, "booked");
	const first = await world.mailsOut();
	assert.equal(first.length, 2);
	const mail = first.find(({ to }) => to === mentor.email);
	assert.ok(mail);
	assert.match(mail.raw, /Content-Type: multipart\/alternative/);
	assert.match(
		mail.raw,
		/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/,
	);
	assert.doesNotMatch(mail.raw, new RegExp(mentee.lastName));
	assert.doesNotMatch(mail.subject, /Room/);
	const invited = new ICAL.Event(
		new ICAL.Component(ICAL.parse(mail.calendar)).getFirstSubcomponent(
			"vevent",
		) ?? undefined,
	);
	assert.equal(invited.summary, "Mentoring session");
	assert.equal(invited.location, "Room 12");
	assert.equal(invited.attendees.length, 1);
	// Somebody who reads German gets it in German.
	const german = first.find(({ to }) => to === mentee.email);
	assert.match(german?.calendar ?? "", /SUMMARY:Mentoring-Treffen/);

	// By the link: opening shows, pressing acts, and nothing tells with whom.
	const path = /http:\/\/localhost(\/answer\/[\w-]+)/.exec(mail.text)?.[1];
	assert.ok(path);
	const stranger = world.stranger();
	const page = await stranger.get(path);
	assert.match(page.text, /Can you come on/);
	assert.doesNotMatch(page.text, new RegExp(`${mentee.lastName}|Room`));
	assert.deepEqual(await answers(), ["- -", "- -"]);
	assert.match(
		(await stranger.post(path, { answer: "tentative" })).text,
		/You said that you may come/,
	);
	assert.deepEqual(await answers(), ["tentative link", "- -"]);
	assert.equal((await stranger.get(`${path.slice(0, -3)}AAA`)).status, 410);

	// By mail: matched by session, person and sequence. What is forged, old or about nothing changes nothing and is counted.
	mailbox.put(
		replyMail(invited.uid, { from: mentee.email, partstat: "ACCEPTED" }),
	);
	mailbox.put(
		replyMail(invited.uid, {
			from: "somebody@else.example",
			partstat: "DECLINED",
		}),
	);
	mailbox.put(
		replyMail(invited.uid.replace(/@.*/, "@elsewhere.example"), {
			from: mentor.email,
			partstat: "DECLINED",
		}),
	);
	mailbox.put(
		replyMail(invited.uid, {
			from: mentor.email,
			partstat: "DECLINED",
			sequence: 7,
		}),
	);
	mailbox.put(
		replyMail(invited.uid, { from: mentor.email, partstat: "DELEGATED" }),
	);
	mailbox.put("From: x@y.example\r\nSubject: Lunch?\r\n\r\nToday?");
	await world.readMailbox();
	await world.readMailbox();
	assert.deepEqual(await answers(), ["tentative link", "yes mail"]);
	assert.deepEqual(
		await asOwner(
			world.database,
			"select outcome, count from reply_tally order by outcome",
		),
		[
			{ outcome: "outdated", count: 1 },
			{ outcome: "taken", count: 1 },
			{ outcome: "unknown", count: 2 },
			{ outcome: "unreadable", count: 1 },
		],
	);

	const ada = await world.as(world.ada);
	assert.match(
		(await ada.get("/administration/replies")).text,
		/Together 1 1 2 1/,
	);
	assert.match(
		(await ada.get("/administration/outbox")).html,
		/href="\/administration\/replies"/,
	);
	const ruth = await world.as(world.ruth);
	assert.equal((await ruth.get("/administration/replies")).status, 404);

	// Moved: the same entry with a higher sequence. A change that was overtaken is not told.
	await asOwner(
		world.database,
		"update session set starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day', sequence = 2 where id = $1",
		[session],
	);
	await world.change(1, "moved");
	await world.change(2, "moved");
	const moved = await world.mailsOut();
	assert.equal(moved.length, 2);
	assert.match(
		moved[0]?.calendar ?? "",
		new RegExp(`UID:${invited.uid}\\r\\nSEQUENCE:2`),
	);

	await asOwner(
		world.database,
		"update session set state = 'cancelled', sequence = 3 where id = $1",
		[session],
	);
	await world.change(3, "cancelled");
	const off = await world.mailsOut();
	assert.equal(off.length, 2);
	assert.match(off[0]?.calendar ?? "", /METHOD:CANCEL/);
	assert.match(off[0]?.raw ?? "", /method=CANCEL/);
	assert.equal((await stranger.get(path)).status, 410);
	assert.equal((await stranger.send(path, { answer: "no" })).status, 409);
	assert.deepEqual(
		await asOwner(world.database, "select 1 from mail_calendar"),
		[],
	);
});

test("a feed says when and nothing else, only to whoever has its address, until it is taken back", async () => {
	await using world = await bookedWorld();
	const mentor = await world.as(world.mentor.id);
	const made = await mentor.post("/me/calendar/feed");
	const path = /http:\/\/localhost(\/calendar\/[\w-]{43}\.ics)/.exec(
		made.text,
	)?.[1];
	assert.ok(path);
	assert.doesNotMatch(
		(await mentor.get("/me/calendar/feed")).html,
		/[\w-]{43}\.ics/,
	);
	const read = await world.app.request(path);
	assert.equal(read.headers.get("cache-control"), "private, no-cache");
	assert.match(read.headers.get("content-type") ?? "", /^text\/calendar/);
	const text = await read.text();
	assert.match(text, /SUMMARY:Mentoring session/);
	assert.doesNotMatch(
		text,
		new RegExp(`${world.mentee.lastName}|Room|ATTENDEE`),
	);
	const etag = read.headers.get("etag");
	assert.ok(etag);
	const again = await world.app.request(path, {
		headers: { "if-none-match": etag },
	});
	assert.equal(again.status, 304);

	await mentor.post("/me/calendar/feed");
	assert.equal((await world.app.request(path)).status, 404);
	await mentor.post("/me/calendar/feed/end");
	assert.match(
		(await mentor.get("/me/calendar/feed")).text,
		/There is none yet/,
	);
});
