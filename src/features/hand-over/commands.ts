// Asking, and what comes of the answers. Everything past the first look runs as `pairing`: nobody keeps who said no.
import { sql } from "kysely";
import { type Tx, nowOf } from "../../platform/database/database.ts";
import { Conflict, Invalid, NotFound } from "../../platform/http/refusal.ts";
import { addJob } from "../../platform/jobs/jobs.ts";
import { record } from "../../platform/journal/journal.ts";
import { t } from "../../ui/text.ts";
import { postTo, recipients } from "../matching/letters.ts";
import { reminderTimes } from "../matching/commands/remind.ts";
import { organisationDay } from "../matching/queries/run-input.ts";
import { actingAs } from "../programs/acting.ts";
import { daysAfter } from "../programs/day.ts";
import { endOfDay } from "../programs/queries/end-of-day.ts";
import { complete } from "./complete.ts";
import { askedLetter, closedLetter, notNeededLetter } from "./letters.ts";
import { takeOverLink } from "./link.ts";
import { canTakeOver } from "./peers.ts";
import { type HandOver, lockHandOver, ownAsking } from "./queries.ts";

/** Days in which each of the two answers. */
export const daysToAnswer = 10;

export type Handing = {
	readonly relationship: string;
	readonly program: string;
	readonly mentor: string;
	readonly mentee: string;
	readonly mentorKind: string | null;
};

/** Asks a peer whether they take over; the mentee learns of it once they have said yes. */
export async function askPeer(
	tx: Tx,
	handing: Handing,
	{ peer, origin }: { readonly peer: string; readonly origin: string },
): Promise<void> {
	if ((await ownAsking(tx, handing.relationship, handing.mentor)) !== undefined)
		throw new Conflict(t("Somebody is asked already. Take that back first."));
	await actingAs(tx, "pairing", async () => {
		if (!(await canTakeOver(tx, handing, peer)))
			throw new Invalid({
				peer: t(
					"This person cannot take over now: no free place, a limit of their own, or a rule of the program. Which it is, Baton keeps to itself.",
				),
			});
		const today = await organisationDay(tx);
		const answerBy = daysAfter(today, daysToAnswer);
		const { id } = await tx
			.insertInto("hand_over")
			.values({
				relationship_id: handing.relationship,
				program_id: handing.program,
				mentor_id: handing.mentor,
				mentee_id: handing.mentee,
				peer_id: peer,
				answer_by: answerBy,
				ends_by: daysAfter(answerBy, daysToAnswer),
				asked_at: nowOf(tx),
			})
			.returning("id")
			.executeTakeFirstOrThrow();
		await record(tx, {
			act: "ask-hand-over",
			about: peer,
			subject: { kind: "hand-over", id },
		});
		await ask(tx, id, origin);
	});
}

/** The mentor thinks otherwise; whoever is asked finds nothing any more. */
export async function withdraw(
	tx: Tx,
	{
		relationship,
		mentor,
		origin,
	}: {
		readonly relationship: string;
		readonly mentor: string;
		readonly origin: string;
	},
): Promise<void> {
	const own = await ownAsking(tx, relationship, mentor);
	if (own === undefined) throw new NotFound();
	await actingAs(tx, "pairing", async () => {
		const found = await lockHandOver(tx, own.id);
		if (found === undefined) throw new NotFound();
		await drop(tx, own.id);
		await tellPeer(tx, found, origin);
		await record(tx, {
			act: "withdraw-hand-over",
			subject: { kind: "hand-over", id: own.id },
		});
	});
}

export type Outcome =
	| "asks-mentee"
	| "stays"
	/** Both said yes, and the place is gone: it is over, and the mentor and the peer hear that it did not come about. */
	| "place-gone"
	| { readonly relationship: string };

