// What a page of drafts shows: a draft, what it changes, and what it would come to beside the round's plan.
import type { Db } from "../../../platform/database/database.ts";
import { isGuardedInConfidence } from "../fair-plans.ts";
import { guardedFacts } from "../plans.ts";
import { policyOf } from "../policy-document.ts";
import { namesOf } from "../queries/names.ts";
import { plansOf, type StoredPlan } from "../queries/plans.ts";
import type { Round } from "../queries/rounds.ts";
import { ownSensitiveFields } from "../queries/words.ts";
import { namedInTrouble, type RunTrouble, runTrouble } from "../run-trouble.ts";
import { namedIn } from "../unmatched-reason.ts";
import {
	type Draft,
	type DraftPlan,
	isCurrent,
	presentSettings,
	resultsOf,
} from "./queries.ts";
import type { Settings } from "./settings.ts";

export type Compared = {
	readonly draft: Draft;
	/** Nothing while it is being planned. */
	readonly plan: DraftPlan | undefined;
	/** Why no plan is possible. */
	readonly trouble: RunTrouble | undefined;
	readonly isCurrent: boolean;
	/** Who moves would tell who is in which group: they are counted, not named. */
	readonly isInConfidence: boolean;
};

export type Comparison = {
	readonly round: Round;
	/** The round's plan as it stands, under its own aim. */
	readonly present: StoredPlan | undefined;
	readonly settings: Settings;
	readonly drafts: readonly Compared[];
	readonly name: (id: string) => string | undefined;
};

export async function compare(
	db: Db,
	round: Round,
	drafts: readonly Draft[],
): Promise<Comparison> {
	const plans = await plansOf(db, round.id);
	const present = plans.find(({ kind }) => kind === round.objective);
	const settings = await presentSettings(db, round);
	const results = await resultsOf(
		db,
		drafts.map(({ id }) => id),
	);
	const found = drafts.map((draft) => ({
		draft,
		result: results.get(draft.id),
	}));
	const names = await namesOf(db, [
		...new Set([
			...(present?.pairs ?? []).flatMap(({ mentee, mentor }) => [
				mentee,
				mentor,
			]),
			...found.flatMap(({ draft, result }) => [
				...draft.places.keys(),
				...peopleIn(result?.plan),
				...(result?.problem ? namedInTrouble(result.problem) : []),
			]),
			...settings.places.keys(),
		]),
	]);
	const ownSensitive = await ownSensitiveFields(db);
	return {
		round,
		present,
		settings,
		name: (id) => names.get(id),
		drafts: found.map(({ draft, result }) => ({
			draft,
			plan: result?.plan,
			trouble:
				result?.problem === null || result?.problem === undefined
					? undefined
					: runTrouble(result.problem, (id) => names.get(id) ?? id),
			isCurrent: isCurrent(draft, round, result),
			isInConfidence:
				(result?.plan?.isGuardedInConfidence ?? false) ||
				isGuarded(round.objective, round.policy, ownSensitive) ||
				isGuarded(draft.objective, draft.policy, ownSensitive),
		})),
	};
}

function isGuarded(
	objective: Round["objective"],
	policy: Round["policy"],
	ownSensitive: ReadonlySet<string>,
): boolean {
	return (
		objective === "fair" &&
		isGuardedInConfidence(guardedFacts(policyOf(policy)), ownSensitive)
	);
}

function peopleIn(plan: DraftPlan | undefined): readonly string[] {
	return plan === undefined
		? []
		: [
				...plan.moves.flatMap(({ mentee, from, to }) => [
					mentee,
					...from,
					...to,
				]),
				...plan.unmatched.flatMap(({ person, reason }) => [
					person,
					...namedIn(reason),
				]),
			];
}
