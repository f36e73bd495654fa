import { sql } from "kysely";
import type { Tx } from "../../../../platform/database/database.ts";
import { image, withRecords } from "../images.ts";
import type { Obstacle } from "../import-record.ts";

/**
 * Whatever is no longer as an import left it: compared field by field, so that somebody who changed something else is not in the way. Of
 * sensitive facts nothing is said: who has answered theirs is nobody's business.
 */
export async function changedSince(
	tx: Tx,
	id: string,
): Promise<readonly Obstacle[]> {
	const { rows } = await sql<{ person: string; name: string; key: string }>`
		select change.person_id as person, trim(person.first_name || ' ' || person.last_name) as name, min(keys.key) as key
		from people_import_change as change
			join person on person.id = change.person_id
			${withRecords}
			cross join lateral (select case when change.before is null then jsonb_strip_nulls(${image}) else ${image} end as image offset 0) as now
			cross join lateral (
				select key from jsonb_each(change.after) as was full join jsonb_each(now.image) as is_now using (key)
				where coalesce(was.value, 'null') is distinct from coalesce(is_now.value, 'null')
					and (change.before is null or was.key is not null)
			) as keys
		where change.import_id = ${id} and keys.key not like 'sensitive_fact.%'
		group by 1, 2, person.last_name, person.first_name
		order by person.last_name, person.first_name, 1
	`.execute(tx);
	const gone = await goneSince(tx, id);
	return [
		...rows.map(({ person, name, key }) => ({
			person,
			name,
			why: `changed:${key.split(".")[0] === "person" || key.startsWith("employment.") ? key : key.split(".")[0]}`,
		})),
		...gone,
	];
}

async function goneSince(tx: Tx, id: string): Promise<readonly Obstacle[]> {
	const { rows } = await sql<{ gone: number }>`
		select count(*)::integer as gone from people_import_change as change
		where change.import_id = ${id} and not exists (select from person where person.id = change.person_id)
	`.execute(tx);
	const gone = rows[0]?.gone ?? 0;
	return gone === 0 ? [] : [{ person: null, name: "", why: "gone" }];
}
