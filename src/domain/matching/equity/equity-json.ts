// What a result says about groups.
import type { Json } from "../canonical-json.ts";
import { pointsOf } from "../decimal.ts";
import type { Problem } from "../problem.ts";
import {
	equityCertificate,
	equityCertificateJson,
} from "./certificate-json.ts";
import type { FairPlan } from "./fair-plan.ts";
import type { MenteeGroups } from "./groups.ts";
import { nameOf } from "./groups.ts";

type Equity = { readonly plan: FairPlan; readonly groups: MenteeGroups };

/** Ratio, groups, price and what stands in the way, as members of a result. */
export function equityJson({ plan, groups }: Equity): {
	readonly [member: string]: Json;
} {
	return {
		measure: plan.measure,
		ratio: pointsOf(plan.ratio.asked),
		ratioReached: pointsOf(plan.ratio.reached),
		groups: plan.groups.map(({ name, members, covered, points }) => ({
			group: nameOf({ name }),
			members,
			access: share(covered.now, members),
			quality: sixPlaces(points.now / 1e6 / members),
			withoutRatio: {
				access: share(covered.before, members),
				quality: sixPlaces(points.before / 1e6 / members),
			},
		})),
		unstated: groups.unstated,
		tooFewToCompare: groups.tooFew,
		price: {
			people: plan.price.people,
			...(plan.price.mentors === 0 ? {} : { mentors: plan.price.mentors }),
			pairs: plan.price.pairs,
			points: pointsOf(plan.price.points),
		},
		blockedBy: plan.blockedBy.map(({ group, members, covered, why }) => ({
			group: nameOf({ name: group }),
			members,
			covered,
			why,
		})),
	};
}

/** The proofs of the plan's bound, and of its number of people where the ratio leaves some out. */
export function proofsJson(problem: Problem, { plan, groups }: Equity): Json {
	const { points, people, grain } = plan.proofs;
	const write = (proof: typeof points, target: "points" | "people") =>
		equityCertificateJson(
			equityCertificate(problem, groups, proof, target, grain),
		);
	return {
		ratioKept: pointsOf(plan.ratio.kept),
		upperBound: pointsOf(plan.certifiedBound),
		points: write(points, "points"),
		...(people === undefined ? {} : { people: write(people, "people") }),
	};
}

function share(covered: number, members: number): number {
	return sixPlaces(covered / members);
}

function sixPlaces(value: number): number {
	return Math.round(value * 1e6) / 1e6;
}