/** What the peer or the mentee says. With both yeses it is done at once; with a no it stays as it is, and nothing tells at whose word. */
export async function answerHandOver(
	tx: Tx,
	{ id, by, answer }: { id: string; by: string; answer: "yes" | "no" },
	origin: string,
): Promise<Outcome> {
	return actingAs(tx, "pairing", async () => {
		const found = await lockHandOver(tx, id);
		const own = found?.asked === "peer" ? found.peer : found?.mentee;
		if (found === undefined || own !== by) throw new NotFound();
		if (found.answerBy < (await organisationDay(tx)))
			throw new Conflict(t("This question is answered, or no longer open."));
		// One entry for every answer, whatever it was and whoever gave it.
		await record(tx, {
			act: "answer-hand-over",
			subject: { kind: "program", id: found.program },
		});
		if (answer === "no") {
			await giveUp(tx, found, origin);
			return "stays";
		}
		if (found.asked === "mentee") return goOn(tx, found, origin);
		await tx
			.updateTable("hand_over")
			.set({ asked: "mentee", answer_by: found.endsBy })
			.where("id", "=", id)
			.execute();
		await ask(tx, id, origin);
		return "asks-mentee";
	});
}

async function goOn(tx: Tx, found: HandOver, origin: string): Promise<Outcome> {
	await sql`savepoint handing_over`.execute(tx);
	const relationship = await complete(tx, found, origin);
	if (relationship !== undefined) {
		await sql`release savepoint handing_over`.execute(tx);
		return { relationship };
	}
	await sql`rollback to savepoint handing_over`.execute(tx);
	await giveUp(tx, found, origin);
	return "place-gone";
}

/**
 * The same words to the mentor whoever said no, or said nothing, or where the place is gone; and to a peer who has said yes, so that they do not
 * wait. Runs as `pairing`.
 */
export async function giveUp(
	tx: Tx,
	handOver: HandOver,
	origin: string,
): Promise<void> {
	const { id, programName, mentor, relationship } = handOver;
	await drop(tx, id);
	await tellPeer(tx, handOver, origin);
	const people = await recipients(tx, [mentor]);
	await postTo(
		tx,
		people.get(mentor),
		{ kind: "hand-over-closed", event: `hand-over closed ${id}` },
		(to) =>
			closedLetter(to, {
				program: programName,
				url: `${origin}/relationships/${relationship}`,
			}),
	);
}

async function tellPeer(
	tx: Tx,
	{ id, asked, peer, programName }: HandOver,
	origin: string,
): Promise<void> {
	if (asked === "peer") return;
	const people = await recipients(tx, [peer]);
	await postTo(
		tx,
		people.get(peer),
		{ kind: "hand-over-closed", event: `hand-over closed ${id}` },
		(to) => notNeededLetter(to, { program: programName, url: `${origin}/` }),
	);
}

/** Mails whoever is asked now, and plans two reminders and the end. Runs as `pairing`. */
async function ask(tx: Tx, id: string, origin: string): Promise<void> {
	const found = await lockHandOver(tx, id);
	if (found === undefined) throw new NotFound();
	const { asked, answerBy } = found;
	await postAsked(tx, found, { origin, reminder: undefined });
	for (const { number, at } of await reminderTimes(tx, answerBy))
		await addJob(
			tx,
			"remind-hand-over",
			{ id, asked, number, origin },
			{ key: `remind-hand-over-${id}-${asked}-${number}`, runAt: at },
		);
	await addJob(
		tx,
		"lapse-hand-over",
		{ id, asked, origin },
		{
			key: `lapse-hand-over-${id}-${asked}`,
			runAt: await endOfDay(tx, answerBy),
		},
	);
}

/** Runs as `pairing`. */
export async function postAsked(
	tx: Tx,
	{ id, asked, peer, mentee, programName, answerBy }: HandOver,
	{
		origin,
		reminder,
	}: { readonly origin: string; readonly reminder: number | undefined },
): Promise<void> {
	const to = asked === "peer" ? peer : mentee;
	const people = await recipients(tx, [to]);
	await postTo(
		tx,
		people.get(to),
		{
			kind: reminder === undefined ? "hand-over" : "hand-over-reminder",
			event: `hand-over ${id} ${asked} ${reminder ?? 0}`,
			by: answerBy,
		},
		(reader) =>
			askedLetter(reader, {
				program: programName,
				asked,
				answerBy,
				isReminder: reminder !== undefined,
				url:
					asked === "peer"
						? takeOverLink(origin, { id, by: answerBy })
						: `${origin}/hand-overs/${id}`,
			}),
	);
}

async function drop(tx: Tx, id: string): Promise<void> {
	await tx.deleteFrom("hand_over").where("id", "=", id).execute();
}
