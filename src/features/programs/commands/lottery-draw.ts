import { randomUUID } from "node:crypto";
// Closing and drawing. Always as the process `lottery`: it alone reads the seed before it is shown, and only here.
import { sql } from "kysely";
import {
	draw,
	type Drawn,
	type Entry,
	listHashOf,
	strataOf,
} from "../../../domain/programs/lottery.ts";
import { freePlaces } from "../../../domain/programs/places.ts";
import { type Tx, nowOf } from "../../../platform/database/database.ts";
import { Conflict, NotFound } from "../../../platform/http/refusal.ts";
import { record, recordAll } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { peopleChanged } from "../../people/changed.ts";
import { actingAs } from "../acting.ts";
import { type LetterFacts, mailPeople, placeLetter } from "../letters.ts";
import { drawnLetter } from "../lottery-letters.ts";
import { placesIn } from "../queries/enrolments.ts";
import { findLottery, listFigures, type Lottery } from "../queries/lottery.ts";
import { isPaired } from "../queries/programs.ts";
import { enterList } from "./lottery-list.ts";
import { lockProgram } from "./programs.ts";

/** Freezes the list once its last day is over, and draws unless a beacon was promised. Does nothing the second time. */
export async function closeOnTime(
	tx: Tx,
	programId: string,
	origin: string,
): Promise<void> {
	const program = await lockProgram(tx, programId);
	const lottery = await findLottery(tx, programId);
	if (lottery?.stage === "open") await close(tx, { program, origin }, lottery);
}

/** The same before the last day: only when nobody who was invited still has to answer. */
export async function closeEarly(
	tx: Tx,
	programId: string,
	origin: string,
): Promise<void> {
	const program = await lockProgram(tx, programId);
	const lottery = await findLottery(tx, programId);
	if (lottery === undefined) throw new NotFound();
	if (lottery.stage !== "open")
		throw new Conflict(t("The list is closed already."));
	const { unanswered } = await listFigures(tx, lottery);
	if (unanswered > 0)
		throw new Conflict(
			t(
				"{count, plural, one {One invited person has} other {# invited people have}} not answered yet. The list stays open for them until its last day.",
				{ count: unanswered },
			),
		);
	await record(tx, {
		act: "close-lottery-early",
		subject: { kind: "program", id: programId },
	});
	await actingAs(tx, "lottery", () => close(tx, { program, origin }, lottery));
}

/** The public text that was promised; with it the draw is made. */
export async function enterBeacon(
	tx: Tx,
	programId: string,
	{
		beacon,
		by,
		origin,
	}: { readonly beacon: string; readonly by: string; readonly origin: string },
): Promise<void> {
	const program = await lockProgram(tx, programId);
	const lottery = await findLottery(tx, programId);
	if (lottery === undefined) throw new NotFound();
	if (lottery.stage !== "closed")
		throw new Conflict(
			lottery.stage === "open"
				? t("The list is still open: the text comes after it is closed.")
				: t("The draw is made already; it cannot be repeated."),
		);
	await record(tx, {
		act: "enter-beacon",
		subject: { kind: "program", id: programId },
	});
	await actingAs(tx, "lottery", async () => {
		await tx
			.updateTable("lottery")
			.set({ beacon, beacon_by: by })
			.where("id", "=", lottery.id)
			.execute();
		await drawNow(tx, { program, origin }, { ...lottery, beacon });
	});
}

/** Gives places that have become free to the next on the list, in the order drawn. Returns how many. */
export async function fillFromList(
	tx: Tx,
	programId: string,
	{ today, origin }: { readonly today: string; readonly origin: string },
): Promise<number> {
	const program = await lockProgram(tx, programId);
	const lottery = await findLottery(tx, programId);
	const free = freePlaces(await placesIn(tx, programId, today)) ?? 0;
	if (lottery?.stage !== "drawn" || free === 0) return 0;
	const next = await tx
		.selectFrom("lottery_entry")
		.innerJoin("enrolment", "enrolment.id", "lottery_entry.enrolment_id")
		.select(["enrolment.id", "enrolment.person_id as person"])
		.where("lottery_id", "=", lottery.id)
		.where("lottery_entry.outcome", "=", "waiting")
		.where("enrolment.status", "=", "waiting")
		.orderBy("lottery_entry.rank")
		.limit(free)
		.execute();
	await settle(
		tx,
		programId,
		next.map((one) => ({ ...one, status: "enrolled" as const })),
	);
	await mailPeople(tx, {
		kind: "place",
		event: `place ${randomUUID()}`,
		people: next.map(({ person }) => person),
		letter: ({ firstName }) =>
			placeLetter({ program, origin }, { firstName, status: "enrolled" }),
	});
	return next.length;
}

