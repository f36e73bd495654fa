// A draw that anyone can repeat. A seed is drawn when the list opens and its SHA-256 published; when the list is frozen the seed is shown,
// and everyone on it is put in the order of SHA-256(seed:number). The hash binds the seed before anybody knows the list; the order follows from
// seed and number alone, so there is nothing left to choose. docs/operating/lottery.md says the same for people who check with other tools.
// Commitment by hash: Blum, "Coin flipping by telephone", 1983. Ordering by a keyed hash: RFC 3797, section 4, in spirit.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** Somebody on the list: the number that stands for them, and the group whose share of the places they draw for ("" where all draw together). */
export type Entry = { readonly number: number; readonly stratum: string };

export type Drawing = {
	/** As it was committed to: 64 hexadecimal digits. */
	readonly seed: string;
	/** A public text nobody could know before the list was frozen; null: none was promised. */
	readonly beacon: string | null;
	readonly places: number;
	readonly entries: readonly Entry[];
};

export type Drawn = Entry & {
	readonly outcome: "place" | "waiting";
	/** From 1: the order of the draw, among those with a place or among those who wait. */
	readonly rank: number;
};

/** Groups smaller than this are one: what is published must not say who a number is. */
export const leastStratum = 5;

/** SHA-256 of the UTF-8 text, in hexadecimal. */
export function hashOf(text: string): string {
	return bytesToHex(sha256(utf8ToBytes(text)));
}

/** What is published when the list opens, and binds the seed. */
export function commitmentTo(seed: string): string {
	return hashOf(seed);
}

/** The hash of the frozen list: the line `places`, then a line `number;group` for each entry by ascending number, each ended by a line feed. */
export function listHashOf(entries: readonly Entry[], places: number): string {
	const lines = byNumber(entries).map(
		({ number, stratum }) => `${number};${stratum}\n`,
	);
	return hashOf(`${places}\n${lines.join("")}`);
}

/**
 * Draws. Each entry's key is SHA-256 of `secret:number`, where the secret is the seed, or SHA-256 of `seed:beacon` where there is a beacon;
 * ascending keys are the order of the draw. In every group the first as many as `shareOf` gives it have a place, all others wait in the
 * order of their keys, whatever their group. Within a group all chances are equal; between groups they differ by less than one place.
 */
export function draw(drawing: Drawing): readonly Drawn[] {
	const { places, entries } = drawing;
	const secret = secretOf(drawing);
	const order = entries
		.map((entry) => ({ entry, key: hashOf(`${secret}:${entry.number}`) }))
		.toSorted((a, b) => compare(a.key, b.key))
		.map(({ entry }) => entry);
	const left = new Map(sharesOf(entries, places, secret));
	const drawn = order.map((entry): { entry: Entry; isIn: boolean } => {
		const share = left.get(entry.stratum) ?? 0;
		left.set(entry.stratum, share - 1);
		return { entry, isIn: share > 0 };
	});
	const ranked = (isIn: boolean, outcome: Drawn["outcome"]) =>
		drawn
			.filter((one) => one.isIn === isIn)
			.map(({ entry }, place) => ({ ...entry, outcome, rank: place + 1 }));
	return [...ranked(true, "place"), ...ranked(false, "waiting")];
}

/**
 * How the places are shared among groups: in proportion to their size by largest remainders (Hamilton), never more than a group has people.
 * Equal remainders go by SHA-256 of `secret:group:` and the group's name, so that no name is favoured.
 */
export function sharesOf(
	entries: readonly Entry[],
	places: number,
	secret: string,
): ReadonlyMap<string, number> {
	const sizes = Map.groupBy(entries, ({ stratum }) => stratum);
	const total = Math.min(places, entries.length);
	const quotas = [...sizes].map(([stratum, { length: size }]) => ({
		stratum,
		whole: Math.floor((total * size) / entries.length),
		remainder: (total * size) % entries.length,
		key: hashOf(`${secret}:group:${stratum}`),
	}));
	const rest = total - quotas.reduce((sum, { whole }) => sum + whole, 0);
	return new Map(
		quotas
			.toSorted((a, b) => b.remainder - a.remainder || compare(a.key, b.key))
			.map(({ stratum, whole }, place) => [
				stratum,
				whole + (place < rest ? 1 : 0),
			]),
	);
}

/** The group each draws in, from a fact that may be missing. Groups under five are put together, with the next smallest if need be. */
export function strataOf(
	facts: readonly { readonly number: number; readonly fact: string | null }[],
): readonly Entry[] {
	const groups = Map.groupBy(facts, ({ fact }) => fact?.trim() ?? "");
	const bySize = [...groups].toSorted(
		([a, one], [b, other]) => one.length - other.length || compare(a, b),
	);
	const pooled = new Set<string>();
	let count = 0;
	for (const [name, { length }] of bySize) {
		const isSmall = name === "" || length < leastStratum;
		if (!isSmall && (count === 0 || count >= leastStratum)) continue;
		pooled.add(name);
		count += length;
	}
	return facts.map(({ number, fact }) => {
		const name = fact?.trim() ?? "";
		return { number, stratum: pooled.has(name) ? "" : name };
	});
}

function secretOf({ seed, beacon }: Drawing): string {
	return beacon === null ? seed : hashOf(`${seed}:${beacon}`);
}

function byNumber(entries: readonly Entry[]): readonly Entry[] {
	return entries.toSorted((a, b) => a.number - b.number);
}

function compare(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
