import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";

/**
 * Everything an import can write about a person as one flat object: "person.job_title" → value, "offer.<competency>" → row. Two of these,
 * before and after, give exactly what an import changed, which is what an undo puts back and what it compares with to see whether somebody
 * else has been at it since. Sensitive facts that were declared are not in it: the process cannot see them.
 *
 * Stands in a query over `person` with `withRecords` behind it.
 */
export const image: RawBuilder<unknown> = sql`(
	${columns("person", sql`to_jsonb(person)`)}
	|| coalesce(${columns("employment", sql`to_jsonb(employment)`)}, '{}')
	|| coalesce(${columns("profile", sql`to_jsonb(profile)`)}, '{}')
	|| ${rows("offer", sql`competency_id`)}
	|| ${rows("seek", sql`competency_id`)}
	|| ${rows("enrolment", sql`id`)}
	|| ${rows("sensitive_fact", sql`fact`)}
)`;

export const withRecords: RawBuilder<unknown> = sql`
	left join employment on employment.person_id = person.id
	left join profile on profile.person_id = person.id
`;

function columns(table: string, row: RawBuilder<unknown>): RawBuilder<unknown> {
	return sql`(select jsonb_object_agg(${sql.lit(`${table}.`)} || key, value) from jsonb_each(${row}))`;
}

function rows(table: string, key: RawBuilder<unknown>): RawBuilder<unknown> {
	return sql`coalesce((
		select jsonb_object_agg(${sql.lit(`${table}.`)} || ${key}, to_jsonb(several)) from ${sql.table(table)} as several
		where several.person_id = person.id
	), '{}')`;
}

/** Keeps how these people were, before anything is written about them. */
export async function keepImagesBefore(
	tx: Tx,
	id: string,
	people: readonly string[],
): Promise<void> {
	await sql`
		insert into people_import_change (import_id, person_id, before, after)
		select ${id}, person.id, ${image}, '{}'
		from person ${withRecords}
		where person.id = any(${[...people]}::uuid[])
	`.execute(tx);
}

/** Reduces what was kept to what was changed, and adds the people who are new. */
export async function keepImagesAfter(
	tx: Tx,
	id: string,
	created: readonly string[],
): Promise<void> {
	// Each image is made once (`offset 0` keeps the planner from making it anew for every key) and taken apart once.
	await sql`
		update people_import_change as kept set before = difference.before, after = difference.after
		from person ${withRecords}
		cross join lateral (select ${image} as image offset 0) as now
		cross join lateral (select before from people_import_change where import_id = ${id} and person_id = person.id offset 0) as earlier
		cross join lateral (
			select jsonb_object_agg(key, was.value) as before, jsonb_object_agg(key, is_now.value) as after
			from jsonb_each(earlier.before) as was full join jsonb_each(now.image) as is_now using (key)
			where was.value is distinct from is_now.value
		) as difference
		where kept.import_id = ${id} and kept.person_id = person.id and difference.after is not null
	`.execute(tx);
	await sql`delete from people_import_change where import_id = ${id} and after = '{}'`.execute(
		tx,
	);
	await sql`
		insert into people_import_change (import_id, person_id, before, after)
		select ${id}, person.id, null, jsonb_strip_nulls(${image})
		from person ${withRecords}
		where person.id = any(${[...created]}::uuid[])
	`.execute(tx);
}
