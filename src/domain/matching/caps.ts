// Caps: at most so many pairs of one mentor with mentees of one class, or of all mentors of one class together. Sets of places that lie one
// within the other keep the problem a flow, solved exactly; two caps whose classes cross would make it NP-hard and are refused by name.
import type { PlaceSets } from "./kernel/place-sets.ts";
import type { Cell, CellProblem, Person } from "./people-table.ts";
import type { CapRule, Policy } from "./policy.ts";

/**
 * `of: "mentees"`: each mentor has at most `most` mentees of a class. `of: "mentors"`: the mentors of a class have at most `most` pairs
 * together. Classes by id; who is in none is not counted.
 */
export type Cap = {
	readonly name: string;
	readonly of: "mentees" | "mentors";
	readonly most: number;
	readonly classes: ReadonlyMap<string, string>;
	/** Holds for these sets alone, by key; for all where it is missing. */
	readonly only?: ReadonlySet<string> | undefined;
};

/** The name of the cap that no two people are paired twice, whatever the kinds (pair-once.ts). No policy can name a cap so. */
export const PAIR_ONCE = "";

export type CapReading =
	| { readonly ok: true; readonly caps: readonly Cap[] }
	| { readonly ok: false; readonly problems: readonly CellProblem[] };

type Named = { readonly mentee: string; readonly mentor: string };

/** The policy's caps for these people, or which of them cross. An empty cell belongs to no class. */
export function capsOf(
	policy: Policy,
	mentors: readonly Person[],
	mentees: readonly Person[],
): CapReading {
	const caps = policy.caps.map((rule) => readCap(rule, mentors, mentees));
	const problems = (["mentees", "mentors"] as const).flatMap((of) =>
		nest(caps, of).crossings.map(
			({ cap, other }): CellProblem => ({
				side: of === "mentees" ? "mentee" : "mentor",
				row: undefined,
				column: policy.caps.find(({ name }) => name === cap)?.column ?? "",
				why: "caps-cross",
				value: `${other}, ${cap}`,
			}),
		),
	);
	return problems.length === 0 ? { ok: true, caps } : { ok: false, problems };
}

/** The text that names one set: the same for the solver and for whoever checks its prices. */
export function capKey(
	cap: Pick<Cap, "name" | "of">,
	mentor: string,
	name: string,
): string {
	return JSON.stringify(
		cap.of === "mentees" ? [cap.name, name, mentor] : [cap.name, name],
	);
}

/** Whether a key names a set of this cap. */
export function isKeyOf(cap: Cap, key: string): boolean {
	return key.startsWith(`${JSON.stringify([cap.name]).slice(0, -1)},`);
}

/** Whether a key says that two people are paired once at most. */
export function isPairOnce(key: string): boolean {
	return key.startsWith(PAIR_ONCE_KEYS);
}

const PAIR_ONCE_KEYS = `["",`;

/** Whom such a key names. */
export function pairOfKey(key: string): Named | undefined {
	const read: unknown = isPairOnce(key) ? JSON.parse(key) : undefined;
	const [, mentee, mentor]: readonly unknown[] = Array.isArray(read)
		? read
		: [];
	return typeof mentee === "string" && typeof mentor === "string"
		? { mentee, mentor }
		: undefined;
}

/** The sets that a pair counts in, by their keys. */
export function keysOfPair(caps: readonly Cap[], pair: Named): string[] {
	return caps.flatMap((cap) => {
		const name = cap.classes.get(
			cap.of === "mentees" ? pair.mentee : pair.mentor,
		);
		if (name === undefined) return [];
		const key = capKey(cap, pair.mentor, name);
		return cap.only === undefined || cap.only.has(key) ? [key] : [];
	});
}

/** How many pairs each set holds, by key. */
export function countByKey(
	caps: readonly Cap[],
	pairs: Iterable<Named>,
): Map<string, number> {
	const counts = new Map<string, number>();
	for (const pair of pairs)
		for (const key of keysOfPair(caps, pair))
			counts.set(key, (counts.get(key) ?? 0) + 1);
	return counts;
}

/** Tells of a pair not made which caps are full for it, by name, where these pairs (pinned ones included) are made. */
export function fullCaps(
	caps: readonly Cap[],
	made: readonly Named[],
): (pair: Named) => readonly string[] {
	const held = countByKey(caps, made);
	return (pair) =>
		caps.flatMap((cap) =>
			keysOfPair([cap], pair).some((key) => (held.get(key) ?? 0) >= cap.most)
				? [cap.name]
				: [],
		);
}

export type CappedPlaces = {
	readonly sets: PlaceSets;
	/** The key of each set after the mentors' own. */
	readonly keys: readonly string[];
};

/**
 * The caps as nested sets of places over candidates (indices into the ids). What pinned pairs use is taken off. A cap that cannot bind, even with
 * one place more, makes no set. Expects caps that `capsOf` has found nested. O((pairs + people) · caps).
 */
