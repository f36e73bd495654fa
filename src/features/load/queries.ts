import { sql } from "kysely";
import {
	minutesAMonth,
	type Rhythm,
	rhythmOfCharter,
} from "../../domain/relationships/load.ts";
import type { Db } from "../../platform/database/database.ts";

type Side = "mentor" | "mentee" | "peer" | "facilitator";

export type Carried = {
	readonly id: string;
	/** Who the other is; of a circle its name. */
	readonly partner: string;
	readonly program: string;
	readonly side: Side;
	readonly rhythm: Rhythm;
	/** Chosen by the two, or only the program's. */
	readonly isChosen: boolean;
	readonly minutes: number;
};

/** What somebody's running relationships take of a month, over all programs: in the rhythm the two chose, or else the program's. */
export async function carriedBy(
	db: Db,
	person: string,
): Promise<readonly Carried[]> {
	const { rows } = await sql<{
		id: string;
		partner: string;
		program: string;
		side: Side;
		unit: Rhythm["unit"] | null;
		every: number;
		minutes: number;
		charterCadence: string;
		charterMinutes: number;
	}>`
		select relationship.id, program.name as program, own.side,
			coalesce(circle.name, (select string_agg(concat_ws(' ', first_name, last_name), ', ' order by last_name) from person
				where id = any (relationship.member_ids) and id <> ${person})) as partner,
			cadence.unit, coalesce(cadence.every, 1) as every, coalesce(cadence.minutes, 60) as minutes,
			coalesce(charter.body ->> 'cadence', 'month') as "charterCadence",
			coalesce((charter.body ->> 'sessionMinutes')::integer, 60) as "charterMinutes"
		from relationship_member own
		join relationship on relationship.id = own.relationship_id
		join program on program.id = relationship.program_id
		left join mentoring_circle circle on circle.relationship_id = relationship.id
		left join cadence on cadence.relationship_id = relationship.id
		left join lateral (
			select body from charter where program_id = program.id order by version desc limit 1
		) charter on true
		where own.person_id = ${person}
			and not exists (select from relationship_ending ending where ending.relationship_id = relationship.id)
		order by program.name, partner
	`.execute(db);
	return rows.map(
		({ unit, every, minutes, charterCadence, charterMinutes, ...row }) => {
			const rhythm =
				unit === null
					? rhythmOfCharter(charterCadence, charterMinutes)
					: { unit, every, minutes };
			return {
				...row,
				rhythm,
				isChosen: unit !== null,
				minutes: minutesAMonth(rhythm),
			};
		},
	);
}
