import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import {
	type EnrolmentAct,
	type EnrolmentStatus,
	statusAfter,
} from "../../../domain/programs/enrolment.ts";
import { couldBePromoted } from "../../../domain/programs/places.ts";
import { type Tx, nowOf } from "../../../platform/database/database.ts";
import { Conflict, NotFound } from "../../../platform/http/refusal.ts";
import { recordAll } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { peopleChanged } from "../../people/changed.ts";
import { type LetterFacts, mailPeople, placeLetter } from "../letters.ts";
import { placesIn } from "../queries/enrolments.ts";
import { lotteryStage } from "../queries/lottery.ts";
import { isPaired } from "../queries/programs.ts";
import { changedMeanwhile } from "./answers.ts";
import { lockOpenProgram, lockProgram } from "./programs.ts";

export type Decision = {
	readonly act: Extract<EnrolmentAct, "admit" | "refuse" | "hold">;
	readonly by: string;
	readonly origin: string;
	/** Kept where the decision answers a nomination. */
	readonly reason?: string | undefined;
	/** The status the deciding person had before them: another one means that somebody was faster. */
	readonly seen?: EnrolmentStatus | undefined;
	/** Places are given in the order drawn: the one way round a lottery. */
	readonly isNextInLine?: boolean;
};

type Locked = {
	readonly id: string;
	readonly person_id: string;
	readonly side: "mentor" | "mentee";
	readonly status: EnrolmentStatus;
	readonly how:
		| "invitation"
		| "application"
		| "nomination"
		| "import"
		| "demonstration";
};

/** The program manager's decision about one enrolment. */
export async function decideEnrolment(
	tx: Tx,
	programId: string,
	id: string,
	decision: Decision,
): Promise<EnrolmentStatus> {
	const program = await lockFor(tx, programId, decision.act);
	const [enrolment] = await lockEnrolments(tx, programId, [id]);
	if (enrolment === undefined) throw new NotFound();
	const to = statusAfter(decision.act, enrolment);
	const isFresh =
		decision.seen === undefined || decision.seen === enrolment.status;
	if (to === undefined || !isFresh) throw new Conflict(changedMeanwhile());
	if (await isForTheDraw(tx, programId, { ...enrolment, to }))
		throw new Conflict(
			t(
				"A lottery decides about the places of mentees in this program. They are given in the order drawn, not by hand.",
			),
		);
	await carryOut(tx, program, [{ ...enrolment, to }], decision);
	await tx
		.updateTable("nomination")
		.set({
			decided_by: decision.by,
			decided_at: nowOf(tx),
			decision_reason: decision.reason ?? null,
		})
		.where("program_id", "=", programId)
		.where("person_id", "=", enrolment.person_id)
		.where("side", "=", enrolment.side)
		.where("decided_at", "is", null)
		.execute();
	return to;
}

/** The same decision for many; whoever it no longer fits is left as they are and counted. */
export async function decideEnrolments(
	tx: Tx,
	programId: string,
	ids: readonly string[],
	decision: Omit<Decision, "seen" | "reason">,
): Promise<{ readonly done: number; readonly left: number }> {
	const program = await lockFor(tx, programId, decision.act);
	const decided: (Locked & { readonly to: EnrolmentStatus })[] = [];
	for (const row of await lockEnrolments(tx, programId, ids)) {
		const to = statusAfter(decision.act, row);
		const isDrawn =
			to !== undefined &&
			!decision.isNextInLine &&
			(await isForTheDraw(tx, programId, { ...row, to }));
		if (to !== undefined && !isDrawn) decided.push({ ...row, to });
	}
	await carryOut(tx, program, decided, decision);
	return { done: decided.length, left: ids.length - decided.length };
}

async function isForTheDraw(
	tx: Tx,
	program: string,
	{ side, to }: Pick<Locked, "side"> & { readonly to: EnrolmentStatus },
): Promise<boolean> {
	return (
		side === "mentee" &&
		to === "enrolled" &&
		(await lotteryStage(tx, program)) !== undefined
	);
}

// A closed program takes nobody in; whoever still asks can be told no.
function lockFor(tx: Tx, program: string, act: Decision["act"]) {
	return act === "admit"
		? lockOpenProgram(tx, program)
		: lockProgram(tx, program);
}

function lockEnrolments(
	tx: Tx,
	program: string,
	ids: readonly string[],
): Promise<Locked[]> {
	return tx
		.selectFrom("enrolment")
		.select(["id", "person_id", "side", "status", "how"])
		.where("program_id", "=", program)
		.where("id", "=", sql<string>`any(${[...ids]}::uuid[])`)
		.orderBy("id")
		.forUpdate()
		.execute();
}

async function carryOut(
	tx: Tx,
	program: LetterFacts["program"],
	decided: readonly (Locked & { readonly to: EnrolmentStatus })[],
	{ act, origin }: Pick<Decision, "act" | "origin">,
): Promise<void> {
	await peopleChanged(tx);
	const isLate = await isPaired(tx, program.id);
	await sql`
		update enrolment set status = decided.status, is_late = is_late or (${isLate} and decided.status = 'enrolled')
		from unnest(${decided.map(({ id }) => id)}::uuid[], ${decided.map(({ to }) => to)}::text[]) as decided (id, status)
		where enrolment.id = decided.id
	`.execute(tx);
	const event = randomUUID();
	for (const status of ["enrolled", "waiting", "not-admitted"] as const)
		await mailPeople(tx, {
			kind: "place",
			event: `place ${event}`,
			people: decided
				.filter(({ to }) => to === status)
				.map(({ person_id }) => person_id),
			letter: ({ firstName }) =>
				placeLetter({ program, origin }, { firstName, status }),
		});
	await recordAll(
		tx,
		decided.map(({ id, person_id, to }) => ({
			act: `${act}-enrolment`,
			about: person_id,
			subject: { kind: "enrolment", id },
			detail: { status: to },
		})),
	);
}

/** Gives free places to those next on a drawn list, then to those who have waited longest since their yes; never more than there are. Returns how many. */
export async function promoteWaiting(
	tx: Tx,
	programId: string,
	{
		places,
		today,
		...decision
	}: Pick<Decision, "by" | "origin"> & {
		readonly places: number;
		readonly today: string;
	},
): Promise<number> {
	await lockProgram(tx, programId);
	const stage = await lotteryStage(tx, programId);
	if (stage === "open" || stage === "closed")
		throw new Conflict(
			t("A lottery decides about these places; they are given by the draw."),
		);
	const free = couldBePromoted(await placesIn(tx, programId, today));
	const next = await tx
		.selectFrom("enrolment")
		.leftJoin("lottery_entry", (join) =>
			join
				.onRef("lottery_entry.enrolment_id", "=", "enrolment.id")
				.on("lottery_entry.outcome", "=", "waiting"),
		)
		.select("enrolment.id")
		.where("program_id", "=", programId)
		.where("status", "=", "waiting")
		.where("side", "=", "mentee")
		.orderBy("lottery_entry.rank", (rank) => rank.asc().nullsLast())
		.orderBy((row) =>
			row.fn.coalesce("enrolment.answered_at", "enrolment.entered_at"),
		)
		.orderBy("enrolment.id")
		.limit(Math.min(places, free))
		.execute();
	if (next.length === 0)
		throw new Conflict(t("No place is free any more, or nobody waits."));
	const { done } = await decideEnrolments(
		tx,
		programId,
		next.map(({ id }) => id),
		{ ...decision, act: "admit", isNextInLine: true },
	);
	return done;
}
