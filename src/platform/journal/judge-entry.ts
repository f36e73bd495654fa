import { leafOf } from "../../domain/journal/entry.ts";
import { equal } from "../../domain/journal/proof.ts";
import type { Names } from "./names.ts";
import type { Problem } from "./problem.ts";
import { type EntryRow, sealedEntry } from "./sealed-row.ts";

/** A leaf with its entry beside it; the entry's columns are null when it is gone. */
export type LeafRow = Omit<EntryRow, "id"> & {
	readonly position: string;
	readonly entry_id: string;
	readonly hash: Buffer;
	readonly actor: number | null;
	readonly about: number | null;
	readonly id: string | null;
};

/** The hash of the entry as it is now, and what is wrong with it. It must not claim to be older than `notBefore`. */
export function judgeEntry(
	row: LeafRow,
	names: Names,
	notBefore: string,
): { readonly hash: Uint8Array; readonly problem?: Problem } {
	const place = { position: Number(row.position), entry: Number(row.entry_id) };
	const { id } = row;
	// Where nothing is left to hash, the stored hash stands in: what follows is judged by itself.
	if (id === null)
		return { hash: row.hash, problem: { kind: "removed", ...place } };
	const hash = hashOf({ ...row, id }, row, names);
	if (!equal(hash, row.hash))
		return { hash, problem: { kind: "changed", ...place } };
	const isRenamed =
		!isStill(row.person_id, row.actor, names) ||
		!isStill(row.about_person_id, row.about, names);
	if (isRenamed) return { hash, problem: { kind: "renamed", ...place } };
	return row.at < notBefore
		? { hash, problem: { kind: "backdated", ...place } }
		: { hash };
}

function hashOf(
	entry: EntryRow,
	leaf: Pick<LeafRow, "actor" | "about" | "hash">,
	names: Names,
): Uint8Array {
	const people = {
		actor: pseudonymIn(leaf.actor, names),
		about: pseudonymIn(leaf.about, names),
	};
	const hash = leafOf(
		sealedEntry(entry, { ...people, named: names.pseudonym }),
	);
	if (entry.detail === "{}" || equal(hash, leaf.hash)) return hash;
	// An id that was nobody's when it was sealed stands as it is, even if somebody is now known by it.
	const plain = leafOf(
		sealedEntry(entry, { ...people, named: () => undefined }),
	);
	return equal(plain, leaf.hash) ? plain : hash;
}

function pseudonymIn(number: number | null, names: Names): string | null {
	return number === null
		? null
		: (names.of(number)?.pseudonym ?? `unknown ${number}`);
}

/** Whether the entry still names the person it was sealed with, or nobody because the journal says that they were erased. */
function isStill(
	person: string | null,
	number: number | null,
	names: Names,
): boolean {
	if (number === null) return person === null;
	const name = names.of(number);
	if (name === undefined) return false;
	return name.person === null
		? person === null && names.isErased(name.pseudonym)
		: person === name.person;
}
