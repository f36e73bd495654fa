import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

export type Json =
	| null
	| boolean
	| number
	| string
	| readonly Json[]
	| { readonly [key: string]: Json | undefined };

/**
 * The JSON Canonicalization Scheme, RFC 8785: no spaces, keys sorted by UTF-16 units, numbers and strings as ECMAScript writes them.
 * Keys whose value is undefined are left out. A lone surrogate cannot be written as UTF-8 and is an error there (RFC 8785, 3.2.2.2).
 */
export function canonicalJson(value: Json): string {
	if (value === null || typeof value !== "object") return scalar(value);
	if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
	const members = Object.keys(value)
		.toSorted((a, b) => (a < b ? -1 : 1))
		.flatMap((key) => {
			const member = value[key];
			return member === undefined
				? []
				: [`${scalar(key)}:${canonicalJson(member)}`];
		});
	return `{${members.join(",")}}`;
}

/** SHA-256 over the canonical JSON, in hexadecimal. */
export function fingerprintOf(value: Json): string {
	return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

function scalar(value: null | boolean | number | string): string {
	if (typeof value === "number" && !Number.isFinite(value))
		throw new RangeError("JSON has no such number.");
	if (typeof value === "string" && !value.isWellFormed())
		throw new RangeError("A text with half a character has no UTF-8 form.");
	return JSON.stringify(value);
}

function isList(value: object): value is readonly Json[] {
	return Array.isArray(value);
}
