import { sql } from "kysely";
import {
	type Health,
	healthOf,
	type Met,
} from "../../domain/relationships/health.ts";
import { daysBetween, type Rhythm } from "../../domain/relationships/load.ts";
import type { Db } from "../../platform/database/database.ts";
import { isOwn } from "../programs/queries/own.ts";

export type HealthOfOne = {
	readonly id: string;
	/** First names of the others, for a member. */
	readonly names: readonly string[];
	readonly health: Health;
	/** The newest date that has passed, to say a word about. */
	readonly lastDate: string | undefined;
};

/** Of a row of session: somebody chose it by hand, answered it, came or wrote it up. */
export const hasWord = sql`(
	not follows_cadence
	or exists (select from session_member invited where invited.session_id = session.id and invited.answer is not null)
	or exists (select from attendance where attendance.session_id = session.id)
)`;

/**
 * How running relationships go, told from dates alone: of one person, or of a program. Row-level security leaves a member with their own and
 * whoever runs a program with its dates.
 */
export async function healths(
	db: Db,
	of: { readonly member: string } | { readonly program: string },
	today: string,
): Promise<readonly HealthOfOne[]> {
	const which =
		"member" in of ? isOwn : sql`relationship.program_id = ${of.program}`;
	const except = "member" in of ? of.member : null;
	const { rows } = await sql<{
		id: string;
		began: string;
		unit: Rhythm["unit"] | null;
		every: number | null;
		names: string[];
		sessions: (Met & { readonly id: string })[];
	}>`
		select relationship.id, (began_at at time zone 'UTC')::date as began, cadence.unit, cadence.every,
			array(select first_name from person where id = any (member_ids) and id is distinct from ${except}::uuid order by first_name) as names,
			coalesce((
				select jsonb_agg(jsonb_build_object(
					'id', id, 'day', (starts_at at time zone zone)::date, 'state', state,
					'hasWord', ${hasWord}
				))
				from session where session.relationship_id = relationship.id
			), '[]') as sessions
		from relationship left join cadence on cadence.relationship_id = relationship.id
		where ${which}
			and not exists (select from relationship_ending ending where ending.relationship_id = relationship.id)
		order by relationship.began_at
	`.execute(db);
	return rows.map(({ id, began, unit, every, names, sessions }) => ({
		id,
		names,
		lastDate: sessions
			.filter(({ day, state }) => state === "booked" && day < today)
			.toSorted((one, other) => (one.day < other.day ? -1 : 1))
			.at(-1)?.id,
		health: healthOf({
			began,
			rhythm:
				unit === null || every === null
					? undefined
					: daysBetween({ unit, every, minutes: 0 }),
			sessions,
			today,
		}),
	}));
}
