import { charterFrom } from "../programs/template.ts";
import { templatePolicy } from "../programs/template-policies.ts";
import { executiveCrossGeneration } from "../programs/templates/executive-cross-generation.ts";
import { type Chance, chance } from "./chance.ts";
import { workingDay } from "./days.ts";
import { historyOf, type Pair } from "./history.ts";
import { gradeScale, house } from "./house.ts";
import { admitted, canMeet, type Company, usefulness } from "./participants.ts";
import { pastEnrolments } from "./past-enrolments.ts";
import type { DemonstrationPerson } from "./person.ts";
import type { DemonstrationProgram, Enrolment } from "./program.ts";

const monthsBehind = 17;

/** The program that has been running for almost a year and a half, in its last weeks. */
export function longView(company: Company, seed: number): DemonstrationProgram {
	const dice = chance(seed, "long view");
	const template = executiveCrossGeneration;
	const { mentor, mentee } = template.eligibility(gradeScale);
	const start = company.today.subtract({ months: monthsBehind });
	const pairs = pairUp(company, dice);
	const relationships = pairs.map((pair, index) =>
		historyOf(
			pair,
			{
				endsEarly: index > 1 && dice.happens(0.16),
				// Tomás and Jola have not met since late summer, and neither has said a word about it.
				quietFrom:
					index === 1 ? company.today.subtract({ days: 100 }) : undefined,
			},
			company.today,
			dice,
		),
	);
	return {
		key: "long-view",
		name: "The Long View",
		template: template.key,
		kind: "one-to-one",
		status: "running",
		charter: {
			...charterFrom(template, "en"),
			enterpriseGoals: house.enterpriseGoals.slice(0, 3),
			businessChallenges: house.businessChallenges.slice(0, 3),
			lengthMonths: 18,
			evaluationMonths: [1, 6, 12, 18],
		},
		eligibility: { mentor, mentee },
		policy: templatePolicy(template.key, gradeScale),
		createdOn: start.subtract({ days: 96 }).toString(),
		openedOn: start.subtract({ days: 61 }).toString(),
		enrolments: withLatecomer(
			company,
			pastEnrolments(company, relationships, start, dice),
		),
		relationships,
		wishes: [],
		blocked: [],
	};
}

/** The cast's two pairs first, then as many others as a program of this kind has. */
function pairUp(company: Company, dice: Chance): readonly Pair[] {
	const start = company.today.subtract({ months: monthsBehind });
	const { mentor, mentee } = executiveCrossGeneration.eligibility(gradeScale);
	const wanted = Math.min(160, Math.round(company.people.length * 0.07));
	const begun = start.toString();
	const settled = start.add({ days: 60 }).toString();
	const wasHere = ({ hireDate, leftOn }: DemonstrationPerson) =>
		hireDate < begun && (leftOn === undefined || leftOn > settled);
	const mentors = admitted(mentor, company, dice).filter(wasHere);
	const mentees = admitted(mentee, company, dice).filter(wasHere);
	const places = new Map(
		mentors.map((one) => [one, one.grade === "Director" ? 1 : 2]),
	);
	const mentoring = new Set<DemonstrationPerson>();
	const pairs = castPairs(company, start);
	const taken = new Set(pairs.map((pair) => pair.mentee));
	for (const one of mentees) {
		if (pairs.length >= wanted) break;
		if (taken.has(one) || mentoring.has(one)) continue;
		const open = mentors.filter(
			(other) =>
				(places.get(other) ?? 0) > 0 &&
				!taken.has(other) &&
				isAbove(other, one) &&
				canMeet(company, other, one),
		);
		const best = bestFor(one, dice.some(open, 9));
		if (best === undefined) continue;
		places.set(best, (places.get(best) ?? 0) - 1);
		mentoring.add(best);
		taken.add(one);
		const stays = best.leftOn === undefined && one.leftOn === undefined;
		const began = stays ? someDay(start, dice) : workingDay(start);
		pairs.push({ mentor: best, mentee: one, began });
	}
	return pairs;
}

function castPairs(company: Company, start: Pair["began"]): Pair[] {
	const ingrid = company.cast.get("mentor");
	const tomas = company.cast.get("second-mentor");
	const wei = company.cast.get("mentee");
	const jola = company.cast.get("second-mentee");
	if (
		ingrid === undefined ||
		tomas === undefined ||
		wei === undefined ||
		jola === undefined
	)
		return [];
	return [
		{ mentor: ingrid, mentee: wei, began: workingDay(start.add({ days: 3 })) },
		{ mentor: tomas, mentee: jola, began: workingDay(start.add({ days: 9 })) },
	];
}

/** Piet asked for a place a few weeks ago, and has no mentor yet: a circle has room for him. */
function withLatecomer(
	company: Company,
	enrolments: readonly Enrolment[],
): readonly Enrolment[] {
	const piet = company.cast.get("administrator")?.employeeNumber;
	if (piet === undefined || enrolments.some(({ person }) => person === piet))
		return enrolments;
	const asked = workingDay(company.today.subtract({ days: 34 }));
	return [
		...enrolments,
		{
			person: piet,
			side: "mentee",
			status: "enrolled",
			how: "application",
			capacity: 1,
			pausedUntil: undefined,
			enteredBy: piet,
			enteredOn: asked.toString(),
			answeredOn: workingDay(asked.add({ days: 4 })).toString(),
			isLate: true,
			nomination: undefined,
		},
	];
}

/** Most began with the program, some whenever a place came free. */
function someDay(start: Pair["began"], dice: Chance): Pair["began"] {
	const days = dice.happens(0.75) ? dice.whole(0, 24) : dice.whole(40, 400);
	return workingDay(start.add({ days }));
}

function isAbove(
	mentor: DemonstrationPerson,
	mentee: DemonstrationPerson,
): boolean {
	return gradeScale.indexOf(mentor.grade) > gradeScale.indexOf(mentee.grade);
}

function bestFor(
	mentee: DemonstrationPerson,
	mentors: readonly DemonstrationPerson[],
): DemonstrationPerson | undefined {
	return mentors.toSorted(
		(one, other) => usefulness(other, mentee) - usefulness(one, mentee),
	)[0];
}
