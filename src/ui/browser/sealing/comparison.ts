// Whether the server showed the right keys of the other person, two people find out by reading six words to each other, once: the words of the
// one's keys as that one's own browser shows them, and as the other's browser shows them. The words stand for 66 bits of a fingerprint that took
// 600,000 rounds to make; each person's words are their own, so that a forger must meet a given 66 bits rather than any coincidence of two (2^66
// trials instead of 2^33). What was compared is signed, so that it holds on every device.
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { passphraseRounds } from "../../../domain/sealing/floors.ts";
import { statementBytes } from "../../../domain/sealing/statement.ts";
import type { Bytes } from "./bytes.ts";
import { isSignedBy, sign } from "./cipher.ts";
import type { KnownIdentity, OpenIdentity } from "./identity.ts";

/** `seen`: taken on trust at the first meeting. `compared`: the words were read out and were the same. */
export type Assurance = "seen" | "compared";

export type Comparison = {
	readonly by: string;
	readonly of: string;
	readonly assurance: Assurance;
	readonly signature: Bytes;
};

/** The six words of somebody's keys, or of whatever else has a fingerprint. */
export async function wordsOf({
	fingerprint,
}: Pick<KnownIdentity, "fingerprint">): Promise<readonly string[]> {
	const raw = await crypto.subtle.importKey(
		"raw",
		fingerprint,
		"PBKDF2",
		false,
		["deriveBits"],
	);
	const bits = new Uint8Array(
		await crypto.subtle.deriveBits(
			{
				name: "PBKDF2",
				hash: "SHA-256",
				salt: statementBytes("words to compare", []),
				iterations: passphraseRounds,
			},
			raw,
			96,
		),
	);
	// Sixteen bits a word, of which eleven count.
	const view = new DataView(bits.buffer);
	return Array.from(
		{ length: 6 },
		(_, index) => wordlist[view.getUint16(2 * index) % wordlist.length] ?? "",
	);
}

export async function vouchFor(
	of: KnownIdentity,
	assurance: Assurance,
	own: OpenIdentity,
): Promise<Comparison> {
	const signature = await sign(
		own.signing,
		comparisonStatement(own.known, of, assurance),
	);
	return { by: own.known.id, of: of.id, assurance, signature };
}

/** Whether one truly vouched for this identity, and how. */
export async function isVouchedFor(
	comparison: Comparison,
	of: KnownIdentity,
	own: KnownIdentity,
): Promise<boolean> {
	return (
		comparison.by === own.id &&
		comparison.of === of.id &&
		(await isSignedBy(
			own.verifying,
			comparison.signature,
			comparisonStatement(own, of, comparison.assurance),
		))
	);
}

function comparisonStatement(
	by: KnownIdentity,
	of: KnownIdentity,
	assurance: Assurance,
): Bytes {
	return statementBytes("comparison", [
		by.person,
		by.fingerprint,
		of.person,
		of.fingerprint,
		assurance,
	]);
}
