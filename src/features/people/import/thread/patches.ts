import type { Change } from "../../../../domain/people/change.ts";
import { searchTextOf } from "../../../../domain/people/fold.ts";
import type { ChangedPerson } from "../../../../domain/people/import-plan.ts";
import type { KnownPerson } from "../../../../domain/people/known-person.ts";
import type { PersonFacts } from "../../../../domain/people/person-row.ts";
import { type IdOf, profileRow, skillRows } from "./new-person-rows.ts";

/** What an import writes about someone known, by table. */
export function patchesOf(
	{ person: id, changes }: ChangedPerson,
	known: ReadonlyMap<string, KnownPerson>,
	idOf: IdOf,
) {
	const facts = factsTo(changes);
	const before = known.get(id)?.facts;
	const patch = personPatch(changes, { facts, before, idOf });
	const { employeeNumber, grade, hireDate } = facts;
	const work = defined({
		employee_number: employeeNumber,
		grade,
		hire_date: hireDate,
	});
	const custom = Object.fromEntries(
		changes.flatMap((change) =>
			change.about === "custom" ? [[change.key, change.to]] : [],
		),
	);
	const isWork = Object.keys({ ...work, ...custom }).length > 0;
	const isLeft = facts.leftOn !== undefined && facts.leftOn !== null;
	return {
		person: Object.keys(patch).length > 0 ? [{ id, patch }] : [],
		employment: isWork ? [{ person_id: id, patch: work, custom }] : [],
		profile: profileRow(id, facts),
		skills: changes.flatMap((change) =>
			change.about === "offers"
				? skillRows(id, "offer", change.to)
				: change.about === "seeks"
					? skillRows(id, "seek", change.to)
					: [],
		),
		replaced: changes.flatMap((change) =>
			change.about === "offers" || change.about === "seeks"
				? [
						{
							person_id: id,
							side: change.about === "offers" ? "offer" : "seek",
						},
					]
				: [],
		),
		enrolments: changes.flatMap((change) =>
			change.about === "enrolment"
				? [{ person_id: id, side: change.side, capacity: change.to ?? 1 }]
				: [],
		),
		left: isLeft ? [id] : [],
		returned: facts.leftOn === null ? [id] : [],
	};
}

function factsTo(changes: readonly Change[]): Partial<PersonFacts> {
	return Object.fromEntries(
		changes.flatMap((change) =>
			change.about === "fact" ? [[change.field, change.to]] : [],
		),
	);
}

function personPatch(
	changes: readonly Change[],
	{
		facts,
		before,
		idOf,
	}: {
		readonly facts: Partial<PersonFacts>;
		readonly before: PersonFacts | undefined;
		readonly idOf: IdOf;
	},
): Record<string, unknown> {
	const manager = changes.find((change) => change.about === "manager");
	const patch = defined({
		first_name: facts.firstName,
		last_name: facts.lastName,
		email: facts.email,
		job_title: facts.jobTitle,
		unit: facts.unit,
		function: facts.function,
		discipline: facts.discipline,
		location: facts.location,
		time_zone: facts.timeZone,
		languages: facts.languages,
		locale: facts.locale,
		left_on: facts.leftOn,
		...(manager === undefined ? {} : { manager_id: idOf(manager.to) }),
	});
	const isSearched = [
		"first_name",
		"last_name",
		"job_title",
		"unit",
		"function",
	];
	return before !== undefined && isSearched.some((key) => key in patch)
		? { ...patch, search_text: searchTextOf({ ...before, ...facts }) }
		: patch;
}

function defined(
	values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(values).filter(([, value]) => value !== undefined),
	);
}
