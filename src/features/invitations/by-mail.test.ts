import assert from "node:assert/strict";
import test from "node:test";
import ICAL from "ical.js";
import { smtpServer } from "../../../test/calendar.ts";
import { mailboxServer, replyMail } from "../../../test/mailbox.ts";
import { asOwner } from "../../../test/owner.ts";
import { pairWorld } from "../../../test/two-pairs.ts";
import { addJob } from "../../platform/jobs/jobs.ts";

test("a mentor who never signs in answers, moves and writes up by mail alone", async () => {
	await using mailbox = await mailboxServer();
	const smtp = await smtpServer();
	await using world = await pairWorld({
		postOffice: smtp.postOffice,
		mailbox: mailbox.address,
	});
	const { pair } = world;
	const own = <Row extends object>(statement: string, ...values: unknown[]) =>
		asOwner<Row>(world.database, statement, values);
	await own(
		"insert into mail_choice (person_id, quiet_from, quiet_until, quiet_days) select id, 0, 0, '{}' from person on conflict (person_id) do nothing",
	);
	const [{ email } = { email: "" }] = await own<{ email: string }>(
		"select email from person where id = $1",
		pair.mentor,
	);
	const wei = await world.as(pair.mentee);
	const mailTo = async (address: string) => {
		await world.workJobs();
		return (await smtp.taken()).filter(({ to }) => to === address);
	};

	// Wei books; the invitation goes out of the booking itself.
	const choosing = await wei.get(`/relationships/${pair.id}/sessions/new`);
	const [, at = ""] = /name="at" value="(\d+)"/.exec(choosing.html) ?? [];
	await wei.post(`/relationships/${pair.id}/cadence`, {
		rhythm: "own",
		format: "one-to-one",
		minutes: "45",
		revision: "0",
	});
	const booked = await wei.send(`/relationships/${pair.id}/sessions`, {
		format: "one-to-one",
		minutes: "45",
		at,
	});
	const page = booked.location ?? "";
	const [invitation, ...more] = await mailTo(email);
	assert.ok(invitation);
	assert.deepEqual(more, []);
	const entry = eventIn(invitation.calendar);
	assert.equal(entry.startDate.toJSDate().getTime(), Number(at));
	assert.match(
		(await wei.get(page)).text,
		/Ingrid: no answer yet.*You: comes answered here|You: comes answered here.*Ingrid: no answer yet/,
	);

	// The calendar program answers.
	mailbox.put(replyMail(entry.uid, { from: email, partstat: "ACCEPTED" }));
	await world.arrange((tx) => addJob(tx, "read-mailbox", {}));
	await world.workJobs();
	assert.match(
		(await wei.get(page)).text,
		/Ingrid: comes answered by mail, from a calendar/,
	);

	// It does not suit after all: the link in the mail offers times that suit both; opening it changes nothing.
	const stranger = world.stranger();
	const answer = linkIn(invitation.text, "answer");
	const times = await stranger.get(`${answer}/times`);
	assert.doesNotMatch(times.text, /Wei/);
	const [, later = ""] = [
		...times.html.matchAll(/name="at" value="(\d+)"/g),
	].map(([, each = ""]) => each);
	assert.ok(Number(later) > 0);
	assert.equal(
		(
			await stranger.send(`${answer}/times`, {
				at: String(Number(later) + 12 * 3_600_000),
			})
		).status,
		409,
	);
	await stranger.post(`${answer}/times`, { at: later });
	const moved = await wei.get(page);
	assert.match(moved.text, /Can you come\?/);
	assert.match(moved.text, /Ingrid: comes answered by the link in the mail/);
	const [told] = await mailTo(email);
	assert.ok(told);
	const again = eventIn(told.calendar);
	assert.equal(again.uid, entry.uid);
	assert.equal(again.startDate.toJSDate().getTime(), Number(later));
	assert.ok(again.sequence > entry.sequence);

	// After the session, by the same mail or the calendar's own text: three fields, and nothing that is there already.
	const form = linkIn(told.text, "write-up");
	assert.equal(linkIn(again.description, "write-up"), form);
	assert.match((await stranger.get(form)).text, /Not yet Your session is on/);
	await own(
		"update session set starts_at = now() - interval '2 hours', ends_at = now() - interval '75 minutes' where id = $1",
		page.split("/").at(-1),
	);
	await wei.post(`${page}/write-up`, { decided: "We start in Lagos" });
	const opened = await stranger.get(form);
	assert.match(opened.text, /What came of your session\?/);
	assert.doesNotMatch(opened.text, /Lagos|Wei/);
	await stranger.post(form, {
		decided: "Ask the council first",
		commitment: "Calls the council",
		owner: "me",
		due: "2099-01-31",
	});
	assert.match((await stranger.get(form)).text, /It is written up/);
	const read = await wei.get(page);
	assert.match(read.text, /Ask the council first/);
	assert.match(read.text, /Calls the council/);
	assert.deepEqual(
		await own("select 1 from sign_in where person_id = $1", pair.mentor),
		[],
	);
	await smtp.close();
});

function eventIn(text: string) {
	const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent(
		"vevent",
	);
	assert.ok(event);
	return new ICAL.Event(event);
}

function linkIn(text: string, what: "answer" | "write-up"): string {
	const found = new RegExp(`http://localhost(/${what}/[\\w-]+)`).exec(text);
	assert.ok(found?.[1]);
	return found[1];
}
