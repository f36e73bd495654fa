import {
	type EnrolmentStatus,
	type Side,
	statusAfter,
} from "../../../domain/programs/enrolment.ts";
import { freePlaces } from "../../../domain/programs/places.ts";
import { type Tx, nowOf } from "../../../platform/database/database.ts";
import {
	Conflict,
	NotAllowed,
	NotFound,
} from "../../../platform/http/refusal.ts";
import { addJob } from "../../../platform/jobs/jobs.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { peopleChanged } from "../../people/changed.ts";
import { placesIn } from "../queries/enrolments.ts";
import { lotteryStage } from "../queries/lottery.ts";
import { isPaired } from "../queries/programs.ts";
import { enterList } from "./lottery-list.ts";
import { lockProgram } from "./programs.ts";

/** What somebody says about their own part: how many, and from when. */
export type Terms = {
	readonly capacity?: number | undefined;
	/** YYYY-MM-DD; null: no pause. */
	readonly pausedUntil?: string | null | undefined;
};

export type Answer = Terms & {
	readonly act: "accept" | "decline" | "withdraw";
	readonly today: string;
	readonly origin: string;
};

/** A person's own yes, no, or farewell. Returns where that leaves them. */
export async function answerEnrolment(
	tx: Tx,
	id: string,
	person: string,
	{ act, today, origin, ...terms }: Answer,
): Promise<EnrolmentStatus> {
	const { program, enrolment } = await lockPlace(tx, id, person);
	const to = statusAfter(act, enrolment);
	if (to === undefined) throw new Conflict(changedMeanwhile());
	if (act === "accept" && program.status === "closed")
		throw new Conflict(t("This program is closed: it takes nobody in."));
	const status = await settle(tx, enrolment, {
		to,
		today,
		capacity: terms.capacity,
	});
	await tx
		.updateTable("enrolment")
		.set({
			status,
			answered_at: nowOf(tx),
			is_late:
				status === "enrolled"
					? enrolment.is_late || (await isPaired(tx, enrolment.program_id))
					: enrolment.is_late,
			...columnsOf(terms),
		})
		.where("id", "=", id)
		.execute();
	await record(tx, {
		act: `${act}-place`,
		about: person,
		subject: { kind: "enrolment", id },
		detail: { status },
	});
	await followLottery(tx, program, origin);
	await peopleChanged(tx);
	return status;
}

export type Application = Terms & {
	readonly program: string;
	readonly person: string;
	readonly side: Side;
	readonly origin: string;
};

/** Asks for a place. The caller has asked the eligibility rule. */
export async function apply(tx: Tx, application: Application): Promise<void> {
	const { program: programId, person, side, origin, ...terms } = application;
	const program = await lockProgram(tx, programId);
	if (!program.takes_applications || !isTakingPeople(program.status))
		throw new NotAllowed(t("This program takes no applications."));
	const before = await tx
		.selectFrom("enrolment")
		.select(["id", "status", "how"])
		.where("program_id", "=", programId)
		.where("person_id", "=", person)
		.where("side", "=", side)
		.forUpdate()
		.executeTakeFirst();
	if (before === undefined)
		await tx
			.insertInto("enrolment")
			.values({
				program_id: programId,
				person_id: person,
				side,
				status: "applied",
				how: "application",
				entered_by: person,
				...columnsOf(terms),
			})
			.execute();
	else if (statusAfter("apply", before) === undefined)
		throw new Conflict(t("You stand in this program on this side already."));
	else
		await tx
			.updateTable("enrolment")
			.set({
				status: "applied",
				how: "application",
				entered_by: person,
				entered_at: nowOf(tx),
				answered_at: null,
				...columnsOf(terms),
			})
			.where("id", "=", before.id)
			.execute();
	await record(tx, {
		act: "apply-for-place",
		about: person,
		subject: { kind: "program", id: programId },
		detail: { side },
	});
	await followLottery(tx, program, origin);
}

