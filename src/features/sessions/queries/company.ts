import { sql } from "kysely";
import { z } from "zod";
import { charterRhythm, type Rhythm } from "../../../domain/sessions/rhythm.ts";
import {
	formatsOf,
	minutesWithin,
	type SessionFormat,
	shapeOf,
} from "../../../domain/sessions/formats.ts";
import type { Db } from "../../../platform/database/database.ts";
import { NotFound } from "../../../platform/http/refusal.ts";
import { findProgram } from "../../programs/queries/programs.ts";

export type Member = {
	readonly id: string;
	readonly first: string;
	readonly name: string;
	readonly zone: string | null;
	readonly side: "mentor" | "mentee" | "peer" | "facilitator";
};

export type Company = Awaited<ReturnType<typeof findCompany>>;

/** The members of a relationship as those who meet, for one of them. For everyone else it is not there. */
export async function findCompany(db: Db, id: string, person: string) {
	if (!z.uuid().safeParse(id).success) throw new NotFound();
	const found = await db
		.selectFrom("relationship")
		.leftJoin(
			"relationship_ending as ending",
			"ending.relationship_id",
			"relationship.id",
		)
		.innerJoin("program", "program.id", "relationship.program_id")
		.select([
			"relationship.id",
			"relationship.kind",
			"relationship.program_id as program",
			"program.name as programName",
			"ending.ended_at as endedAt",
		])
		.where("relationship.id", "=", id)
		.where(sql<boolean>`${person}::uuid = any (relationship.member_ids)`)
		.executeTakeFirst();
	if (found === undefined) throw new NotFound();
	const members = await membersOf(db, id);
	const others = members.filter((member) => member.id !== person);
	return {
		...found,
		isRunning: found.endedAt === null,
		members,
		others,
		self: members.find((member) => member.id === person),
	};
}

export async function membersOf(
	db: Db,
	relationship: string,
): Promise<readonly Member[]> {
	const rows = await db
		.selectFrom("relationship_member as member")
		.innerJoin("person", "person.id", "member.person_id")
		.select([
			"person.id",
			"person.first_name as first",
			"person.last_name as last",
			"person.time_zone as zone",
			"member.side",
		])
		.where("member.relationship_id", "=", relationship)
		.orderBy("person.sort_name")
		.execute();
	return rows.map(({ last, ...row }) => ({
		...row,
		name: `${row.first} ${last}`.trim(),
	}));
}

export type Habit = {
	readonly rhythm: Rhythm;
	readonly minutes: number;
	readonly format: SessionFormat;
	/** Undefined until a first date was taken. */
	readonly series:
		| {
				readonly anchor: string;
				readonly wallTime: string;
				readonly zone: string;
		  }
		| undefined;
	readonly revision: number;
	/** Whether the members chose it; until then it is what the program recommends. */
	readonly isChosen: boolean;
};

/** How the members meet: what they chose, or what their program's charter recommends. */
export async function habitOf(
	db: Db,
	{ id, kind, program }: Pick<Company, "id" | "kind" | "program">,
): Promise<Habit> {
	const row = await db
		.selectFrom("cadence")
		.selectAll()
		.where("relationship_id", "=", id)
		.executeTakeFirst();
	if (row !== undefined) return habitIn(row);
	const charter = (await findProgram(db, program))?.charter;
	const [format = "one-to-one"] = formatsOf(kind);
	const wished =
		kind === "circle" || kind === "shadowing"
			? shapeOf(format).minutes.usual
			: (charter?.sessionMinutes ?? shapeOf(format).minutes.usual);
	return {
		rhythm:
			kind === "flash"
				? { unit: "own" }
				: charterRhythm(charter?.cadence ?? "month"),
		minutes: minutesWithin(format, wished),
		format,
		series: undefined,
		revision: 0,
		isChosen: false,
	};
}

export function habitIn(row: {
	readonly unit: "week" | "month" | "own";
	readonly every: number;
	readonly month_by: "weekday" | "day";
	readonly anchor: string | null;
	readonly wall_time: string | null;
	readonly zone: string | null;
	readonly minutes: number;
	readonly format: SessionFormat;
	readonly revision: number;
}): Habit {
	const { unit, every, anchor, wall_time: wallTime, zone } = row;
	return {
		rhythm:
			unit === "own"
				? { unit }
				: unit === "week"
					? { unit, every }
					: { unit, every, by: row.month_by },
		minutes: row.minutes,
		format: row.format,
		series:
			anchor === null || wallTime === null || zone === null
				? undefined
				: { anchor, wallTime, zone },
		revision: row.revision,
		isChosen: true,
	};
}
