import type { Cap } from "./caps.ts";
import { keysOfPair } from "./caps.ts";
import type { Judge } from "./judge.ts";
import { wantId } from "./kinds.ts";
import { SAME_PERSON } from "./judge.ts";
import type { Person } from "./people-table.ts";
import { comparable } from "./people-table.ts";
import type { Policy } from "./policy.ts";
import type { ScoredPair } from "./problem.ts";
import type { PinProblem } from "./scoring.ts";

/** Everybody of both sides, found by id as the policy compares ids. */
export type People = {
	readonly mentors: readonly Person[];
	readonly mentees: readonly Person[];
	mentor(id: string): Person | undefined;
	mentee(id: string): Person | undefined;
};

export function peopleByKey(
	policy: Policy,
	mentors: readonly Person[],
	mentees: readonly Person[],
): People {
	const key = (id: string) => comparable(id, policy.ignoreCase);
	const byId = (people: readonly Person[]) =>
		new Map(people.map((person) => [key(person.id), person]));
	const [mentorByKey, menteeByKey] = [byId(mentors), byId(mentees)];
	return {
		mentors,
		mentees,
		mentor: (id) => mentorByKey.get(key(id)),
		mentee: (id) => menteeByKey.get(key(id)),
	};
}

/** The pinned pairs with their scores, and why some of them cannot stand. */
export function readPins(
	policy: Policy,
	judgeOf: (mentee: Person) => Judge,
	people: People,
	caps: readonly Cap[] = [],
): { pinned: ScoredPair[]; problems: PinProblem[] } {
	const pinned: ScoredPair[] = [];
	const problems: PinProblem[] = [];
	const taken = new Map<Person, number>();
	const inSet = new Map<string, number>();
	for (const pair of policy.pinned) {
		const mentor = people.mentor(pair.mentor);
		const mentee = people.mentee(
			pair.kind === undefined ? pair.mentee : wantId(pair.mentee, pair.kind),
		);
		const note = (why: PinProblem["why"], rule?: string) =>
			void problems.push({ pair, why, rule });
		if (mentee === undefined) note("unknown-mentee");
		if (mentor === undefined) note("unknown-mentor");
		if (mentor === undefined || mentee === undefined) continue;
		const judge = judgeOf(mentee);
		for (const rule of judge.brokenRules(mentor, mentee))
			if (rule === SAME_PERSON || !pair.despite.includes(rule))
				note("breaks-rule", rule);
		for (const cap of caps) {
			const pairIds = { mentee: mentee.id, mentor: mentor.id };
			for (const key of keysOfPair([cap], pairIds)) {
				const held = (inSet.get(key) ?? 0) + 1;
				inSet.set(key, held);
				if (held > cap.most && !pair.despite.includes(cap.name))
					note("breaks-rule", cap.name);
			}
		}
		for (const person of [mentor, mentee])
			taken.set(person, (taken.get(person) ?? 0) + 1);
		if ((taken.get(mentee) ?? 0) > mentee.units) note("no-need-left");
		if ((taken.get(mentor) ?? 0) > mentor.units) note("no-place-left");
		pinned.push(judge.score(mentor, mentee));
	}
	return { pinned, problems };
}