export function cappedPlaces(
	caps: readonly Cap[],
	people: {
		readonly mentees: readonly { readonly id: string }[];
		readonly mentors: readonly { readonly id: string }[];
		readonly capacity: Int32Array;
		readonly pinned: readonly Named[];
	},
	pairs: { readonly mentee: Int32Array; readonly mentor: Int32Array },
): CappedPlaces {
	const { mentors, capacity } = people;
	const taken = countByKey(caps, people.pinned);
	const limit = [...capacity];
	const above = mentors.map(() => -1);
	const keys: string[] = [];
	const inner = nest(caps, "mentees");
	const outer = nest(caps, "mentors");
	const open = (most: number, key: string, parent: number): number => {
		keys.push(key);
		above.push(parent);
		return limit.push(Math.max(0, most - (taken.get(key) ?? 0))) - 1;
	};
	const setOfClass: number[] = [];
	for (const { cap, name, parent } of outer.classes)
		setOfClass.push(
			open(cap.most, capKey(cap, "", name), setOfClass[parent] ?? -1),
		);
	mentors.forEach(({ id }, j) => {
		above[j] = setOfClass[outer.innermost.get(id) ?? -1] ?? -1;
	});
	const known = new Map<number, number>();
	const setOf = (j: number, k: number): number => {
		const own = inner.classes[k];
		if (own === undefined) return j;
		const key = capKey(own.cap, mentors[j]?.id ?? "", own.name);
		// One place more than there are now may be asked about, so a cap as large as the places makes a set too.
		if (
			own.cap.only?.has(key) === false ||
			own.cap.most - (taken.get(key) ?? 0) > (capacity[j] ?? 0)
		)
			return setOf(j, own.parent);
		const at = j * inner.classes.length + k;
		const found = known.get(at);
		if (found !== undefined) return found;
		const set = open(own.cap.most, key, setOf(j, own.parent));
		known.set(at, set);
		return set;
	};
	const classOf = people.mentees.map(({ id }) => inner.innermost.get(id) ?? -1);
	const ofPair = pairs.mentor.map((j, e) =>
		setOf(j, classOf[pairs.mentee[e] ?? -1] ?? -1),
	);
	return {
		sets: {
			limit: Int32Array.from(limit),
			above: Int32Array.from(above),
			ofPair,
		},
		keys,
	};
}

function readCap(
	{ name, per, column, most }: CapRule,
	mentors: readonly Person[],
	mentees: readonly Person[],
): Cap {
	const of = per === "mentor" ? "mentees" : "mentors";
	const people = of === "mentees" ? mentees : mentors;
	const classes = people.flatMap((person): [string, string][] => {
		const text = column === undefined ? "" : classOf(person.cells.get(column));
		return text === undefined ? [] : [[person.id, text]];
	});
	return { name, of, most, classes: new Map(classes) };
}

function classOf(cell: Cell | undefined): string | undefined {
	if (cell?.kind === "text" || cell?.kind === "step") return cell.text;
	return cell?.kind === "amount" ? String(cell.millionths) : undefined;
}

type NestedClass = {
	readonly cap: Cap;
	readonly name: string;
	/** The next larger class around it, by its index; -1 for none. */
	readonly parent: number;
};

type Nest = {
	readonly classes: readonly NestedClass[];
	readonly innermost: ReadonlyMap<string, number>;
	readonly crossings: readonly Crossing[];
};

type Crossing = { readonly cap: string; readonly other: string };

/** Puts classes into one another, largest first: each must lie wholly within one that is there, or outside all. */
function nest(caps: readonly Cap[], of: Cap["of"]): Nest {
	const members = caps
		.filter((cap) => cap.of === of)
		.flatMap((cap) =>
			[
				...Map.groupBy(cap.classes.keys(), (id) => cap.classes.get(id) ?? ""),
			].map(([name, ids]) => ({ cap, name, ids })),
		)
		.toSorted(
			(a, b) =>
				b.ids.length - a.ids.length ||
				caps.indexOf(a.cap) - caps.indexOf(b.cap) ||
				(a.name < b.name ? -1 : 1),
		);
	const innermost = new Map<string, number>();
	const classes: NestedClass[] = [];
	const crossings = new Map<string, Crossing>();
	for (const { cap, name, ids } of members) {
		const around = new Set(ids.map((id) => innermost.get(id) ?? -1));
		for (const other of around.size > 1 ? around : []) {
			const crossed = classes[other]?.cap.name;
			if (crossed !== undefined)
				crossings.set(JSON.stringify([cap.name, crossed]), {
					cap: cap.name,
					other: crossed,
				});
		}
		const [parent = -1] = around;
		for (const id of ids) innermost.set(id, classes.length);
		classes.push({ cap, name, parent });
	}
	return { classes, innermost, crossings: [...crossings.values()] };
}
