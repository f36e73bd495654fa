// A round's policy is the JSON document that the command line reads, kept as it stands. Baton fills in what only it knows: whose
// id, how many places, and which pairs people have settled.
import { z } from "zod";
import type { Json } from "../../domain/matching/canonical-json.ts";
import type {
	ColumnKind,
	NamedPair,
	Policy,
} from "../../domain/matching/policy.ts";
import { readPolicy } from "../../domain/matching/read-policy.ts";

export type PolicyDocument = { readonly [member: string]: Json };

/** Where a round's tables say how many mentees a mentor takes, and how many mentors a mentee is to have. */
export const UNITS_COLUMNS = { mentor: "capacity", mentee: "need" } as const;

export function readDocument(stored: unknown): PolicyDocument {
	return Document.parse(stored);
}

export function policyOf(document: PolicyDocument): Policy {
	const reading = readPolicy(document);
	if (!reading.ok)
		throw new Error(
			`A stored policy is unreadable: ${JSON.stringify(reading.problems.slice(0, 3))}`,
		);
	return reading.policy;
}

/** The same policy for people who are in Baton: their ids, and the places of their enrolment. */
export function forEnrolled(document: PolicyDocument): PolicyDocument {
	return {
		...document,
		id: "id",
		capacity: { column: UNITS_COLUMNS.mentor, whenEmpty: 0 },
		need: { column: UNITS_COLUMNS.mentee, whenEmpty: 0 },
	};
}

/** The policy with the pairs that people have settled, those it names itself kept. */
export function withDecisions(
	document: PolicyDocument,
	pinned: readonly NamedPair[],
	forbidden: readonly NamedPair[],
): PolicyDocument {
	const policy = policyOf(document);
	return {
		...document,
		pinned: named([...policy.pinned, ...pinned]),
		forbidden: named([...policy.forbidden, ...forbidden]),
	};
}

/** The policy with groups to compare: what it protects, or else the function that everyone sees. Unchanged where it can have none. */
export function withGroups(document: PolicyDocument): PolicyDocument {
	const reading = readPolicy(document);
	if (!reading.ok || reading.policy.protectedColumns.length > 0)
		return document;
	const guarded = { ...document, protected: ["function"] };
	return readPolicy(guarded).ok ? guarded : document;
}

export type ColumnProblem = {
	readonly column: string;
	readonly why: "unknown" | "other-kind";
	readonly kind: ColumnKind["kind"];
};

/** Columns of a policy that Baton does not have, or has as something else. */
export function columnProblems(
	policy: Policy,
	known: Readonly<Record<string, { readonly kind: string }>>,
): readonly ColumnProblem[] {
	return [...policy.columns].flatMap(([column, { kind }]): ColumnProblem[] => {
		const own = known[column];
		if (own === undefined) return [{ column, why: "unknown", kind }];
		return fits(own.kind, kind) ? [] : [{ column, why: "other-kind", kind }];
	});
}

const Document = z.record(z.string(), z.json());

function fits(fact: string, column: ColumnKind["kind"]): boolean {
	if (column === "text") return fact === "text" || fact === "ordered";
	if (column === "scale") return fact === "ordered" || fact === "text";
	return fact === column;
}

function named(pairs: readonly NamedPair[]): Json {
	const unique = new Map(
		pairs.map(({ mentee, mentor }) => [
			`${mentee} ${mentor}`,
			{ mentee, mentor },
		]),
	);
	return [...unique.values()].toSorted((a, b) =>
		`${a.mentee} ${a.mentor}` < `${b.mentee} ${b.mentor}` ? -1 : 1,
	);
}
