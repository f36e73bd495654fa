import type { Json } from "./canonical-json.ts";
import { fingerprintOf } from "./canonical-json.ts";
import { certificateJson } from "./certificate-json.ts";
import { pointsOf } from "./decimal.ts";
import { equityJson, proofsJson } from "./equity/equity-json.ts";
import { toldOf } from "./kinds-told.ts";
import type { Plan } from "./plan.ts";
import type { Participant, ScoredPair } from "./problem.ts";
import { byCodePoint, comparePairs } from "./problem.ts";
import type { Part } from "./scoring.ts";
import type { Change, Unmatched } from "./unmatched.ts";
import {
	weakestJson,
	worstPairProofs,
	worstPairsJson,
} from "./worst-pair-json.ts";

/** The version of the result's form and of what the fingerprint covers. */
export const RESULT_VERSION = 1;

export type ResultObjective = "people" | "total" | "fair";

/** What a result depends on: exactly what its fingerprint covers. Rows may come in any order. */
export type Inputs = {
	readonly objective: ResultObjective;
	/** Only what was asked for: seed, capacity, needs, worst pair first, measure, ratio. */
	readonly options: Readonly<Record<string, string | number | boolean>>;
	/** The policy's JSON as it stands, for a matching; the edges, for a bare assignment. */
	readonly policy?: Json;
	readonly edges?: readonly ScoredPair[];
	readonly capacities: readonly Participant[];
	readonly needs: readonly Participant[];
	readonly groups?: readonly {
		readonly mentee: string;
		readonly group: string;
	}[];
};

export type ResultParts = {
	readonly objective: ResultObjective;
	readonly plan: Plan;
	/** The plan's pairs and unmatched as they are told: of people and kinds, not of wants. */
	readonly pairs: readonly ScoredPair[];
	readonly unmatched: readonly Unmatched[];
	/** See resultFingerprint. */
	readonly fingerprint: string;
	readonly seconds: number;
	/** The terms of a pair's score; none for bare edges. */
	partsOf(pair: ScoredPair): readonly Part[];
	/** What to say about somebody without a pair, and about the change that would help. */
	sentenceOf(unmatched: Unmatched): string;
	changeSentenceOf(unmatched: Unmatched): string;
	readonly withCertificate: boolean;
};

/** The result as the JSON that the command prints and a round exports. */
export function resultDocument(parts: ResultParts): {
	readonly [key: string]: Json | undefined;
} {
	const { plan } = parts;
	const gap =
		(plan.upperBound - plan.total) /
		Math.max(1_000_000, Math.abs(plan.upperBound));
	return {
		version: RESULT_VERSION,
		objective: parts.objective,
		total: pointsOf(plan.total),
		pairs: parts.pairs.map((pair) => ({
			mentee: pair.mentee,
			mentor: pair.mentor,
			...kindMember(pair.mentorKind),
			score: pointsOf(pair.points),
			parts: Object.fromEntries(
				parts.partsOf(pair).map(({ term, points }) => [term, pointsOf(points)]),
			),
		})),
		unmatched: parts.unmatched.map((person) => ({
			side: person.side,
			id: person.id,
			...kindMember(person.mentorKind),
			missing: person.missing,
			why: person.reason.why,
			sentence: parts.sentenceOf(person),
			nearestChange: changeJson(person.change, parts.changeSentenceOf(person)),
		})),
		upperBound: pointsOf(plan.upperBound),
		gap: sixPlaces(gap),
		...weakestJson(plan.problem, parts.pairs),
		...worstPairsJson(plan.worstPair ?? []),
		...(plan.equity === undefined ? {} : equityJson(plan.equity)),
		...stableJson(plan),
		fingerprint: parts.fingerprint,
		seconds: sixPlaces(parts.seconds),
		certificate: parts.withCertificate ? certificateOf(plan) : undefined,
	};
}

/**
 * SHA-256 over the canonical JSON of version, objective, options, policy or edges, capacities, needs, groups and pairs. Those arrays are
 * sorted by id, so the order of rows changes nothing; the policy's own arrays keep their order, which has a meaning.
 */
export function resultFingerprint(
	inputs: Inputs,
	pairs: readonly ScoredPair[],
): string {
	return fingerprintOf({
		version: RESULT_VERSION,
		objective: inputs.objective,
		options: inputs.options,
		policy: inputs.policy,
		edges: inputs.edges && pairsJson(inputs.edges),
		capacities: inputs.capacities
			.toSorted((a, b) => byCodePoint(a.id, b.id))
			.map(({ id, units }) => ({ mentor: id, capacity: units })),
		needs: inputs.needs
			.toSorted((a, b) => byCodePoint(a.id, b.id))
			.map(({ id, units, want }) =>
				want === undefined
					? { mentee: id, need: units }
					: { mentee: want.mentee, kind: want.kind, need: units },
			),
		groups: inputs.groups
			?.toSorted((a, b) => byCodePoint(a.mentee, b.mentee))
			.map(({ mentee, group }) => ({ mentee, group })),
		pairs: pairsJson(pairs),
	});
}

function pairsJson(pairs: readonly ScoredPair[]): Json {
	return pairs
		.toSorted(
			(a, b) =>
				comparePairs(a, b) ||
				byCodePoint(a.mentorKind ?? "", b.mentorKind ?? ""),
		)
		.map(({ mentee, mentor, mentorKind, points }) => ({
			mentee,
			mentor,
			...kindMember(mentorKind),
			score: pointsOf(points),
		}));
}

/** A kind's name as a member, where there is one. */
function kindMember(kind: string | undefined): {
	readonly [name: string]: Json;
} {
	return kind === undefined ? {} : { kind };
}

function changeJson(change: Change | undefined, sentence: string): Json {
	if (change === undefined) return null;
	return {
		kind: change.kind,
		partner: change.partner,
		...(change.mentorKind === undefined
			? {}
			: { mentorKind: change.mentorKind }),
		...(change.rule === undefined ? {} : { rule: change.rule }),
		alsoNeedsPlace: change.alsoNeedsPlace,
		totalChange: pointsOf(change.gain),
		sentence,
	};
}

function certificateOf(plan: Plan): Json {
	const { problem, outcome, worstPair, equity, stable } = plan;
	if (equity !== undefined) return proofsJson(problem, equity);
	return {
		...certificateJson(problem, outcome.certificate),
		...worstPairProofs(problem, worstPair ?? []),
		...(stable === undefined
			? {}
			: { best: pairsJson(stable.best.map(toldOf(problem).pair)) }),
	};
}

/** What a stable plan costs against the plan with most people. */
function stableJson({ stable }: Plan): { readonly [member: string]: Json } {
	if (stable === undefined) return {};
	const { people, pairs, points } = stable.price;
	return { stable: { price: { people, pairs, points: pointsOf(points) } } };
}

function sixPlaces(value: number): number {
	return Math.round(value * 1e6) / 1e6;
}
