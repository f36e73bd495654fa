import type {
	ImportPlan,
	NewPerson,
	Proposal,
} from "../../../../domain/people/import-plan.ts";
import type {
	KnownPerson,
	PersonRef,
} from "../../../../domain/people/known-person.ts";
import { factText } from "./stored-fact.ts";
import { managersFirst } from "./managers-first.ts";
import {
	type IdOf,
	newPersonRow,
	profileRow,
	skillRows,
} from "./new-person-rows.ts";
import { patchesOf } from "./patches.ts";

/**
 * A plan as the rows of each table. Every entry is one JSON array of at most some thousand rows, ready to be handed to the database as
 * it is, so that the server's own thread never walks through them.
 */
export type ImportWrites = {
	readonly newPeople: readonly string[];
	readonly newEmployments: readonly string[];
	readonly profiles: readonly string[];
	readonly personPatches: readonly string[];
	readonly employmentPatches: readonly string[];
	readonly skills: readonly string[];
	/** Whose imported offers or seeks are replaced. */
	readonly skillsReplaced: readonly string[];
	readonly enrolments: readonly string[];
	readonly proposals: readonly string[];
	readonly createdIds: readonly string[];
	/** People known before about whom anything is written. */
	readonly touchedIds: readonly string[];
	readonly changedIds: readonly string[];
	readonly leftIds: readonly string[];
	readonly returnedIds: readonly string[];
};

export type WriteTerms = {
	readonly known: ReadonlyMap<string, KnownPerson>;
	/** A fresh id for each row that brings somebody new. */
	readonly newId: () => string;
};

export function writesOf(
	plan: ImportPlan,
	{ known, newId }: WriteTerms,
): ImportWrites {
	const ids = new Map(plan.create.map(({ row }) => [row, newId()]));
	const idOf: IdOf = (ref) => (ref === null ? null : idAmong(ids, ref));
	const created = managersFirst(plan.create).map((person) =>
		newRows(person, idOf),
	);
	const updates = plan.update.map((change) => patchesOf(change, known, idOf));
	const all = [...created, ...updates];
	return {
		newPeople: chunked(created.map(({ person }) => person)),
		newEmployments: chunked(created.map(({ employment }) => employment)),
		profiles: chunked(all.flatMap(({ profile }) => profile)),
		personPatches: chunked(updates.flatMap(({ person }) => person)),
		employmentPatches: chunked(updates.flatMap(({ employment }) => employment)),
		skills: chunked(all.flatMap(({ skills }) => skills)),
		skillsReplaced: chunked(updates.flatMap(({ replaced }) => replaced)),
		enrolments: chunked(all.flatMap(({ enrolments }) => enrolments)),
		proposals: chunked(plan.proposals.flatMap((each) => factRows(each, idOf))),
		createdIds: created.map(({ person }) => person.id),
		touchedIds: touchedBy(plan),
		changedIds: plan.update.map(({ person }) => person),
		leftIds: [...plan.leave, ...updates.flatMap(({ left }) => left)],
		returnedIds: updates.flatMap(({ returned }) => returned),
	};
}

const ROWS_IN_A_CHUNK = 2000;

function chunked(rows: readonly unknown[]): readonly string[] {
	const chunks: string[] = [];
	for (let at = 0; at < rows.length; at += ROWS_IN_A_CHUNK) {
		chunks.push(JSON.stringify(rows.slice(at, at + ROWS_IN_A_CHUNK)));
	}
	return chunks;
}

function idAmong(
	ids: ReadonlyMap<number, string>,
	ref: PersonRef,
): string | null {
	return "person" in ref ? ref.person : (ids.get(ref.row) ?? null);
}

function newRows(created: NewPerson, idOf: IdOf) {
	const { facts, custom, offers, seeks, enrolments } = created;
	const id = idOf({ row: created.row }) ?? "";
	return {
		person: newPersonRow(id, created, idOf),
		employment: {
			person_id: id,
			employee_number: facts.employeeNumber,
			grade: facts.grade,
			hire_date: facts.hireDate,
			custom,
		},
		profile: profileRow(id, facts),
		skills: [
			...skillRows(id, "offer", offers),
			...skillRows(id, "seek", seeks),
		],
		enrolments: enrolments.map((each) => ({ person_id: id, ...each })),
	};
}

function factRows({ ref, facts }: Proposal, idOf: IdOf) {
	return Object.entries(facts).map(([fact, value]) => ({
		person_id: idOf(ref),
		fact,
		proposed: value === null ? null : factText(value),
	}));
}

function touchedBy({
	update,
	proposals,
	leave,
}: ImportPlan): readonly string[] {
	return [
		...new Set<string>([
			...update.map(({ person }) => person),
			...proposals.flatMap(({ ref }) => ("person" in ref ? [ref.person] : [])),
			...leave,
		]),
	];
}
