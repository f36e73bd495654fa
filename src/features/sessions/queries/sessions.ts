import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import { vaultOf } from "../../../platform/database/database.ts";
import { NotFound } from "../../../platform/http/refusal.ts";
import {
	companyOf,
	companyRows,
	memberIn,
	memberRows,
} from "../../relationships/company-queries.ts";

export type Session = Awaited<ReturnType<typeof sessionsOf>>[number];

/** The sessions of a relationship, those to come first by date, then those that were, latest first. */
export async function sessionsOf(db: Db, relationship: string) {
	const rows = await sessionRows(db)
		.where("session.relationship_id", "=", relationship)
		.orderBy("starts_at")
		.execute();
	return rows.map((row) => opened(db, row));
}

export type FoundSession = Awaited<ReturnType<typeof findSession>>;

/** A session with its members' answers and whom it brings together, for one of them. For everyone else it is not there. */
export async function findSession(db: Db, id: string, person: string) {
	if (!z.uuid().safeParse(id).success) throw new NotFound();
	const row = await sessionRows(db)
		.where("session.id", "=", id)
		.innerJoin(
			companyRows(db, person).as("company"),
			"company.id",
			"session.relationship_id",
		)
		.select([
			"company.circle",
			"company.kind",
			"company.program",
			"company.programName",
			"company.endedAt",
		])
		.executeTakeFirst();
	if (row === undefined) throw new NotFound();
	const { circle, kind, program, programName, endedAt, ...session } = row;
	const rows = await invitedRows(db, session.relationship, id);
	const company = companyOf(
		{
			id: session.relationship,
			circle,
			kind,
			program,
			programName,
			endedAt,
		},
		rows.map(memberIn),
		person,
	);
	return {
		...opened(db, session),
		company,
		isRunning: company.isRunning,
		members: rows
			.filter(({ person }) => person !== null)
			.map((each) => ({
				...memberIn(each),
				person: each.id,
				answer: each.answer,
				answeredThrough: each.answeredThrough,
				attended: each.attended,
				wroteUpAt: each.wroteUpAt,
				respondedAt: each.respondedAt,
			})),
	};
}

/** The members of a relationship, and of those whom a session invites what is known of it. */
function invitedRows(db: Db, relationship: string, session: string) {
	return memberRows(db, relationship)
		.leftJoin("session_member as invited", (join) =>
			join
				.onRef("invited.person_id", "=", "member.person_id")
				.on("invited.session_id", "=", session),
		)
		.leftJoin("attendance", (join) =>
			join
				.onRef("attendance.session_id", "=", "invited.session_id")
				.onRef("attendance.person_id", "=", "invited.person_id"),
		)
		.select([
			"invited.person_id as person",
			"invited.answer",
			"invited.answered_through as answeredThrough",
			"attendance.attended",
			"attendance.wrote_up_at as wroteUpAt",
			"attendance.responded_at as respondedAt",
		])
		.execute();
}

export type OwnSession = Awaited<ReturnType<typeof ownSessions>>[number];

/** Somebody's sessions over all their relationships, by date, with whom else they bring together. */
export async function ownSessions(
	db: Db,
	person: string,
	{ from }: { readonly from: Date },
) {
	return sessionRows(db)
		.innerJoin("session_member as own", "own.session_id", "session.id")
		.leftJoin("attendance", (join) =>
			join
				.onRef("attendance.session_id", "=", "own.session_id")
				.onRef("attendance.person_id", "=", "own.person_id"),
		)
		.leftJoin(
			"relationship_ending as ending",
			"ending.relationship_id",
			"session.relationship_id",
		)
		.select([
			"own.answer",
			"attendance.attended",
			"attendance.wrote_up_at as wroteUpAt",
			"attendance.responded_at as respondedAt",
			sql<string[]>`array(
				select person.first_name from session_member other join person on person.id = other.person_id
				where other.session_id = session.id and other.person_id <> own.person_id order by person.sort_name
			)`.as("others"),
			sql<boolean>`ending.ended_at is null`.as("isRunning"),
		])
		.where("own.person_id", "=", person)
		.where("session.starts_at", ">=", from)
		.where("session.state", "<>", "cancelled")
		.orderBy("session.starts_at")
		.execute();
}

/** In which of somebody's relationships they have a date to come, booked or proposed. */
export async function datedRelationships(
	db: Db,
	person: string,
	now: Date,
): Promise<ReadonlySet<string>> {
	const rows = await db
		.selectFrom("session")
		.innerJoin("session_member as own", "own.session_id", "session.id")
		.select("session.relationship_id as relationship")
		.where("own.person_id", "=", person)
		.where("session.starts_at", ">", now)
		.where("session.state", "<>", "cancelled")
		.execute();
	return new Set(rows.map(({ relationship }) => relationship));
}

function sessionRows(db: Db) {
	return db
		.selectFrom("session")
		.select([
			"session.id",
			"session.relationship_id as relationship",
			"session.format",
			"session.state",
			"session.starts_at as startsAt",
			"session.ends_at as endsAt",
			"session.zone",
			"session.follows_cadence as followsCadence",
			"session.sequence",
			"session.place",
			"session.booked_by as bookedBy",
		]);
}

type Row = Awaited<
	ReturnType<ReturnType<typeof sessionRows>["execute"]>
>[number];

function opened(db: Db, { place, ...row }: Row) {
	return {
		...row,
		place: place && vaultOf(db).open("session.place", [row.id], place),
	};
}

/** The facts that the rules of the domain ask for. */
export function standingOf({
	startsAt,
	endsAt,
	...session
}: Pick<
	FoundSession,
	"state" | "format" | "startsAt" | "endsAt" | "isRunning"
>) {
	return {
		...session,
		startsAt: startsAt.getTime(),
		endsAt: endsAt.getTime(),
	};
}
