import { sql } from "kysely";
import {
	type EnrolmentStatus,
	enrolmentStatuses,
	type Side,
	sides,
} from "../../../domain/programs/enrolment.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { TableState } from "../../../ui/table-state.ts";
import { nameOf } from "./programs.ts";

export const participantOrders = ["name", "side", "status", "entered"] as const;
export type ParticipantOrder = (typeof participantOrders)[number];

export type Participant = Awaited<ReturnType<typeof participants>>[number];

/** The people of a program as the table asks for them; `limit` null for the whole list. */
export async function participants(
	db: Db,
	program: string,
	state: TableState<ParticipantOrder>,
	limit: number | null = state.pageSize,
) {
	const direction = state.sort.direction === "ascending" ? "asc" : "desc";
	const rows = await matching(db, program, state)
		.select([
			"enrolment.id",
			"enrolment.person_id as personId",
			"enrolment.side",
			"enrolment.status",
			"enrolment.how",
			"enrolment.capacity",
			"enrolment.paused_until as pausedUntil",
			"enrolment.entered_at as enteredAt",
			"enrolment.answer_by as answerBy",
			"enrolment.is_late as isLate",
			"person.first_name",
			"person.last_name",
			"person.email",
			"person.job_title as title",
			"person.function",
			"person.location",
		])
		.$if(state.sort.key === "side", (query) =>
			query.orderBy("enrolment.side", direction),
		)
		.$if(state.sort.key === "status", (query) =>
			query.orderBy("enrolment.status", direction),
		)
		.$if(state.sort.key === "entered", (query) =>
			query.orderBy("enrolment.entered_at", direction),
		)
		.orderBy("person.last_name", state.sort.key === "name" ? direction : "asc")
		.orderBy("person.first_name")
		.orderBy("enrolment.id")
		.$if(limit !== null, (query) =>
			query.limit(limit ?? 0).offset(state.offset),
		)
		.execute();
	return rows.map(({ first_name, last_name, ...row }) => ({
		...row,
		name: nameOf(first_name, last_name) ?? row.email,
	}));
}

export async function countParticipants(
	db: Db,
	program: string,
	state: TableState<ParticipantOrder>,
): Promise<number> {
	const { count } = await matching(db, program, state)
		.select((row) => row.cast<number>(row.fn.countAll(), "integer").as("count"))
		.executeTakeFirstOrThrow();
	return count;
}

function matching(
	db: Db,
	program: string,
	{ filters, search }: TableState<ParticipantOrder>,
) {
	const side = sides.find((each) => each === filters["side"]);
	const statuses = statusesIn(filters["status"]);
	const { function: wantedFunction } = filters;
	return db
		.selectFrom("enrolment")
		.innerJoin("person", "person.id", "enrolment.person_id")
		.where("enrolment.program_id", "=", program)
		.$if(side !== undefined, (query) =>
			query.where("enrolment.side", "=", side ?? "mentor"),
		)
		.$if(statuses !== undefined, (query) =>
			query.where("enrolment.status", "in", statuses ?? []),
		)
		.$if(wantedFunction !== undefined, (query) =>
			query.where("person.function", "=", wantedFunction ?? ""),
		)
		.$if(search !== "", (query) =>
			query.where((row) =>
				row.or([
					row("person.search_text", "ilike", `%${likeText(search)}%`),
					row(
						sql<string>`person.first_name || ' ' || person.last_name || ' ' || person.email`,
						"ilike",
						`%${likeText(search)}%`,
					),
				]),
			),
		);
}

function statusesIn(text: string | undefined): EnrolmentStatus[] | undefined {
	if (text === "to-decide") return ["applied", "nominated"];
	const status = enrolmentStatuses.find((each) => each === text);
	return status && [status];
}

export async function functionsIn(db: Db, program: string): Promise<string[]> {
	const rows = await db
		.selectFrom("enrolment")
		.innerJoin("person", "person.id", "enrolment.person_id")
		.select("person.function")
		.distinct()
		.where("enrolment.program_id", "=", program)
		.where("person.function", "is not", null)
		.orderBy("person.function")
		.execute();
	return rows.flatMap((row) => row.function ?? []);
}

export type OneParticipant = NonNullable<
	Awaited<ReturnType<typeof findParticipant>>
