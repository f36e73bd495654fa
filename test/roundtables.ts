// Two pairs, a roundtable that Ingrid may host, and what its people are mailed.
import assert from "node:assert/strict";
import ICAL from "ical.js";
import { smtpServer } from "./calendar.ts";
import { mailboxServer } from "./mailbox.ts";
import { asOwner } from "./owner.ts";
import { pairWorld } from "./two-pairs.ts";

export async function roundtableDesk() {
	const smtp = await smtpServer();
	const mailbox = await mailboxServer();
	const world = await pairWorld({
		postOffice: smtp.postOffice,
		mailbox: mailbox.address,
	});
	const own = <Row extends object>(statement: string, ...values: unknown[]) =>
		asOwner<Row>(world.database, statement, values);
	await own("update person set time_zone = 'Europe/Berlin'");
	const id = (name: string) => world.people[name] ?? "";
	const dayIn = (days: number) =>
		new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
	/** What calendars were told since it was last asked. */
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
	return {
		world,
		own,
		id,
		as: (name: string) => world.as(id(name)),
		put: mailbox.put,
		dayIn,
		/** What Ingrid types to host a table, so many days from now. */
		onDay: (days: number) => ({
			topic: "Closing a plant with dignity",
			day: dayIn(days),
			time: "16:00",
			minutes: "90",
			seats: "3",
			place: "Room 7",
		}),
		mails,
		/** The same by their first names and methods alone. */
		lines: async () => (await mails()).map(({ line }) => line),
		/** All that those who wait were told, whenever it goes out. */
		told: () =>
			own<{ name: string; text: string }>(
				"select first_name as name, body_text as text from mail join person on person.id = person_id where kind = 'roundtable-wait' order by mail.created_at",
			),
		/** The first names of those who asked for a seat, in the order of asking. */
		askers: async () => {
			const rows = await own<{ name: string }>(
				"select first_name as name from roundtable_seat seat join person on person.id = seat.person_id where not is_host order by asked_at",
			);
			return rows.map(({ name }) => name);
		},
		async [Symbol.asyncDispose]() {
			await world[Symbol.asyncDispose]();
			await mailbox[Symbol.asyncDispose]();
			await smtp.close();
		},
	};
}
