import assert from "node:assert/strict";
import test from "node:test";
import ICAL from "ical.js";
import { smtpServer } from "../../../test/calendar.ts";
import { circleWorld, comeBack } from "../../../test/circle.ts";
import { asOwner } from "../../../test/owner.ts";
import { nextWeekday } from "../../../test/sessions.ts";

test("who leaves a circle has its session taken out of their calendar, and put in again when they come back; the others hear nothing", async () => {
	const smtp = await smtpServer();
	await using world = await circleWorld(["Ingrid", "Wei", "Jola", "Samir"], {
		postOffice: smtp.postOffice,
	});
	try {
		const { circle, people, database } = world;
		const { Wei = "", Ingrid = "" } = people;
		await asOwner(
			database,
			"insert into mail_choice (person_id, quiet_from, quiet_until, quiet_days) select id, 0, 0, '{}' from person",
		);
		const told = async () => {
			await world.workJobs();
			return (await smtp.taken())
				.filter(({ calendar }) => calendar !== "")
				.map(({ to, subject, calendar }) => {
					const entry = new ICAL.Component(ICAL.parse(calendar));
					const event = new ICAL.Event(
						entry.getFirstSubcomponent("vevent") ?? undefined,
					);
					const method = entry.getFirstPropertyValue("method");
					return { to, subject, method, sequence: event.sequence };
				});
		};
		const base = `/relationships/${circle.relationship}`;
		const facilitator = await world.as(Ingrid);
		const { location } = await facilitator.send(`${base}/sessions`, {
			format: "circle",
			minutes: "60",
			at: String(nextWeekday(7, 10)),
		});
		const invited = await told();
		assert.equal(invited.length, 4);
		assert.ok(invited.every(({ sequence }) => sequence === 0));
		const wei = await world.as(Wei);
		const [{ email } = { email: "" }] = await asOwner<{ email: string }>(
			database,
			"select email from person where id = $1",
			[Wei],
		);

		for (const [gone, back] of [
			[1, 2],
			[3, 4],
		] as const) {
			await wei.post(`${base}/end`);
			const [cancelled, ...more] = await told();
			assert.deepEqual(more, []);
			assert.equal(cancelled?.to, email);
			assert.match(cancelled.subject, /^Not taking place/);
			assert.equal(cancelled.method, "CANCEL");
			assert.equal(cancelled.sequence, gone);
			await comeBack(world, Wei);
			const [again, ...others] = await told();
			assert.deepEqual(others, []);
			assert.equal(again?.to, email);
			assert.equal(again.method, "REQUEST");
			assert.equal(again.sequence, back);
		}
		// A calendar of somebody who came back goes on from there; those of the others know nothing of it.
		await facilitator.post(`${location}/move`, {
			at: String(nextWeekday(14, 10)),
			which: "one",
		});
		const moved = await told();
		assert.deepEqual(
			moved.map(({ to, sequence }) => (to === email ? sequence : -sequence)),
			moved.map(({ to }) => (to === email ? 5 : -1)),
		);
		assert.equal(moved.length, 4);
		// What it takes of a month counts for who facilitates as for everyone: an hour and the preparation.
		for (const [person, says] of [
			[facilitator, /You facilitate/],
			[wei, /1\.3/],
		] as const) {
			const load = await person.get("/me/load");
			assert.match(load.text, /Decisions in the open/);
			assert.match(load.text, says);
		}
	} finally {
		await smtp.close();
	}
});
