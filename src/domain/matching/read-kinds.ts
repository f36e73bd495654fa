// Where a policy's rules, terms and pins name the kinds of mentors they speak of.
import type { Place } from "./json-reading.ts";
import { readList, readText, wrong } from "./json-reading.ts";

type Members = ReadonlyMap<string, Place>;

/** The kinds that a rule or term is for, as a member of it; nothing where it is for all. */
export function readKinds(
	members: Members,
	known: ReadonlySet<string>,
): { readonly kinds?: readonly string[] } {
	const place = members.get("kinds");
	if (place === undefined) return {};
	const kinds = readList(place).map((item) => readKnown(item, known));
	if (kinds.length === 0) wrong(place, "must name at least one kind", 0);
	return { kinds };
}

/** The kind of a pinned pair: named where the policy has kinds, and only there. */
export function readOwnKind(
	pin: Place,
	members: Members,
	known: ReadonlySet<string>,
): string | undefined {
	const place = members.get("kind");
	if (place !== undefined) return readKnown(place, known);
	if (known.size > 0) wrong(pin, 'needs "kind", since the policy has kinds', 0);
	return undefined;
}

function readKnown(place: Place, known: ReadonlySet<string>): string {
	const kind = readText(place);
	if (kind !== "" && !known.has(kind))
		wrong(place, `names "${kind}", which is none of the policy's kinds`, 0);
	return kind;
}