>;

/** One enrolment with the suggestions behind it, for whoever decides. */
export async function findParticipant(db: Db, program: string, id: string) {
	const row = await db
		.selectFrom("enrolment")
		.innerJoin("person", "person.id", "enrolment.person_id")
		.leftJoin("person as by", "by.id", "enrolment.entered_by")
		.select([
			"enrolment.id",
			"enrolment.person_id as personId",
			"enrolment.side",
			"enrolment.status",
			"enrolment.how",
			"enrolment.capacity",
			"enrolment.paused_until as pausedUntil",
			"enrolment.entered_at as enteredAt",
			"enrolment.answer_by as answerBy",
			"enrolment.answered_at as answeredAt",
			"enrolment.is_late as isLate",
			"person.first_name",
			"person.last_name",
			"person.job_title as title",
			"person.function",
			"person.location",
			"by.first_name as byFirst",
			"by.last_name as byLast",
		])
		.where("enrolment.program_id", "=", program)
		.where("enrolment.id", "=", id)
		.executeTakeFirst();
	if (row === undefined) return undefined;
	const { first_name, last_name, byFirst, byLast, ...rest } = row;
	return {
		...rest,
		name: nameOf(first_name, last_name) ?? "",
		by: nameOf(byFirst, byLast),
		nominations: await nominationsOf(db, program, row.personId, row.side),
	};
}

async function nominationsOf(
	db: Db,
	program: string,
	person: string,
	side: Side,
) {
	const rows = await db
		.selectFrom("nomination")
		.innerJoin("person as by", "by.id", "nomination.nominated_by")
		.leftJoin("person as decider", "decider.id", "nomination.decided_by")
		.select([
			"nomination.id",
			"nomination.reason",
			"nomination.at",
			"nomination.nominated_by as byId",
			"nomination.decided_at as decidedAt",
			"nomination.decision_reason as decisionReason",
			"by.first_name",
			"by.last_name",
			"by.job_title as title",
			"decider.first_name as deciderFirst",
			"decider.last_name as deciderLast",
		])
		.where("nomination.program_id", "=", program)
		.where("nomination.person_id", "=", person)
		.where("nomination.side", "=", side)
		.orderBy("nomination.at")
		.execute();
	return rows.map(
		({ first_name, last_name, deciderFirst, deciderLast, ...row }) => ({
			...row,
			by: nameOf(first_name, last_name) ?? "",
			decidedBy: nameOf(deciderFirst, deciderLast),
		}),
	);
}

export type OwnNomination = Awaited<ReturnType<typeof nominationsBy>>[number];

/** What somebody suggested, with where it stands. A no, a withdrawal and a refusal look the same: the row is not there for them. */
export async function nominationsBy(db: Db, program: string, person: string) {
	const rows = await db
		.selectFrom("nomination")
		.innerJoin("person", "person.id", "nomination.person_id")
		.leftJoin("enrolment", (join) =>
			join
				.onRef("enrolment.program_id", "=", "nomination.program_id")
				.onRef("enrolment.person_id", "=", "nomination.person_id")
				.onRef("enrolment.side", "=", "nomination.side")
				.onRef("enrolment.entered_by", "=", "nomination.nominated_by"),
		)
		.select([
			"nomination.id",
			"nomination.side",
			"nomination.at",
			"nomination.decision_reason as decisionReason",
			"enrolment.status",
			"person.first_name",
			"person.last_name",
		])
		.where("nomination.program_id", "=", program)
		.where("nomination.nominated_by", "=", person)
		.orderBy("nomination.at", "desc")
		.execute();
	return rows.map(({ first_name, last_name, ...row }) => ({
		...row,
		name: nameOf(first_name, last_name) ?? "",
	}));
}

/** People who stand in the program on a side already, whatever became of it. */
export async function standingIds(
	db: Db,
	program: string,
	side: Side,
): Promise<ReadonlySet<string>> {
	const rows = await db
		.selectFrom("enrolment")
		.select("person_id")
		.where("program_id", "=", program)
		.where("side", "=", side)
		.execute();
	return new Set(rows.map((row) => row.person_id));
}

function likeText(text: string): string {
	return text.replace(/[\\%_]/g, "\\$&");
}
