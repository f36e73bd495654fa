// Whom an equity ratio compares. Ratios over a handful of people jump (with four members in steps of a quarter), so small groups are
// taken together; whoever stated nothing is paired like everybody else but compared with nobody.
import type { Participant } from "../problem.ts";
import { byCodePoint } from "../problem.ts";

/** Groups with fewer members are taken together. */
export const SMALLEST_GROUP = 5;

/** One group that is compared: a stated value, or `undefined` for the pool of all values with too few members. */
export type Group = {
	readonly name: string | undefined;
	readonly members: number;
	/** The values taken together in this group; one, but in the pool. */
	readonly values: readonly string[];
};

export type MenteeGroups = {
	readonly groups: readonly Group[];
	/** For each mentee of the problem (under kinds: for each want, that of its person) the index of their group; `groups.length` where they are compared with nobody. */
	readonly of: Int32Array;
	/** Mentees for whom no value is known. */
	readonly unstated: number;
	/** Mentees of small groups that even together are too few to be compared. */
	readonly tooFew: number;
};

/** The pool's name in certificates and results; a stated value of this name is told apart by the files' own groups. */
export const OTHERS = "(small groups together)";

export function nameOf({ name }: Pick<Group, "name">): string {
	return name ?? OTHERS;
}

/**
 * Sorts mentees into the groups that a ratio compares. Values with fewer than `smallest` members become one pool; a pool that is
 * itself too small is left out of the comparison, as are mentees without a value (an empty text counts as none): they are paired and
 * their scores count in the sum, but no ratio is asked of them. Only what mentees belong together matters, not what a value is called:
 * groups stand in the order of their first member's id. A mentee who needs nobody is no member of anything. Under kinds members are people, however many kinds they want,
 * and `stated` names people.
 */
export function groupMentees(
	mentees: readonly Participant[],
	stated: Iterable<{ readonly mentee: string; readonly group: string }>,
	smallest = SMALLEST_GROUP,
): MenteeGroups {
	const valueOf = new Map<string, string>();
	for (const { mentee, group } of stated)
		if (group !== "") valueOf.set(mentee, group);
	const membersOf = new Map<string, number[]>();
	let unstated = 0;
	const { people, ofMentee } = peopleIn(mentees);
	people.forEach(({ id, units }, index) => {
		const value = valueOf.get(id);
		if (units === 0) return;
		if (value === undefined) unstated++;
		else membersOf.set(value, [...(membersOf.get(value) ?? []), index]);
	});
	const isSmall = (members: readonly number[]) => members.length < smallest;
	const small = [...membersOf].filter(([, members]) => isSmall(members));
	const pooled = small.flatMap(([, members]) => members);
	const compared = [...membersOf]
		.filter(([, members]) => !isSmall(members))
		.map(([name, members]) => ({ name, members, values: [name] }));
	const pool = {
		name: undefined,
		members: pooled.toSorted((a, b) => a - b),
		values: small.map(([name]) => name).toSorted(byCodePoint),
	};
	const kept = [...compared, ...(isSmall(pooled) ? [] : [pool])].toSorted(
		(a, b) => (a.members[0] ?? 0) - (b.members[0] ?? 0),
	);
	const own = new Int32Array(people.length).fill(kept.length);
	kept.forEach(({ members }, g) => {
		for (const index of members) own[index] = g;
	});
	return {
		groups: kept.map((group) => ({ ...group, members: group.members.length })),
		of: ofMentee.map((person) => own[person] ?? kept.length),
		unstated,
		tooFew: isSmall(pooled) ? pooled.length : 0,
	};
}

/** The people whose wants these are, each with all units they want; without kinds the mentees themselves. */
function peopleIn(mentees: readonly Participant[]): {
	readonly people: readonly { readonly id: string; readonly units: number }[];
	readonly ofMentee: Int32Array;
} {
	const people: { id: string; units: number }[] = [];
	const known = new Map<string, number>();
	const ofMentee = Int32Array.from(mentees, ({ id, units, want }) => {
		const name = want?.mentee ?? id;
		const at = known.get(name) ?? people.length;
		known.set(name, at);
		people[at] = { id: name, units: (people[at]?.units ?? 0) + units };
		return at;
	});
	return { people, ofMentee };
}