/** Changes how many someone takes, or pauses them. */
export async function setTerms(
	tx: Tx,
	id: string,
	person: string,
	terms: Terms,
): Promise<void> {
	const { status } = await lockOwn(tx, id, person);
	if (status !== "enrolled" && status !== "waiting" && status !== "applied")
		throw new Conflict(changedMeanwhile());
	await tx
		.updateTable("enrolment")
		.set(columnsOf(terms))
		.where("id", "=", id)
		.execute();
	await peopleChanged(tx);
	await record(tx, {
		act: "set-own-capacity",
		about: person,
		subject: { kind: "enrolment", id },
		detail: {
			capacity: terms.capacity ?? null,
			paused: terms.pausedUntil ?? null,
		},
	});
}

/** Whoever loads a program's people into a decision waits for the one before, so a place is given once. */
export async function settle(
	tx: Tx,
	enrolment: {
		readonly program_id: string;
		readonly side: Side;
		readonly status: EnrolmentStatus;
		readonly capacity: number;
		readonly answer_by: string | null;
	},
	{
		to,
		today,
		capacity,
	}: {
		readonly to: EnrolmentStatus;
		readonly today: string;
		readonly capacity?: number | undefined;
	},
): Promise<EnrolmentStatus> {
	if (to !== "enrolled" || enrolment.status === "enrolled") return to;
	const isTooLate =
		enrolment.status === "invited" &&
		enrolment.answer_by !== null &&
		enrolment.answer_by < today;
	if (isTooLate) return "applied";
	if (enrolment.side === "mentor") return to;
	const stage = await lotteryStage(tx, enrolment.program_id);
	if (stage === "open") return "applied";
	if (stage === "closed") return "waiting";
	const places = await placesIn(tx, enrolment.program_id, today);
	// A place that has just become free belongs to the next on the list, not to whoever says yes first.
	if (stage === "drawn" && places.waiting > 0) return "waiting";
	const free = freePlaces(places);
	return free === null || free >= (capacity ?? enrolment.capacity)
		? to
		: "waiting";
}

export function changedMeanwhile(): string {
	return t(
		"This has changed since the page was shown: perhaps somebody else was faster. Open it again and look.",
	);
}

/** Whoever came stands on the list; whoever went makes room for the next. */
async function followLottery(
	tx: Tx,
	program: { readonly id: string; readonly name: string },
	origin: string,
): Promise<void> {
	const stage = await lotteryStage(tx, program.id);
	if (stage === "open") await enterList(tx, program, origin);
	if (stage === "drawn")
		await addJob(
			tx,
			"fill-from-list",
			{ program: program.id },
			{ key: `fill-from-list-${program.id}` },
		);
}

function isTakingPeople(status: string): boolean {
	return status === "open" || status === "running";
}

// The program before the enrolment, as every decision does: two of them can wait for each other, never both.
async function lockPlace(tx: Tx, id: string, person: string) {
	const own = await tx
		.selectFrom("enrolment")
		.select("program_id")
		.where("id", "=", id)
		.where("person_id", "=", person)
		.executeTakeFirst();
	if (own === undefined) throw new NotFound();
	const program = await lockProgram(tx, own.program_id);
	return { program, enrolment: await lockOwn(tx, id, person) };
}

async function lockOwn(tx: Tx, id: string, person: string) {
	const enrolment = await tx
		.selectFrom("enrolment")
		.selectAll()
		.where("id", "=", id)
		.where("person_id", "=", person)
		.forUpdate()
		.executeTakeFirst();
	if (enrolment === undefined) throw new NotFound();
	return enrolment;
}

function columnsOf({ capacity, pausedUntil }: Terms) {
	return {
		...(capacity === undefined ? {} : { capacity }),
		...(pausedUntil === undefined ? {} : { paused_until: pausedUntil }),
	};
}
