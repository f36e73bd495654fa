import type { Reply } from "../../../platform/http/visit.ts";
import { show, visitorOf } from "../../../platform/http/visit.ts";
import type { FormState } from "../../../ui/form.tsx";
import { enterProgram } from "../../programs/standing.ts";
import { loadPersonFacts } from "../../programs/queries/person-facts.ts";
import {
	ledger,
	type Mark,
	type MarkedPair,
	markedPairs,
	marksOf,
	scaleOf,
} from "../board-layout.ts";
import { ledgerPage } from "../board-pages.ts";
import { readWanted } from "../board-view.ts";
import { findChemistry } from "../chemistry/queries.ts";
import { confidentialTerms } from "../confidence.ts";
import { isGuardedInConfidence } from "../fair-plans.ts";
import { guardedFacts } from "../plans.ts";
import { policyOf } from "../policy-document.ts";
import { familyLabel, termName } from "../policy-names.ts";
import {
	type Board,
	boardPeople,
	loadBoard,
	pairDetail,
} from "../queries/board.ts";
import { namesOf } from "../queries/names.ts";
import { readiness } from "../queries/readiness.ts";
import {
	findRound,
	type Round,
	runAtWork,
	type RunAtWork,
} from "../queries/rounds.ts";
import { decisionsOf } from "../queries/run-input.ts";
import { competencyNames, ownSensitiveFields } from "../queries/words.ts";
import { namedInTrouble, runTrouble } from "../run-trouble.ts";
import { weightOf } from "../term-weight.ts";
import { namedIn } from "../unmatched-reason.ts";
import { BoardPage } from "../views/board-page.tsx";
import { ComputingPage } from "../views/computing-page.tsx";
import { DraftPage } from "../views/draft-page.tsx";
import type { WhyPart } from "../views/pair-panel.tsx";
import { whySentence } from "../why.ts";
import type { RoundVisit } from "./round-visit.ts";

/** A round as it stands: being prepared, being computed, or the board. */
export async function roundPage(
	visit: RoundVisit,
	state?: FormState,
): Promise<Reply> {
	const { db, frame } = visit;
	const standing = await enterProgram(visit);
	const round = await findRound(db, visit.params);
	const work = await runAtWork(db, round.id);
	if (round.status === "computing")
		return show(
			<ComputingPage
				frame={frame}
				standing={standing}
				round={round}
				work={work}
			/>,
		);
	const talks = await findChemistry(db, round.id);
	const head = {
		standing,
		trouble: await troubleOf(visit, work),
		isOver: round.status === "published" || round.status === "closed",
		hasTalks: talks !== undefined,
	};
	if (round.computedAt === null)
		return show(
			<DraftPage
				{...head}
				frame={frame}
				round={round}
				ready={await readiness(db, round, visit.today)}
				decisions={(await decisionsOf(db, round.id)).length}
				talks={talks}
			/>,
		);
	return show(await board(visit, round, head, state));
}

async function board(
	visit: RoundVisit,
	round: Round,
	head: Pick<
		Parameters<typeof BoardPage>[0],
		"standing" | "trouble" | "isOver" | "hasTalks"
	>,
	state: FormState | undefined,
) {
	const loaded = await withNamed(visit, await loadBoard(visit.db, round));
	const policy = policyOf(round.policy);
	const ownSensitive = await ownSensitiveFields(visit.db);
	const confidential = confidentialTerms(policy, ownSensitive);
	const facts = guardedFacts(policy);
	const marks = marksOf(policy, confidential, loaded.pairs);
	const pairs = markedPairs(loaded, marks);
	const wanted = readWanted(visit.query);
	const shown = ledgerPage(ledger(loaded, pairs, wanted), {
		page: wanted.page,
		holding: visit.query.get("pair") ?? visit.query.get("near"),
	});
	return (
		<BoardPage
			{...head}
			frame={visit.frame}
			board={loaded}
			pairs={pairs}
			marks={marks}
			scale={scaleOf(pairs)}
			ledger={shown}
			wanted={{ ...wanted, page: shown.page }}
			swapping={pairs.find(({ id }) => id === visit.query.get("swap"))}
			opened={await openedPair(visit, loaded, pairs, marks)}
			state={state}
			guard={{
				facts,
				isInConfidence: isGuardedInConfidence(facts, ownSensitive),
			}}
			competency={await competencyNames(visit.db)}
			timeZone={visitorOf(visit).timeZone ?? "UTC"}
		/>
	);
}

/** Sentences about those who have nobody name others, who may be on no pair. */
async function withNamed(visit: RoundVisit, loaded: Board): Promise<Board> {
	const named = loaded.unmatched
		.flatMap(({ reason }) => namedIn(reason))
		.filter((id) => !loaded.people.has(id));
	if (named.length === 0) return loaded;
	const more = await boardPeople(visit.db, named);
	return { ...loaded, people: new Map([...loaded.people, ...more]) };
}

async function openedPair(
	visit: RoundVisit,
	{ round }: Board,
	pairs: readonly MarkedPair[],
	marks: readonly Mark[],
) {
	const wanted = visit.query.get("pair");
	const pair = pairs.find(({ id }) => id === wanted);
	if (pair === undefined) return undefined;
	const detail = await pairDetail(visit.db, round.id, pair.id);
	if (detail === undefined) return undefined;
	return { pair, detail, why: await whyOf(visit, round, pair, marks) };
}

/** Each term in a sentence of its own; the part that holds what was told in confidence stays one part, without reasons. */
async function whyOf(
	visit: RoundVisit,
	round: Round,
	pair: MarkedPair,
	marks: readonly Mark[],
): Promise<readonly WhyPart[]> {
	const policy = policyOf(round.policy);
	const confidential = confidentialTerms(
		policy,
		await ownSensitiveFields(visit.db),
	);
	const facts = await loadPersonFacts(visit.db, {
		today: visit.today,
		people: [pair.mentee, pair.mentor],
	});
	const competency = await competencyNames(visit.db);
	const two = {
		mentor: facts.get(pair.mentor) ?? {},
		mentee: facts.get(pair.mentee) ?? {},
		competency,
	};
	const pointsOf = (name: string) =>
		pair.parts.find(({ term }) => term === name)?.points ?? 0;
	const told = marks.find(({ terms }) =>
		terms.some((name) => confidential.has(name)),
	);
	const open = policy.terms
		.filter(({ name }) => !told?.terms.includes(name))
		.map(({ name, family, measure }) => ({
			label: familyLabel(termName(name), family),
			sentence: whySentence(measure, two),
			points: pointsOf(name),
			of: Math.max(weightOf(measure), pointsOf(name)),
		}));
	return told === undefined
		? open
		: [
				...open,
				{
					label: told.label,
					sentence: "",
					points: told.terms.reduce((sum, name) => sum + pointsOf(name), 0),
					of: told.most,
				},
			];
}

async function troubleOf(visit: RoundVisit, work: RunAtWork) {
	if (work === undefined || work.problem === null) return undefined;
	const names = await namesOf(visit.db, namedInTrouble(work.problem));
	return runTrouble(work.problem, (id) => names.get(id) ?? id);
}
