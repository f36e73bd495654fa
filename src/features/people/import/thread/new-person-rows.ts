import type { NewPerson } from "../../../../domain/people/import-plan.ts";
import { searchTextOf } from "../../../../domain/people/fold.ts";
import type { PersonRef } from "../../../../domain/people/known-person.ts";
import type { PersonFacts } from "../../../../domain/people/person-row.ts";
import type { Skill } from "../../../../domain/people/skill.ts";

/** The id of someone known, or of the new person a row brings. */
export type IdOf = (ref: PersonRef | null) => string | null;

export function newPersonRow(
	id: string,
	{ facts, manager }: NewPerson,
	idOf: IdOf,
) {
	return {
		id,
		manager_id: idOf(manager),
		first_name: facts.firstName ?? "",
		last_name: facts.lastName ?? "",
		email: facts.email,
		job_title: facts.jobTitle,
		unit: facts.unit,
		function: facts.function,
		discipline: facts.discipline,
		location: facts.location,
		time_zone: facts.timeZone,
		languages: facts.languages,
		locale: facts.locale,
		search_text: searchTextOf(facts),
		left_on: facts.leftOn,
	};
}

export function profileRow(id: string, facts: Partial<PersonFacts>) {
	const { experience = null, clients = [], industries = [] } = facts;
	const isEmpty =
		experience === null && clients.length === 0 && industries.length === 0;
	return isEmpty ? [] : [{ person_id: id, experience, clients, industries }];
}

export function skillRows(
	id: string,
	side: "offer" | "seek",
	skills: readonly Skill[],
) {
	return skills.map(({ competency, level }) => ({
		person_id: id,
		side,
		competency,
		level,
	}));
}
