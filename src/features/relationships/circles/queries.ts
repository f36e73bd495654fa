import { sql } from "kysely";
import type { CircleSeat } from "../../../domain/relationships/circle.ts";
import type { Db } from "../../../platform/database/database.ts";
import { NotFound } from "../../../platform/http/refusal.ts";
import { actingAs } from "../../programs/acting.ts";
import { uuidIn } from "../../programs/standing.ts";

export type Seat = CircleSeat & {
	readonly person: string;
	readonly name: string;
	readonly title: string | null;
	readonly function: string | null;
};

export type Circle = Awaited<ReturnType<typeof circleRows>>[number] & {
	readonly seats: readonly Seat[];
};

/** The circles of a program, those that run or are asked first, with who is asked and what they said. For whoever runs the program. */
export async function circlesOf(
	db: Db,
	program: string,
): Promise<readonly Circle[]> {
	const rows = await circleRows(db, sql`circle.program_id = ${program}`);
	const seats = await seatsOf(
		db,
		rows.map(({ id }) => id),
	);
	return rows.map((row) => ({ ...row, seats: seats.get(row.id) ?? [] }));
}

/** One of them. */
export async function findCircle(
	db: Db,
	{ program, circle }: { readonly program: string; readonly circle: string },
): Promise<Circle> {
	const found = (await circlesOf(db, program)).find(({ id }) => id === circle);
	if (found === undefined) throw new NotFound();
	return found;
}

/** The circle somebody is asked into, with who else is: who they are, never what they said. For all others it is not there. */
export async function askedInto(db: Db, id: string, person: string) {
	const [row] = await circleRows(db, sql`circle.id = ${uuidIn(id)}`);
	if (row === undefined) throw new NotFound();
	const seats = await actingAs(db, "pairing", () => seatsOf(db, [row.id]));
	const all = seats.get(row.id) ?? [];
	const own = all.find((seat) => seat.person === person);
	if (own === undefined) throw new NotFound();
	return {
		...row,
		own: own.answer,
		side: own.side,
		others: all
			.filter((seat) => seat.person !== person && seat.answer !== "no")
			.map((seat) => ({ ...seat, answer: null })),
	};
}

/** Circles that wait for somebody's answer. */
export async function circlesToAnswer(db: Db, person: string) {
	return db
		.selectFrom("circle_seat")
		.innerJoin(
			"mentoring_circle as circle",
			"circle.id",
			"circle_seat.circle_id",
		)
		.innerJoin("program", "program.id", "circle.program_id")
		.select(["circle.id", "circle.name", "program.name as program"])
		.where("circle_seat.person_id", "=", person)
		.where("circle_seat.answer", "is", null)
		.where("circle.ended_at", "is", null)
		.orderBy("circle_seat.asked_at")
		.execute();
}

/** Who can facilitate: everyone in the office, of the program or of all. */
export async function facilitatorsOf(db: Db, program: string) {
	return db
		.selectFrom("office")
		.innerJoin("person", "person.id", "office.person_id")
		.select([
			"person.id",
			sql<string>`trim(concat_ws(' ', person.first_name, person.last_name))`.as(
				"name",
			),
		])
		.distinct()
		.where("office.office", "=", "facilitator")
		.where((row) =>
			row.or([
				row("office.program_id", "is", null),
				row("office.program_id", "=", program),
			]),
		)
		.where("office.from_at", "<=", sql<Date>`now()`)
		.where((row) =>
			row.or([
				row("office.until_at", "is", null),
				row("office.until_at", ">", sql<Date>`now()`),
			]),
		)
		.where("person.left_on", "is", null)
		.orderBy("name")
		.execute();
}

/** What a circle's members read of it on its page; undefined: the relationship is none. */
export async function circleOf(db: Db, relationship: string) {
	return db
		.selectFrom("mentoring_circle as circle")
		.select(["id", "name", "theme"])
		.where("relationship_id", "=", relationship)
		.executeTakeFirst();
}

export type CircleMember = Awaited<ReturnType<typeof circleMembers>>[number];

/** Who is in a relationship of several, the facilitator first. */
export async function circleMembers(db: Db, relationship: string) {
	return db
		.selectFrom("relationship_member as member")
		.innerJoin("person", "person.id", "member.person_id")
		.select([
			"person.id",
			"member.side",
			sql<string>`trim(concat_ws(' ', person.first_name, person.last_name))`.as(
				"name",
			),
			"person.job_title as title",
			"person.function",
			"person.location",
			"person.left_on as leftOn",
		])
		.where("member.relationship_id", "=", relationship)
		.orderBy(sql`member.side <> 'facilitator'`)
		.orderBy("person.sort_name")
		.execute();
}

function circleRows(db: Db, which: ReturnType<typeof sql>) {
	return db
		.selectFrom("mentoring_circle as circle")
		.innerJoin("program", "program.id", "circle.program_id")
		.select([
			"circle.id",
			"circle.name",
			"circle.theme",
			"circle.unit",
			"circle.every",
			"circle.minutes",
			"circle.relationship_id as relationship",
			"circle.started_at as startedAt",
			"circle.ended_at as endedAt",
			"program.id as program",
			"program.name as programName",
		])
		.where(sql<boolean>`${which}`)
		.orderBy(sql`circle.ended_at is not null`)
		.orderBy("circle.started_at", "desc")
		.execute();
}

async function seatsOf(db: Db, circles: readonly string[]) {
	if (circles.length === 0) return new Map<string, Seat[]>();
	const rows = await db
		.selectFrom("circle_seat")
		.innerJoin("person", "person.id", "circle_seat.person_id")
		.select([
			"circle_seat.circle_id as circle",
			"circle_seat.side",
			"circle_seat.answer",
			"person.id as person",
			sql<string>`trim(concat_ws(' ', person.first_name, person.last_name))`.as(
				"name",
			),
			"person.job_title as title",
			"person.function",
		])
		.where("circle_seat.circle_id", "in", circles)
		.orderBy(sql`circle_seat.side <> 'facilitator'`)
		.orderBy("person.sort_name")
		.execute();
	return Map.groupBy(
		rows.map(({ circle, ...seat }) => ({ circle, ...seat })),
		({ circle }) => circle,
	);
}
