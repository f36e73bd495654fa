// The three things WebCrypto does for us, each in one place: encrypting with what it is bound to, signing, and making keys from keys.
import { type Bytes, randomBytes, Refused } from "./bytes.ts";

const nonceBytes = 12;
const signatureScheme = { name: "ECDSA", hash: "SHA-256" } as const;

/** AES-256-GCM under a fresh nonce: nonce, ciphertext, tag. `bound` must be the same when it is opened. */
export async function encrypt(
	key: CryptoKey,
	bytes: Bytes,
	bound: Bytes,
): Promise<Bytes> {
	const iv = randomBytes(nonceBytes);
	const sealed = await crypto.subtle.encrypt(
		{ name: "AES-GCM", iv, additionalData: bound },
		key,
		bytes,
	);
	const all = new Uint8Array(nonceBytes + sealed.byteLength);
	all.set(iv);
	all.set(new Uint8Array(sealed), nonceBytes);
	return all;
}

/** Throws a Refused with `reason` where the key, the bytes or what they are bound to is not what it was. */
export async function decrypt(
	key: CryptoKey,
	sealed: Bytes,
	bound: Bytes,
	reason: Refused["reason"],
): Promise<Bytes> {
	try {
		const opened = await crypto.subtle.decrypt(
			{
				name: "AES-GCM",
				iv: sealed.subarray(0, nonceBytes),
				additionalData: bound,
			},
			key,
			sealed.subarray(nonceBytes),
		);
		return new Uint8Array(opened);
	} catch {
		throw new Refused(reason);
	}
}

export async function sign(key: CryptoKey, statement: Bytes): Promise<Bytes> {
	return new Uint8Array(
		await crypto.subtle.sign(signatureScheme, key, statement),
	);
}

export function isSignedBy(
	key: CryptoKey,
	signature: Bytes,
	statement: Bytes,
): Promise<boolean> {
	return crypto.subtle.verify(signatureScheme, key, signature, statement);
}

/** A key for AES-256-GCM from a secret, by HKDF-SHA-256 (RFC 5869). It cannot be taken out of the browser again. */
export async function keyFrom(
	secret: Bytes,
	salt: Bytes,
	purpose: Bytes,
): Promise<CryptoKey> {
	const raw = await crypto.subtle.importKey("raw", secret, "HKDF", false, [
		"deriveKey",
	]);
	return crypto.subtle.deriveKey(
		{ name: "HKDF", hash: "SHA-256", salt, info: purpose },
		raw,
		{ name: "AES-GCM", length: 256 },
		false,
		["encrypt", "decrypt"],
	);
}

export async function digest(bytes: Bytes): Promise<Bytes> {
	return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}
