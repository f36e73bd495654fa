import { sql } from "kysely";
import type { Tx } from "../../../../platform/database/database.ts";

/** Each of these takes one JSON array of rows (thread/import-writes.ts) and stores it in one or two statements, however many there are. */
export async function addPeople(tx: Tx, rows: string): Promise<void> {
	await sql`
		insert into person (id, first_name, last_name, email, job_title, unit, function, discipline, location, time_zone, languages, locale, manager_id, search_text, left_on)
		select id, first_name, last_name, email, job_title, unit, function, discipline, location, time_zone, languages, locale, manager_id, search_text, left_on
		from jsonb_populate_recordset(null::person, ${rows}::jsonb)
	`.execute(tx);
}

export async function addEmployments(tx: Tx, rows: string): Promise<void> {
	await sql`
		insert into employment (person_id, employee_number, grade, hire_date, custom)
		select person_id, employee_number, grade, hire_date, custom from jsonb_populate_recordset(null::employment, ${rows}::jsonb)
	`.execute(tx);
}

/** Addresses change hands within a file: whoever gives one up lets go of it before anyone takes it. */
export async function releaseAddresses(tx: Tx, rows: string): Promise<void> {
	await sql`
		update person set email = 'released:' || person.id
		from jsonb_to_recordset(${rows}::jsonb) as change (id uuid, patch jsonb)
		where person.id = change.id and change.patch ? 'email'
	`.execute(tx);
}

export async function releaseNumbers(tx: Tx, rows: string): Promise<void> {
	await sql`
		update employment set employee_number = null
		from jsonb_to_recordset(${rows}::jsonb) as change (person_id uuid, patch jsonb)
		where employment.person_id = change.person_id and change.patch ? 'employee_number'
	`.execute(tx);
}

export async function patchPeople(tx: Tx, rows: string): Promise<void> {
	await sql`
		update person set (first_name, last_name, email, job_title, unit, function, discipline, location, time_zone, languages, locale, manager_id, search_text, left_on) = (
			select first_name, last_name, email, job_title, unit, function, discipline, location, time_zone, languages, locale, manager_id, search_text, left_on
			from jsonb_populate_record(person, change.patch)
		)
		from jsonb_to_recordset(${rows}::jsonb) as change (id uuid, patch jsonb)
		where person.id = change.id
	`.execute(tx);
}

/** Custom fields that are null are emptied, those not named stay. */
export async function patchEmployments(tx: Tx, rows: string): Promise<void> {
	await sql`
		insert into employment (person_id)
		select person_id from jsonb_to_recordset(${rows}::jsonb) as change (person_id uuid)
		on conflict (person_id) do nothing
	`.execute(tx);
	await sql`
		update employment set (employee_number, grade, hire_date, custom) = (
			select employee_number, grade, hire_date, jsonb_strip_nulls(employment.custom || change.custom)
			from jsonb_populate_record(employment, change.patch)
		)
		from jsonb_to_recordset(${rows}::jsonb) as change (person_id uuid, patch jsonb, custom jsonb)
		where employment.person_id = change.person_id
	`.execute(tx);
}

/** What people say about themselves: only what is still empty is filled. */
export async function fillProfiles(tx: Tx, rows: string): Promise<void> {
	await sql`
		insert into profile (person_id, experience, clients, industries)
		select person_id, experience, coalesce(clients, '{}'), coalesce(industries, '{}') from jsonb_populate_recordset(null::profile, ${rows}::jsonb)
		on conflict (person_id) do update set
			experience = coalesce(nullif(profile.experience, ''), excluded.experience),
			clients = case when profile.clients = '{}' then excluded.clients else profile.clients end,
			industries = case when profile.industries = '{}' then excluded.industries else profile.industries end
	`.execute(tx);
}

/** Takes away what came from earlier files; what people said themselves stays. */
export async function dropImportedSkills(tx: Tx, rows: string): Promise<void> {
	for (const side of ["offer", "seek"] as const)
		await sql`
			delete from ${sql.table(side)} as skill
			using jsonb_to_recordset(${rows}::jsonb) as replaced (person_id uuid, side text)
			where skill.person_id = replaced.person_id and replaced.side = ${side} and skill.source = 'import'
		`.execute(tx);
}

export async function addSkills(tx: Tx, rows: string): Promise<void> {
	for (const side of ["offer", "seek"] as const)
		await sql`
			insert into ${sql.table(side)} (person_id, competency_id, level, source)
			select added.person_id, competency.id, added.level, 'import'
			from jsonb_to_recordset(${rows}::jsonb) as added (person_id uuid, side text, competency text, level integer)
				join competency on competency.key = added.competency
			where added.side = ${side}
			on conflict do nothing
		`.execute(tx);
}

/** Enrolled by whoever imports, and open to refusal; a mentee comes on the list where a lottery decides about places. Whoever is in the program already only gets another number of places. */
export async function enrol(
	tx: Tx,
	rows: string,
	{ program, by }: { readonly program: string; readonly by: string | null },
): Promise<void> {
	await sql`
		insert into enrolment (program_id, person_id, side, status, how, capacity, entered_by, is_late)
		select ${program}::uuid, person_id, side,
			coalesce((
				select case when closed_at is null then 'applied' else 'waiting' end from lottery where program_id = ${program}::uuid and side = 'mentee'
			), 'enrolled'),
			'import', capacity, ${by}::uuid,
			exists (select from round where round.program_id = ${program}::uuid and round.published_at is not null)
		from jsonb_to_recordset(${rows}::jsonb) as added (person_id uuid, side text, capacity integer)
		on conflict (program_id, person_id, side) do update set capacity = excluded.capacity
		where enrolment.status not in ('declined', 'not-admitted', 'withdrawn', 'left')
	`.execute(tx);
}

/** Lays sensitive facts before each person; null withdraws one. What was answered is neither seen nor touched. */
export async function propose(tx: Tx, rows: string): Promise<void> {
	await sql`
		insert into sensitive_fact (person_id, fact, proposed)
		select person_id, fact, proposed
		from jsonb_to_recordset(${rows}::jsonb) as laid (person_id uuid, fact text, proposed text)
		where proposed is not null
		on conflict (person_id, fact) do update set proposed = excluded.proposed where sensitive_fact.declared is null and sensitive_fact.deleted_at is null
	`.execute(tx);
	await sql`
		delete from sensitive_fact
		using jsonb_to_recordset(${rows}::jsonb) as laid (person_id uuid, fact text, proposed text)
		where laid.proposed is null and sensitive_fact.person_id = laid.person_id and sensitive_fact.fact = laid.fact
			and sensitive_fact.declared is null
	`.execute(tx);
}
