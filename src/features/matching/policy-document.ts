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
	const { need: _, ...others } = document;
	return {
		...others,
		id: "id",
		capacity: { column: UNITS_COLUMNS.mentor, whenEmpty: 0 },
		...(hasKinds(document)
			? {}
			: { need: { column: UNITS_COLUMNS.mentee, whenEmpty: 0 } }),
	};
}

/** A kind of mentor and how many of it the policy gives a mentee. */
export type KindNeed = { readonly name: string; readonly need: number };

/** The kinds of a round's policy, everyone's first mentor first; none where it has one mentor for all. A column is worth one each. */
export function kindsOf(document: PolicyDocument): readonly KindNeed[] {
	if (!hasKinds(document)) return [];
	return policyOf(document).kinds.map(({ name, need }) => ({
		name,
		need: need.from === "policy" ? need.units : 1,
	}));
}

/** The column of a round's tables that says how many mentors of a kind somebody still wants. */
export function needColumn(kind: string): string {
	return `need: ${kind}`;
}

/** The policy whose kinds are told by those columns, since some mentees have some of them already. */
export function withNeedColumns(document: PolicyDocument): PolicyDocument {
	const kinds = kindsOf(document);
	return kinds.length === 0
		? document
		: {
				...document,
				kinds: kinds.map(({ name }) => ({
					name,
					need: { column: needColumn(name), whenEmpty: 0 },
				})),
			};
}

/**
 * The policy as it holds for one kind alone, for people who need one mentor of it now; the document itself where it has no kinds. Without a kind,
 * or with one that is no more, the first.
 */
export function forOneKind(
	document: PolicyDocument,
	kind?: string | null,
): PolicyDocument {
	const names = kindsOf(document).map(({ name }) => name);
	const own = names.find((name) => name === kind) ?? names[0];
	if (own === undefined) return document;
	const { kinds: _, ...others } = document;
	const holding = (list: Json | undefined): Json =>
		Array.isArray(list)
			? list.flatMap((item: Json): Json[] => {
					const read = Document.safeParse(item);
					if (!read.success) return [item];
					const { kinds: of, ...rest } = read.data;
					return !Array.isArray(of) || of.includes(own) ? [rest] : [];
				})
			: [];
	return {
		...others,
		need: { column: UNITS_COLUMNS.mentee, whenEmpty: 0 },
		rules: holding(document["rules"]),
		terms: holding(document["terms"]),
		pinned: [],
	};
}

function hasKinds({ kinds }: PolicyDocument): boolean {
	return Array.isArray(kinds) && kinds.length > 0;
}

/** The policy with the pairs that people have settled, those it names itself kept. */
export function withDecisions(
	document: PolicyDocument,
	pinned: readonly KindPair[],
	forbidden: readonly NamedPair[],
): PolicyDocument {
	const policy = policyOf(document);
	const kinds = policy.kinds.map(({ name }) => name);
	// A pin from before there were kinds, or of one that is no more, is for the first.
	const ofKind = ({ mentee, mentor, mentorKind }: KindPair) => ({
		mentee,
		mentor,
		kind: kinds.find((kind) => kind === mentorKind) ?? kinds[0],
	});
	return {
		...document,
		pinned: named([...policy.pinned, ...pinned.map(ofKind)]),
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

/** A pair with the kind of mentor it is for, where the policy has kinds. */
export type KindPair = NamedPair & {
	readonly mentorKind?: string | null | undefined;
};

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

type Named = NamedPair & { readonly kind?: string | undefined };

function named(pairs: readonly Named[]): Json {
	const unique = new Map(
		pairs.map(({ mentee, mentor, kind }) => [
			`${mentee} ${mentor}`,
			{ mentee, mentor, ...(kind === undefined ? {} : { kind }) },
		]),
	);
	return [...unique.values()].toSorted((a, b) =>
		`${a.mentee} ${a.mentor}` < `${b.mentee} ${b.mentor}` ? -1 : 1,
	);
}
