import { sql } from "kysely";
import type { Db } from "../../../../platform/database/database.ts";

const PEOPLE_IN_A_PIECE = 5000;

/**
 * Everyone in Baton as an import sees them (KnownPerson in the domain), in JSON arrays that the database writes and another thread reads:
 * the server's own thread only passes them on. Runs as the process `people-import`. `program`: whose enrolments are among it.
 */
export async function knownPeople(
	db: Db,
	program: string | null,
): Promise<readonly string[]> {
	const pieces: string[] = [];
	let after = "00000000-0000-0000-0000-000000000000";
	for (;;) {
		const piece = await onePiece(db, program, after);
		if (piece.last === null) return pieces;
		pieces.push(piece.people);
		after = piece.last;
	}
}

type Piece = { readonly people: string; readonly last: string | null };

async function onePiece(
	db: Db,
	program: string | null,
	after: string,
): Promise<Piece> {
	const { rows } = await sql<Piece>`
		select coalesce(json_agg(known.person order by known.id)::text, '[]') as people, (array_agg(known.id order by known.id desc))[1] as last
		from (
			select person.id, json_build_object(
				'id', person.id,
				'facts', json_build_object(
					'employeeNumber', employment.employee_number,
					'email', person.email,
					'firstName', nullif(person.first_name, ''),
					'lastName', nullif(person.last_name, ''),
					'jobTitle', person.job_title,
					'unit', person.unit,
					'function', person.function,
					'discipline', person.discipline,
					'grade', employment.grade,
					'location', person.location,
					'timeZone', person.time_zone,
					'languages', person.languages,
					'locale', person.locale,
					'hireDate', employment.hire_date,
					'leftOn', person.left_on,
					'experience', profile.experience,
					'clients', coalesce(profile.clients, '{}'),
					'industries', coalesce(profile.industries, '{}')
				),
				'managerId', person.manager_id,
				'custom', coalesce(employment.custom, '{}'),
				'offers', ${skills("offer")},
				'seeks', ${skills("seek")},
				'enrolments', coalesce((
					select json_object_agg(enrolment.side, json_build_object(
						'capacity', enrolment.capacity,
						'isEnded', enrolment.status in ('declined', 'not-admitted', 'withdrawn', 'left')
					))
					from enrolment where enrolment.person_id = person.id and enrolment.program_id = ${program}::uuid
				), '{}')
			) as person
			from person
				left join employment on employment.person_id = person.id
				left join profile on profile.person_id = person.id
			where person.id > ${after}::uuid
			order by person.id
			limit ${PEOPLE_IN_A_PIECE}
		) as known
	`.execute(db);
	return rows[0] ?? { people: "[]", last: null };
}

function skills(side: "offer" | "seek") {
	const table = sql.table(side);
	return sql`coalesce((
		select json_agg(json_build_object('competency', competency.key, 'level', skill.level, 'isOwn', skill.source <> 'import') order by competency.key)
		from ${table} as skill join competency on competency.id = skill.competency_id
		where skill.person_id = person.id
	), '[]')`;
}
