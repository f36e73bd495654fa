// What is signed or bound to a ciphertext is a statement: a label that says what kind it is, then its fields. Every field is preceded by its
// length, so that no two different statements have the same bytes, and the label keeps a signature for one purpose from being used for another
// (domain separation; Boneh and Shoup, A Graduate Course in Applied Cryptography, section 8.10).
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";

export type Field = string | number | Uint8Array;

/**
 * The bytes of a statement: `baton/1/<label>`, then each field as a 32-bit big-endian length and its bytes. Texts are UTF-8, numbers are
 * non-negative integers below 2^53 in decimal.
 */
export function statementBytes(
	label: string,
	fields: readonly Field[],
): Uint8Array<ArrayBuffer> {
	const parts = [`baton/1/${label}`, ...fields].map(bytesOf);
	return new Uint8Array(
		concatBytes(...parts.flatMap((part) => [lengthOf(part), part])),
	);
}

function bytesOf(field: Field): Uint8Array {
	if (typeof field === "string") return utf8ToBytes(field);
	if (typeof field !== "number") return field;
	if (!Number.isSafeInteger(field) || field < 0)
		throw new RangeError(
			`not a whole number that a statement can hold: ${field}`,
		);
	return utf8ToBytes(String(field));
}

function lengthOf({ length }: Uint8Array): Uint8Array {
	const bytes = new Uint8Array(4);
	new DataView(bytes.buffer).setUint32(0, length);
	return bytes;
}