async function close(
	tx: Tx,
	about: LetterFacts,
	lottery: Lottery,
): Promise<void> {
	await enterList(tx, about.program, about.origin);
	const entries = await frozenList(tx, lottery);
	const listHash = listHashOf(entries, lottery.places);
	await tx
		.updateTable("lottery")
		.set({ closed_at: nowOf(tx), list_hash: listHash })
		.where("id", "=", lottery.id)
		.execute();
	await record(tx, {
		act: "close-lottery",
		subject: { kind: "program", id: lottery.program },
		detail: { listed: entries.length, listHash },
	});
	if (!lottery.takesBeacon) await drawNow(tx, about, lottery);
}

// Whoever went meanwhile is taken off; their number is not given again.
async function frozenList(tx: Tx, lottery: Lottery): Promise<readonly Entry[]> {
	await sql`
		delete from lottery_entry using enrolment
		where lottery_id = ${lottery.id} and enrolment.id = enrolment_id and enrolment.status not in ('applied', 'waiting')
	`.execute(tx);
	const fact = lottery.sharedBy;
	const people = await tx
		.selectFrom("lottery_entry")
		.innerJoin("person", "person.id", "lottery_entry.person_id")
		.select(["number", "function", "unit", "location"])
		.where("lottery_id", "=", lottery.id)
		.orderBy("number")
		.execute();
	const entries =
		fact === null
			? people.map(({ number }) => ({ number, stratum: "" }))
			: strataOf(
					people.map((row) => ({ number: row.number, fact: row[fact] })),
				);
	await sql`
		update lottery_entry set stratum = frozen.stratum
		from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as frozen (number integer, stratum text)
		where lottery_id = ${lottery.id} and lottery_entry.number = frozen.number
	`.execute(tx);
	return entries;
}

async function drawNow(
	tx: Tx,
	about: LetterFacts,
	lottery: Lottery,
): Promise<void> {
	const { seed } = await tx
		.deleteFrom("lottery_seed")
		.where("lottery_id", "=", lottery.id)
		.returning("seed")
		.executeTakeFirstOrThrow();
	const listed = await tx
		.selectFrom("lottery_entry")
		.select(["number", "stratum", "enrolment_id as id", "person_id as person"])
		.where("lottery_id", "=", lottery.id)
		.execute();
	const drawn = draw({
		seed,
		beacon: lottery.beacon,
		places: lottery.places,
		entries: listed.map(({ number, stratum }) => ({
			number,
			stratum: stratum ?? "",
		})),
	});
	await sql`
		update lottery_entry set rank = drawn.rank, outcome = drawn.outcome
		from jsonb_to_recordset(${JSON.stringify(drawn)}::jsonb) as drawn (number integer, rank integer, outcome text)
		where lottery_id = ${lottery.id} and lottery_entry.number = drawn.number
	`.execute(tx);
	await tx
		.updateTable("lottery")
		.set({ seed, drawn_at: nowOf(tx) })
		.where("id", "=", lottery.id)
		.execute();
	await record(tx, {
		act: "draw-lottery",
		subject: { kind: "program", id: lottery.program },
		detail: { listed: drawn.length, places: lottery.places },
	});
	const outcomes = new Map(drawn.map((one) => [one.number, one]));
	await tellOutcome(tx, about, lottery.program, listed, outcomes);
}

async function tellOutcome(
	tx: Tx,
	about: LetterFacts,
	program: string,
	listed: readonly {
		readonly number: number;
		readonly id: string;
		readonly person: string;
	}[],
	outcomes: ReadonlyMap<number, Drawn>,
): Promise<void> {
	const status = (number: number) =>
		outcomes.get(number)?.outcome === "place" ? "enrolled" : "waiting";
	await settle(
		tx,
		program,
		listed.map((one) => ({ ...one, status: status(one.number) })),
	);
	const byPerson = new Map(listed.map((one) => [one.person, one.number]));
	await mailPeople(tx, {
		kind: "place",
		event: `draw ${program}`,
		people: [...byPerson.keys()],
		letter: ({ id, firstName }) =>
			drawnLetter(about, {
				firstName,
				drawn: outcomes.get(byPerson.get(id) ?? 0),
			}),
	});
}

async function settle(
	tx: Tx,
	program: string,
	people: readonly {
		readonly id: string;
		readonly person: string;
		readonly status: "enrolled" | "waiting";
	}[],
): Promise<void> {
	await peopleChanged(tx);
	const isLate = await isPaired(tx, program);
	await sql`
		update enrolment set status = settled.status, is_late = is_late or (${isLate} and settled.status = 'enrolled')
		from unnest(${people.map(({ id }) => id)}::uuid[], ${people.map(({ status }) => status)}::text[]) as settled (id, status)
		where enrolment.id = settled.id
	`.execute(tx);
	await recordAll(
		tx,
		people.map(({ id, person, status }) => ({
			act: "draw-enrolment",
			about: person,
			subject: { kind: "enrolment", id },
			detail: { status },
		})),
	);
}
