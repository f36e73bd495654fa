import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../../../platform/database/database.ts";

// Each puts one table back for everyone an import changed. A row whose key was null before did not exist and goes again.

export async function restorePeople(tx: Tx, id: string): Promise<void> {
	await sql`
		update person set email = 'released:' || person.id
		from people_import_change as change
		where change.import_id = ${id} and change.before ? 'person.email' and person.id = change.person_id
	`.execute(tx);
	await sql`
		update person set (first_name, last_name, email, job_title, unit, function, discipline, location, time_zone, languages, locale, manager_id, search_text, left_on) = (
			select first_name, last_name, email, job_title, unit, function, discipline, location, time_zone, languages, locale, manager_id, search_text, left_on
			from jsonb_populate_record(person, change.patch)
		)
		from (${patches(id, "person")}) as change
		where person.id = change.person_id
	`.execute(tx);
}

export async function restoreEmployments(tx: Tx, id: string): Promise<void> {
	await sql`
		delete from employment using people_import_change as change
		where change.import_id = ${id} and change.before -> 'employment.person_id' = 'null' and employment.person_id = change.person_id
	`.execute(tx);
	await sql`
		update employment set employee_number = null
		from people_import_change as change
		where change.import_id = ${id} and change.before ? 'employment.employee_number' and employment.person_id = change.person_id
	`.execute(tx);
	await sql`
		update employment set (employee_number, grade, hire_date, custom) = (
			select employee_number, grade, hire_date, custom from jsonb_populate_record(employment, change.patch)
		)
		from (${patches(id, "employment")}) as change
		where employment.person_id = change.person_id
	`.execute(tx);
}

export async function restoreProfiles(tx: Tx, id: string): Promise<void> {
	await sql`
		delete from profile using people_import_change as change
		where change.import_id = ${id} and change.before -> 'profile.person_id' = 'null' and profile.person_id = change.person_id
	`.execute(tx);
	await sql`
		update profile set (experience, clients, industries) = (
			select experience, clients, industries from jsonb_populate_record(profile, change.patch)
		)
		from (${patches(id, "profile")}) as change
		where profile.person_id = change.person_id
	`.execute(tx);
}

export async function restoreSkills(tx: Tx, id: string): Promise<void> {
	for (const side of ["offer", "seek"] as const) {
		const table = sql.table(side);
		await sql`
			delete from ${table} as skill using (${entries(id, side, "after")}) as entry
			where skill.person_id = entry.person_id and skill.competency_id::text = entry.name
		`.execute(tx);
		await sql`
			insert into ${table} select skill.* from (${entries(id, side, "before")}) as entry
				cross join lateral jsonb_populate_record(null::${table}, entry.value) as skill
		`.execute(tx);
	}
}

export async function restoreEnrolments(tx: Tx, id: string): Promise<void> {
	await sql`
		update enrolment set (status, how, capacity, is_late) = (
			select status, how, capacity, is_late from jsonb_populate_record(enrolment, entry.value)
		)
		from (${entries(id, "enrolment", "before")}) as entry
		where enrolment.id::text = entry.name
	`.execute(tx);
	await sql`
		delete from enrolment using people_import_change as change
		where change.import_id = ${id} and change.before is not null and enrolment.person_id = change.person_id
			and change.before -> ('enrolment.' || enrolment.id) = 'null'
	`.execute(tx);
}

/** Returns the facts that somebody has answered meanwhile: their fields must stay. */
export async function withdrawProposals(
	tx: Tx,
	id: string,
): Promise<ReadonlySet<string>> {
	const { rows } = await sql<{ fact: string }>`
		select distinct laid.fact
		from people_import_change as change
			cross join lateral jsonb_object_keys(change.after) as keys (key)
			cross join lateral (select substr(keys.key, length('sensitive_fact.') + 1) as fact) as laid
			left join sensitive_fact on sensitive_fact.person_id = change.person_id and sensitive_fact.fact = laid.fact
		where change.import_id = ${id} and starts_with(keys.key, 'sensitive_fact.') and change.after -> keys.key <> 'null'
			and sensitive_fact.person_id is null
	`.execute(tx);
	await sql`
		delete from sensitive_fact using people_import_change as change
		where change.import_id = ${id} and change.before is not null and sensitive_fact.person_id = change.person_id
			and sensitive_fact.declared is null and change.before -> ('sensitive_fact.' || sensitive_fact.fact) = 'null'
	`.execute(tx);
	await sql`
		insert into sensitive_fact (person_id, fact, proposed)
		select fact.person_id, fact.fact, fact.proposed
		from (${entries(id, "sensitive_fact", "before")}) as entry
			cross join lateral jsonb_populate_record(null::sensitive_fact, entry.value) as fact
		on conflict (person_id, fact) do update set proposed = excluded.proposed where sensitive_fact.declared is null and sensitive_fact.deleted_at is null
	`.execute(tx);
	return new Set(rows.map(({ fact }) => fact));
}

/** The columns of a single row per person, as a patch. */
function patches(id: string, table: string): RawBuilder<unknown> {
	const prefix = `${table}.`;
	return sql`
		select change.person_id, jsonb_object_agg(substr(key, length(${prefix}::text) + 1), value) as patch
		from people_import_change as change cross join lateral jsonb_each(change.before)
		where change.import_id = ${id} and change.before is not null and starts_with(key, ${prefix})
		group by change.person_id
	`;
}

/** The rows of a table with several per person. */
function entries(
	id: string,
	table: string,
	when: "before" | "after",
): RawBuilder<unknown> {
	const prefix = `${table}.`;
	return sql`
		select change.person_id, substr(key, length(${prefix}::text) + 1) as name, value
		from people_import_change as change cross join lateral jsonb_each(change.${sql.ref(when)})
		where change.import_id = ${id} and change.before is not null and starts_with(key, ${prefix}) and value <> 'null'
	`;
}
