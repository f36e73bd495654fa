import type { Tx } from "../../../platform/database/database.ts";
import { addJob } from "../../../platform/jobs/jobs.ts";
import { record } from "../../../platform/journal/journal.ts";
import { placeReminderLetter, postTo, recipients } from "../letters.ts";
import { silentPlaceRequest } from "../queries/places.ts";
import { replyLink } from "../reply/link.ts";
import { reminderTimes } from "./remind.ts";

/** Asks for the reminders of a mentor who is asked today whether there is room for one more: two at most. */
export async function planPlaceReminders(
	tx: Tx,
	{
		request,
		answerBy,
		origin,
	}: {
		readonly request: string;
		readonly answerBy: string;
		readonly origin: string;
	},
): Promise<void> {
	for (const { number, at } of await reminderTimes(tx, answerBy))
		await addJob(
			tx,
			"remind-place",
			{ request, number, origin },
			{ key: `remind-place-${request}-${number}`, runAt: at },
		);
}

/** Reminds the mentor, where nothing was said and the round still waits for it. Must run as the process `pairing`. */
export async function remindPlace(
	tx: Tx,
	{
		request,
		number,
		origin,
	}: {
		readonly request: string;
		readonly number: number;
		readonly origin: string;
	},
): Promise<void> {
	const open = await silentPlaceRequest(tx, request);
	if (open === undefined) return;
	const { mentor, program, answerBy, round } = open;
	const people = await recipients(tx, [mentor]);
	await postTo(
		tx,
		people.get(mentor),
		{
			kind: "place-reminder",
			event: `place-reminder ${number} ${request}`,
			by: answerBy,
		},
		(to) =>
			placeReminderLetter(to, {
				program,
				answerBy,
				url: replyLink(origin, {
					about: "place-request",
					id: request,
					by: answerBy,
				}),
			}),
	);
	await record(tx, {
		act: "remind-place-request",
		subject: { kind: "round", id: round },
		detail: { number },
	});
}
