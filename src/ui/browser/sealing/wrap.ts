// Wrapping for one public key: an ephemeral key pair agrees on a secret with it (ECIES; SEC 1, section 5.1), HKDF makes the key, AES-GCM encrypts.
import { statementBytes } from "../../../domain/sealing/statement.ts";
import { type Bytes, Refused, type RefusalReason } from "./bytes.ts";
import { decrypt, encrypt, keyFrom } from "./cipher.ts";

const curve = { name: "ECDH", namedCurve: "P-256" } as const;
const pointBytes = 65;

export async function ephemeralPair(): Promise<{
	readonly ephemeral: Bytes;
	readonly own: CryptoKey;
}> {
	const pair = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
	const ephemeral = new Uint8Array(
		await crypto.subtle.exportKey("raw", pair.publicKey),
	);
	return { ephemeral, own: pair.privateKey };
}

export async function agreedKey(
	own: CryptoKey,
	other: CryptoKey,
	statement: Bytes,
): Promise<CryptoKey> {
	const bits = await crypto.subtle.deriveBits(
		{ name: "ECDH", public: other },
		own,
		256,
	);
	return keyFrom(new Uint8Array(bits), new Uint8Array(32), statement);
}

/** The ephemeral point (65 bytes), then nonce, ciphertext and tag: 93 bytes longer than what is wrapped. Bound to the statement. */
export async function wrapFor(
	to: CryptoKey,
	bytes: Bytes,
	statement: Bytes,
): Promise<Bytes> {
	const { ephemeral, own } = await ephemeralPair();
	const bound = boundTo(statement, ephemeral);
	const sealed = await encrypt(await agreedKey(own, to, bound), bytes, bound);
	return new Uint8Array([...ephemeral, ...sealed]);
}

/** What was wrapped for one's own key. Refused with `reason` where anything about it is not as it was made. */
export async function unwrap(
	own: CryptoKey,
	wrapped: Bytes,
	statement: Bytes,
	reason: RefusalReason,
): Promise<Bytes> {
	const ephemeral = wrapped.slice(0, pointBytes);
	const bound = boundTo(statement, ephemeral);
	const other = await crypto.subtle
		.importKey("raw", ephemeral, curve, true, [])
		.catch(() => {
			throw new Refused(reason);
		});
	const key = await agreedKey(own, other, bound);
	return decrypt(key, wrapped.slice(pointBytes), bound, reason);
}

function boundTo(statement: Bytes, ephemeral: Bytes): Bytes {
	return statementBytes("wrapped", [statement, ephemeral]);
}
