// Hours a month that mentors give at most, over all programs. Everything here must run as the process `pairing`.
import { sql } from "kysely";
import {
	minutesAMonth,
	rhythmOfCharter,
	roomInHours,
	type Rhythm,
} from "../../../domain/relationships/load.ts";
import type { Db } from "../../../platform/database/database.ts";
import { anyOf } from "../../programs/queries/person-facts.ts";

/** How many more relationships of a program fit into the hours of those mentors who set a limit. */
export async function roomInHoursOf(
	db: Db,
	{
		program,
		mentors,
		waitingBut,
	}: {
		readonly program: string;
		readonly mentors: readonly string[];
		/** Proposals that wait for answers count too, but those of this round; undefined: only what runs. */
		readonly waitingBut: string | undefined;
	},
): Promise<ReadonlyMap<string, number>> {
	const limited = await db
		.selectFrom("profile")
		.select(["person_id as id", "most_hours as hours"])
		.where("person_id", "=", anyOf([...mentors]))
		.where("most_hours", "is not", null)
		.execute();
	if (limited.length === 0) return new Map();
	const ids = limited.map(({ id }) => id);
	const carried = await carriedMinutes(db, ids, waitingBut);
	const each = minutesAMonth(await rhythmOf(db, program));
	return new Map(
		limited.flatMap(({ id, hours }) => {
			const room = roomInHours(hours, carried.get(id) ?? 0, each);
			return room === undefined ? [] : [[id, room]];
		}),
	);
}

/** Minutes a month of what runs and of what was proposed and waits, by person. */
async function carriedMinutes(
	db: Db,
	people: readonly string[],
	waitingBut: string | undefined,
): Promise<ReadonlyMap<string, number>> {
	const { rows } = await sql<{
		person: string;
		unit: Rhythm["unit"] | null;
		every: number;
		minutes: number;
		charterCadence: string;
		charterMinutes: number;
	}>`
		with carried as (
			select member.person_id as person, relationship.program_id, cadence.unit, cadence.every, cadence.minutes
			from relationship_member member join relationship on relationship.id = member.relationship_id
			left join cadence on cadence.relationship_id = relationship.id
			where member.person_id = any (${people}::uuid[])
				and not exists (select from relationship_ending ending where ending.relationship_id = relationship.id)
			union all
			select proposal.mentor_id, round.program_id, null, null, null
			from proposal join round on round.id = proposal.round_id
			where proposal.status = 'published' and proposal.mentor_id = any (${people}::uuid[]) and round.id <> ${waitingBut ?? null}::uuid
		)
		select carried.person, carried.unit, coalesce(carried.every, 1) as every, coalesce(carried.minutes, 60) as minutes,
			coalesce(charter.body ->> 'cadence', 'month') as "charterCadence",
			coalesce((charter.body ->> 'sessionMinutes')::integer, 60) as "charterMinutes"
		from carried left join lateral (
			select body from charter where charter.program_id = carried.program_id order by version desc limit 1
		) charter on true
	`.execute(db);
	const sums = new Map<string, number>();
	for (const row of rows) {
		const { person, unit, every, minutes } = row;
		const rhythm =
			unit === null
				? rhythmOfCharter(row.charterCadence, row.charterMinutes)
				: { unit, every, minutes };
		sums.set(person, (sums.get(person) ?? 0) + minutesAMonth(rhythm));
	}
	return sums;
}

async function rhythmOf(db: Db, program: string): Promise<Rhythm> {
	const row = await db
		.selectFrom("charter")
		.select([
			sql<string>`coalesce(body ->> 'cadence', 'month')`.as("cadence"),
			sql<number>`coalesce((body ->> 'sessionMinutes')::integer, 60)`.as(
				"minutes",
			),
		])
		.where("program_id", "=", program)
		.orderBy("version", "desc")
		.limit(1)
		.executeTakeFirst();
	return rhythmOfCharter(row?.cadence ?? "month", row?.minutes ?? 60);
}
