// What a leaf of the journal is hashed over. People stand in it under a pseudonym that commits to them: the SHA-256 of a random salt and
// their id. While the salt is kept, anyone who has it can check whose entry it is; once the salt is deleted, the pseudonym says nothing
// about anyone, and every hash above it still holds. docs/operating/journal.md describes the form for people who check with other tools.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson, type Json } from "../matching/canonical-json.ts";
import type { Hash } from "./merkle.ts";

/** An entry as it is sealed. Persons are pseudonyms in hexadecimal; `at` is UTC to the microsecond: 2026-03-01T08:30:00.000000Z. */
export type SealedEntry = {
	readonly id: number;
	readonly at: string;
	readonly request: string | null;
	readonly actor: string | null;
	readonly process: string | null;
	readonly act: string;
	readonly about: string | null;
	readonly subject: string | null;
	readonly subjectId: string | null;
	readonly detail: Json;
};

/** The hash of an entry's leaf: over its canonical JSON with a version, whose keys stand here in the order RFC 8785 gives them. */
export function leafOf(entry: SealedEntry): Hash {
	const { about, act, actor, at, detail, id, process, request } = entry;
	return sha256(
		bytesOf(
			`\u0000{"about":${text(about)},"act":${text(act)},"actor":${text(actor)},"at":${text(at)},"detail":${canonicalJson(detail)},"id":${id},"process":${text(process)},"request":${text(request)},"subject":${text(entry.subject)},"subjectId":${text(entry.subjectId)},"v":1}`,
		),
	);
}

// Entries are plain ASCII but for rare details: copying their signs is several times quicker than an encoder.
function bytesOf(content: string): Uint8Array {
	const bytes = new Uint8Array(content.length);
	for (let place = 0; place < content.length; place += 1) {
		const code = content.charCodeAt(place);
		if (code > 127) return utf8ToBytes(content);
		bytes[place] = code;
	}
	return bytes;
}

function text(value: string | null): string {
	return value === null ? "null" : JSON.stringify(value);
}

/** The pseudonym that commits to a person. The salt is 32 random bytes in hexadecimal. */
export function pseudonymOf(salt: string, person: string): string {
	return bytesToHex(
		sha256(utf8ToBytes(`baton journal person\n${salt}\n${person}`)),
	);
}

/** How a person stands inside an entry's detail once sealed. */
export function namedInDetail(pseudonym: string): string {
	return `person:${pseudonym}`;
}

/** The detail with every id of a person replaced; what is no person's id, or replaced already, stays as it is. */
export function withoutPersons(
	detail: Json,
	pseudonym: (id: string) => string | undefined,
): Json {
	if (typeof detail === "string") {
		const found = isId(detail) ? pseudonym(detail) : undefined;
		return found === undefined ? detail : namedInDetail(found);
	}
	if (detail === null || typeof detail !== "object") return detail;
	if (isList(detail))
		return detail.map((each) => withoutPersons(each, pseudonym));
	return Object.fromEntries(
		Object.entries(detail).map(([key, value]) => [
			key,
			value === undefined ? value : withoutPersons(value, pseudonym),
		]),
	);
}

/** Every text in a detail that could be somebody's id. */
export function idsIn(detail: Json): string[] {
	if (typeof detail === "string") return isId(detail) ? [detail] : [];
	if (detail === null || typeof detail !== "object") return [];
	return (isList(detail) ? detail : Object.values(detail)).flatMap((each) =>
		each === undefined ? [] : idsIn(each),
	);
}

function isId(text: string): boolean {
	return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(
		text,
	);
}

function isList(value: object): value is readonly Json[] {
	return Array.isArray(value);
}
