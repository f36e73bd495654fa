// Each way to open one's keys wraps the same account key on its own: a passkey's secret (the PRF extension of WebAuthn), a recovery code on
// paper, a passphrase, or a key that this device keeps. Taking one away or adding one touches none of the others.
import { wordlist } from "@scure/bip39/wordlists/english.js";
import {
	passphraseRounds,
	passphraseWords,
	saltBytes,
} from "../../../domain/sealing/floors.ts";
import { readRecoveryCode } from "../../../domain/sealing/recovery-code.ts";
import { statementBytes } from "../../../domain/sealing/statement.ts";
import { type Bytes, randomBytes, Refused } from "./bytes.ts";
import { decrypt, encrypt, keyFrom } from "./cipher.ts";

export type UnlockerKind =
	| "passkey"
	| "recovery-code"
	| "passphrase"
	| "device";

/** As the server keeps it. */
export type Unlocker = {
	readonly id: string;
	readonly identity: string;
	readonly person: string;
	readonly kind: UnlockerKind;
	readonly salt: Bytes;
	/** Of PBKDF2; 0 for what needs no stretching. */
	readonly rounds: number;
	readonly wrapped: Bytes;
	/** The passkey to ask, base64url. */
	readonly credential?: string | undefined;
};

/** What opens an unlocker: random bytes, words somebody typed, or a key that cannot leave the device. */
export type Opener =
	| { readonly kind: "passkey"; readonly secret: Bytes }
	| { readonly kind: "recovery-code" | "passphrase"; readonly typed: string }
	| { readonly kind: "device"; readonly key: CryptoKey };

export async function makeUnlocker(
	of: {
		readonly id: string;
		readonly identity: string;
		readonly person: string;
		readonly salt?: Bytes;
	},
	opener: Opener,
	accountKey: Bytes,
): Promise<Unlocker> {
	const { id, identity, person, salt = randomBytes(saltBytes) } = of;
	const rounds = opener.kind === "passphrase" ? passphraseRounds : 0;
	const terms = { id, identity, person, kind: opener.kind, salt, rounds };
	const key = await wrappingKey(terms, opener);
	const wrapped = await encrypt(key, accountKey, unlockerStatement(terms));
	return { ...terms, wrapped };
}

/** The account key. Refused where the code or the words are wrong, or the server offers weaker terms than ever were made. */
export async function useUnlocker(
	unlocker: Unlocker,
	opener: Opener,
): Promise<Bytes> {
	const floor = unlocker.kind === "passphrase" ? passphraseRounds : 0;
	if (
		unlocker.kind !== opener.kind ||
		unlocker.rounds < floor ||
		unlocker.rounds > 20 * passphraseRounds ||
		unlocker.salt.length !== saltBytes
	)
		throw new Refused("weak-key");
	const key = await wrappingKey(unlocker, opener);
	return decrypt(
		key,
		unlocker.wrapped,
		unlockerStatement(unlocker),
		"wrong-key",
	);
}

/** Six words of 2,048, chosen by chance. */
export function newPassphrase(): string {
	const chosen = crypto.getRandomValues(new Uint16Array(passphraseWords));
	// 2,048 divides 65,536: every word is as likely as any other.
	return [...chosen]
		.map((value) => wordlist[value % wordlist.length])
		.join(" ");
}

/** A key that stays in this browser. */
export function newDeviceKey(): Promise<CryptoKey> {
	return crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
		"encrypt",
		"decrypt",
	]);
}

type Terms = Omit<Unlocker, "wrapped" | "credential">;

async function wrappingKey(terms: Terms, opener: Opener): Promise<CryptoKey> {
	switch (opener.kind) {
		case "device":
			return opener.key;
		case "passkey":
			return keyFrom(opener.secret, terms.salt, purposeOf(terms));
		case "recovery-code": {
			const code = readRecoveryCode(opener.typed);
			if (code === undefined) throw new Refused("wrong-key");
			return keyFrom(code, terms.salt, purposeOf(terms));
		}
		case "passphrase":
			return keyFrom(
				await stretched(opener.typed, terms),
				terms.salt,
				purposeOf(terms),
			);
	}
}

async function stretched(
	typed: string,
	{ salt, rounds }: Terms,
): Promise<Bytes> {
	const words = typed
		.normalize("NFKC")
		.trim()
		.toLowerCase()
		.split(/\s+/)
		.join(" ");
	const raw = await crypto.subtle.importKey(
		"raw",
		new TextEncoder().encode(words),
		"PBKDF2",
		false,
		["deriveBits"],
	);
	const bits = await crypto.subtle.deriveBits(
		{ name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds },
		raw,
		256,
	);
	return new Uint8Array(bits);
}

function purposeOf({ kind, identity, person }: Terms): Bytes {
	return statementBytes("key of an unlocker", [kind, person, identity]);
}

function unlockerStatement({
	id,
	identity,
	person,
	kind,
	salt,
	rounds,
}: Terms): Bytes {
	return statementBytes("unlocker", [id, identity, person, kind, salt, rounds]);
}
