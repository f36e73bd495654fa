import { sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import type { Tx } from "../../../platform/database/database.ts";
import { Conflict, NotFound } from "../../../platform/http/refusal.ts";
import { addJob } from "../../../platform/jobs/jobs.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { actingAs } from "../../programs/acting.ts";
import { organisationDay } from "../queries/run-input.ts";
import { replyLink } from "../reply/link.ts";
import { placeLetter, postTo, recipients } from "../letters.ts";
import { DAYS_TO_ANSWER, findPlaceRequest } from "../queries/places.ts";
import { isId, lockRound } from "../queries/rounds.ts";
import { planPlaceReminders } from "./remind-places.ts";
import { beginRun, refuseUnlessOpen } from "./rounds.ts";

/** Asks a mentor for one more place. The letter names no mentee: whether there is a place must not depend on who would get it. */
export async function askForPlace(
	tx: Tx,
	ids: { readonly program: string; readonly round: string },
	{
		mentor,
		by,
		origin,
	}: { readonly mentor: string; readonly by: string; readonly origin: string },
): Promise<void> {
	const round = await lockRound(tx, ids);
	refuseUnlessOpen(round);
	if (!isId(mentor)) throw new NotFound();
	const isMentor = await tx
		.selectFrom("enrolment")
		.select("id")
		.where("program_id", "=", round.program)
		.where("person_id", "=", mentor)
		.where("side", "=", "mentor")
		.where("status", "=", "enrolled")
		.executeTakeFirst();
	if (isMentor === undefined) throw new NotFound();
	const asked = await tx
		.insertInto("place_request")
		.values({ round_id: round.id, mentor_id: mentor, asked_by: by })
		.onConflict((row) => row.columns(["round_id", "mentor_id"]).doNothing())
		.returning("id")
		.executeTakeFirst();
	if (asked === undefined)
		throw new Conflict(t("This mentor has been asked already."));
	const people = await recipients(tx, [mentor]);
	const answerBy = Temporal.PlainDate.from(await organisationDay(tx))
		.add({ days: DAYS_TO_ANSWER })
		.toString();
	await postTo(
		tx,
		people.get(mentor),
		{ kind: "place-request", event: `place-request ${asked.id}`, by: answerBy },
		(to) =>
			placeLetter(to, {
				program: round.programName,
				url: replyLink(origin, {
					about: "place-request",
					id: asked.id,
					by: answerBy,
				}),
			}),
	);
	await planPlaceReminders(tx, { request: asked.id, answerBy, origin });
	await record(tx, {
		act: "ask-for-place",
		about: mentor,
		subject: { kind: "round", id: round.id },
	});
}

/**
 * Takes the mentor's answer. A yes is a place more in their enrolment, and the round is planned anew with it. Until the round is published
 * they may think otherwise: then the place is taken back.
 */
export async function answerPlaceRequest(
	tx: Tx,
	id: string,
	mentor: string,
	answer: "yes" | "not-now",
): Promise<void> {
	if (!isId(id)) throw new NotFound();
	const request = await findPlaceRequest(tx, id, mentor);
	if (request === undefined) throw new NotFound();
	if (request.answer === answer || isPast(request.status))
		throw new Conflict(t("This question is answered, or no longer open."));
	await tx
		.updateTable("place_request")
		.set({ answer, answered_at: sql<Date>`clock_timestamp()` })
		.where("id", "=", id)
		.execute();
	await record(tx, {
		act: "answer-place-request",
		subject: { kind: "round", id: request.round },
		detail: { answer },
	});
	if (answer === "not-now" && request.answer === null) return;
	await changePlaces(tx, request.programId, mentor, answer === "yes" ? 1 : -1);
	await actingAs(tx, "pairing", () => planAnew(tx, request, mentor));
}

function isPast(status: string): boolean {
	return status === "published" || status === "closed";
}

/** In the program, and in what the mentor takes on over all programs where they set a limit. Never below none. */
async function changePlaces(
	tx: Tx,
	program: string,
	mentor: string,
	by: 1 | -1,
): Promise<void> {
	await tx
		.updateTable("enrolment")
		.set({ capacity: sql<number>`greatest(0, capacity + ${by})` })
		.where("program_id", "=", program)
		.where("person_id", "=", mentor)
		.where("side", "=", "mentor")
		.execute();
	await tx
		.updateTable("profile")
		.set({ capacity: sql<number>`greatest(0, capacity + ${by})` })
		.where("person_id", "=", mentor)
		.where("capacity", "is not", null)
		.execute();
}

async function planAnew(
	tx: Tx,
	{ round, status }: { readonly round: string; readonly status: string },
	mentor: string,
): Promise<void> {
	await tx
		.deleteFrom("round_place")
		.where("round_id", "=", round)
		.where("mentor_id", "=", mentor)
		.execute();
	if (status !== "proposed") return;
	await addJob(tx, "pair-round", { round, run: await beginRun(tx, round) });
}
