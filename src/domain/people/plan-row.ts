import { type Change, compare } from "./change.ts";
import type { CustomValue } from "./custom-field.ts";
import type {
	ChangedPerson,
	ImportOptions,
	ImportPlan,
	NewPerson,
	Proposal,
} from "./import-plan.ts";
import type { TakenRow } from "./judge-rows.ts";
import type { KnownPerson, PersonRef } from "./known-person.ts";
import type { ManagerPlan, Report } from "./managers.ts";
import { NO_FACTS, type PersonFacts, type PersonRow } from "./person-row.ts";
import { type EnrolmentPlan, planEnrolment } from "./plan-enrolment.ts";
import type { RowProblem, Trouble } from "./row-problem.ts";

/** What one row does: one of create, update and unchanged holds one entry, the others none. */
export interface RowPlan {
	readonly create: readonly NewPerson[];
	readonly update: readonly ChangedPerson[];
	readonly unchanged: ImportPlan["unchanged"];
	readonly proposals: readonly Proposal[];
	readonly problems: readonly RowProblem[];
}

export function planRow(
	taken: TakenRow,
	managers: ManagerPlan,
	options: ImportOptions,
): RowPlan {
	const { row, person } = taken;
	if (isUnknownLeaver(taken)) {
		return {
			...NOTHING,
			unchanged: [{ row: row.row, person: null }],
			problems: [warning(row, { code: "left-and-unknown" })],
		};
	}
	const enrolment = options.enrols ? planEnrolment(person, row) : NOT_ENROLLING;
	return person === null
		? planNew(row, managers, enrolment)
		: planKnown(row, person, managers, enrolment, options);
}

/** What the planning of managers needs to know of a row; nothing of one that brings nobody. */
export function reportOf(
	taken: TakenRow,
	options: ImportOptions,
): readonly Report[] {
	const { row, person } = taken;
	if (isUnknownLeaver(taken)) return [];
	const isKept = row.manager === null && options.emptyCells === "keep";
	return [
		{
			row: row.row,
			ref: refOf(row, person),
			facts: factsAfter(row, person),
			manager: isKept ? undefined : row.manager,
		},
	];
}

const NOTHING: RowPlan = {
	create: [],
	update: [],
	unchanged: [],
	proposals: [],
	problems: [],
};
const NOT_ENROLLING: EnrolmentPlan = { changes: [], troubles: [] };

function isUnknownLeaver({ row, person }: TakenRow): boolean {
	return person === null && Boolean(row.facts.leftOn);
}

function refOf(row: PersonRow, person: KnownPerson | null): PersonRef {
	return person === null ? { row: row.row } : { person: person.id };
}

/** Good enough to find someone by: an empty name or number does not hide the one that is known. */
function factsAfter(row: PersonRow, person: KnownPerson | null): PersonFacts {
	const before = person?.facts ?? NO_FACTS;
	return {
		...before,
		...row.facts,
		employeeNumber: row.facts.employeeNumber ?? before.employeeNumber,
		email: row.facts.email ?? before.email,
		firstName: row.facts.firstName ?? before.firstName,
		lastName: row.facts.lastName ?? before.lastName,
		leftOn: row.facts.leftOn ?? null,
	};
}

function planNew(
	row: PersonRow,
	{ managers }: ManagerPlan,
	enrolment: EnrolmentPlan,
): RowPlan {
	const created: NewPerson = {
		row: row.row,
		facts: { ...NO_FACTS, ...row.facts },
		manager: managers.get(row.row) ?? null,
		custom: withoutEmpty(row.custom),
		offers: row.offers ?? [],
		seeks: row.seeks ?? [],
		enrolments: enrolment.changes.map(({ side, to }) => ({
			side,
			capacity: to ?? 1,
		})),
	};
	const facts = withoutEmpty(row.proposals);
	const proposals = isEmpty(facts) ? [] : [{ ref: { row: row.row }, facts }];
	const problems = enrolment.troubles.map((trouble) => warning(row, trouble));
	return { ...NOTHING, create: [created], proposals, problems };
}

function planKnown(
	row: PersonRow,
	person: KnownPerson,
	{ managers }: ManagerPlan,
	enrolment: EnrolmentPlan,
	options: ImportOptions,
): RowPlan {
	const compared = compare(person, row, options.emptyCells);
	const changes = [
		...compared.changes,
		...managerChange(person, managers.get(row.row)),
		...enrolment.changes,
	];
	const facts =
		options.emptyCells === "clear"
			? row.proposals
			: withoutEmpty(row.proposals);
	const about = { row: row.row, person: person.id };
	return {
		...NOTHING,
		update: changes.length > 0 ? [{ ...about, changes }] : [],
		unchanged: changes.length > 0 ? [] : [about],
		proposals: isEmpty(facts) ? [] : [{ ref: { person: person.id }, facts }],
		problems: [...compared.troubles, ...enrolment.troubles].map((trouble) =>
			warning(row, trouble),
		),
	};
}

function managerChange(
	person: KnownPerson,
	to: PersonRef | null | undefined,
): readonly Change[] {
	if (to === undefined) return [];
	const from = person.managerId === null ? null : { person: person.managerId };
	const id = to !== null && "person" in to ? to.person : null;
	const isSame =
		to === null ? from === null : id === person.managerId && id !== null;
	return isSame ? [] : [{ about: "manager", from, to }];
}

function withoutEmpty(
	values: Readonly<Record<string, CustomValue | null>>,
): Readonly<Record<string, CustomValue>> {
	const kept: Record<string, CustomValue> = {};
	for (const [key, value] of Object.entries(values)) {
		if (value !== null) kept[key] = value;
	}
	return kept;
}

function isEmpty(record: Readonly<Record<string, unknown>>): boolean {
	return Object.keys(record).length === 0;
}

function warning(row: PersonRow, trouble: Trouble): RowProblem {
	return {
		...trouble,
		row: row.row,
		column: null,
		value: "",
		severity: "warning",
	};
}
