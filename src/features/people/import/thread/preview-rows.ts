import type { Change } from "../../../../domain/people/change.ts";
import type { ImportPlan } from "../../../../domain/people/import-plan.ts";
import type {
	KnownPerson,
	PersonRef,
} from "../../../../domain/people/known-person.ts";
import type { PersonFacts } from "../../../../domain/people/person-row.ts";
import type { RowProblem } from "../../../../domain/people/row-problem.ts";

/** One person of a plan, as the page shows them to whoever decides. */
export type PreviewRow = {
	readonly kind: "new" | "changed" | "missing";
	readonly position: number;
	readonly file_row: number | null;
	readonly person_id: string | null;
	readonly name: string;
	readonly detail: Readonly<Record<string, unknown>>;
};

/** A change as it is shown: managers by name. */
export type ShownChange =
	| Exclude<Change, { readonly about: "manager" }>
	| {
			readonly about: "manager";
			readonly from: string | null;
			readonly to: string | null;
	  };

export function previewRows(
	plan: ImportPlan,
	known: ReadonlyMap<string, KnownPerson>,
): readonly PreviewRow[] {
	const nameOfRow = new Map(
		plan.create.map(({ row, facts }) => [row, nameOf(facts)]),
	);
	const nameOfRef = (ref: PersonRef | null) =>
		ref === null
			? null
			: "row" in ref
				? (nameOfRow.get(ref.row) ?? null)
				: nameOfKnown(known.get(ref.person));
	const created = plan.create.map(
		(person, position): PreviewRow => ({
			kind: "new",
			position,
			file_row: person.row,
			person_id: null,
			name: nameOf(person.facts),
			detail: {
				email: person.facts.email,
				jobTitle: person.facts.jobTitle,
				unit: person.facts.unit,
				manager: nameOfRef(person.manager),
				sides: person.enrolments.map(({ side }) => side),
			},
		}),
	);
	const changed = plan.update.map(
		({ row, person, changes }, position): PreviewRow => ({
			kind: "changed",
			position,
			file_row: row,
			person_id: person,
			name: nameOfKnown(known.get(person)),
			detail: { changes: changes.map((change) => shown(change, nameOfRef)) },
		}),
	);
	return [...created, ...changed, ...missingRows(plan, known)];
}

/** A problem as a row of its table. */
export function problemRow(problem: RowProblem, position: number) {
	const { row, column, severity, code, value, ...detail } = problem;
	return {
		position,
		file_row: row,
		file_column: column,
		severity,
		code,
		value,
		detail,
	};
}

function missingRows(
	plan: ImportPlan,
	known: ReadonlyMap<string, KnownPerson>,
): readonly PreviewRow[] {
	return plan.missing
		.map((id) => ({ id, facts: known.get(id)?.facts }))
		.toSorted((a, b) => byName.compare(sortName(a.facts), sortName(b.facts)))
		.map(({ id, facts }, position) => ({
			kind: "missing",
			position,
			file_row: null,
			person_id: id,
			name: facts === undefined ? "" : nameOf(facts),
			detail: {
				email: facts?.email ?? null,
				jobTitle: facts?.jobTitle ?? null,
				unit: facts?.unit ?? null,
			},
		}));
}

function shown(
	change: Change,
	nameOfRef: (ref: PersonRef | null) => string | null,
): ShownChange {
	return change.about === "manager"
		? {
				about: "manager",
				from: nameOfRef(change.from),
				to: nameOfRef(change.to),
			}
		: change;
}

function nameOf(facts: PersonFacts): string {
	const name = `${facts.firstName ?? ""} ${facts.lastName ?? ""}`.trim();
	return name === "" ? (facts.email ?? facts.employeeNumber ?? "") : name;
}

function nameOfKnown(person: KnownPerson | undefined): string {
	return person === undefined ? "" : nameOf(person.facts);
}

// Sorting thousands of names with one collator takes a tenth of what localeCompare takes.
const byName = new Intl.Collator("en");

function sortName(facts: PersonFacts | undefined): string {
	return `${facts?.lastName ?? ""} ${facts?.firstName ?? ""}`;
}
