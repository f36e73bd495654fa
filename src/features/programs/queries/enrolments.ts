import { sql } from "kysely";
import type { Places } from "../../../domain/programs/places.ts";
import type {
	EnrolmentStatus,
	Side,
} from "../../../domain/programs/enrolment.ts";
import type { Db } from "../../../platform/database/database.ts";
import { actingAs } from "../acting.ts";
import { isPaired, nameOf } from "./programs.ts";

export type OwnEnrolment = Awaited<ReturnType<typeof ownEnrolments>>[number];

/** A person's own part in a program, mentor's side first, with who brought them in and, where nominated, why. */
export async function ownEnrolments(db: Db, program: string, person: string) {
	const rows = await db
		.selectFrom("enrolment")
		.leftJoin("person as by", "by.id", "enrolment.entered_by")
		.leftJoin("nomination", (join) =>
			join
				.onRef("nomination.program_id", "=", "enrolment.program_id")
				.onRef("nomination.person_id", "=", "enrolment.person_id")
				.onRef("nomination.side", "=", "enrolment.side")
				.onRef("nomination.nominated_by", "=", "enrolment.entered_by"),
		)
		.select([
			"enrolment.id",
			"enrolment.side",
			"enrolment.status",
			"enrolment.how",
			"enrolment.capacity",
			"enrolment.paused_until as pausedUntil",
			"enrolment.answer_by as answerBy",
			"enrolment.answered_at as answeredAt",
			"enrolment.is_late as isLate",
			"by.first_name",
			"by.last_name",
			"nomination.reason",
		])
		.where("enrolment.program_id", "=", program)
		.where("enrolment.person_id", "=", person)
		.orderBy("enrolment.side", "desc")
		.execute();
	return rows.map(({ first_name, last_name, ...row }) => ({
		...row,
		by: nameOf(first_name, last_name),
	}));
}

/** Everything somebody takes part in, for the list of programs. */
export function partsOf(db: Db, person: string) {
	return db
		.selectFrom("enrolment")
		.select(["program_id as program", "side", "status"])
		.where("person_id", "=", person)
		.execute();
}

export type StatusCounts = Readonly<
	Record<Side, Readonly<Partial<Record<EnrolmentStatus, number>>>>
>;

/** How many stand where, per side; as far as the visitor may see enrolments. */
export async function statusCounts(
	db: Db,
	program: string,
): Promise<StatusCounts> {
	const rows = await db
		.selectFrom("enrolment")
		.select((row) => [
			"side",
			"status",
			row.cast<number>(row.fn.countAll(), "integer").as("people"),
		])
		.where("program_id", "=", program)
		.groupBy(["side", "status"])
		.execute();
	const of = (side: Side) =>
		Object.fromEntries(
			rows
				.filter((row) => row.side === side)
				.map(({ status, people }) => [status, people]),
		);
	return { mentor: of("mentor"), mentee: of("mentee") };
}

/** Places offered and taken. Counted as `pairing`, because nobody who answers an invitation may see the others' answers. */
export async function placesIn(
	db: Db,
	program: string,
	today: string,
): Promise<Places> {
	const row = await actingAs(db, "pairing", () =>
		db
			.selectFrom("enrolment")
			.select([
				sql<number>`coalesce(sum(capacity) filter (where side = 'mentor' and status = 'enrolled' and ${isActive(today)}), 0)::integer`.as(
					"offered",
				),
				sql<number>`coalesce(sum(capacity) filter (where side = 'mentee' and status = 'enrolled' and ${isActive(today)}), 0)::integer`.as(
					"taken",
				),
				sql<number>`(count(*) filter (where side = 'mentee' and status = 'enrolled'))::integer`.as(
					"mentees",
				),
				sql<number>`(count(*) filter (where side = 'mentee' and status = 'waiting'))::integer`.as(
					"waiting",
				),
			])
			.where("program_id", "=", program)
			.executeTakeFirstOrThrow(),
	);
	const { limit } = await db
		.selectFrom("program")
		.select("mentee_places as limit")
		.where("id", "=", program)
		.executeTakeFirstOrThrow();
	return { ...row, limit, isPaired: await isPaired(db, program) };
}

function isActive(today: string) {
	return sql`(paused_until is null or paused_until <= ${today}::date)`;
}

/** What was offered to a person and waits for their answer: invitations, nominations, and enrolment by somebody else. */
export async function openOffers(db: Db, person: string) {
	const rows = await db
		.selectFrom("enrolment")
		.innerJoin("program", "program.id", "enrolment.program_id")
		.leftJoin("person as by", "by.id", "enrolment.entered_by")
		.select([
			"program.id as program",
			"program.name",
			"enrolment.status",
			"enrolment.how",
			"enrolment.answer_by as answerBy",
			"by.first_name",
			"by.last_name",
		])
		.where("enrolment.person_id", "=", person)
		.where("program.status", "<>", "closed")
		.where((row) =>
			row.or([
				row("enrolment.status", "in", ["invited", "nominated"]),
				row.and([
					row("enrolment.status", "=", "enrolled"),
					row("enrolment.how", "=", "import"),
					row("enrolment.answered_at", "is", null),
				]),
			]),
		)
		.orderBy("enrolment.entered_at")
		.execute();
	return rows.map(({ first_name, last_name, ...row }) => ({
		...row,
		by: nameOf(first_name, last_name),
	}));
}
