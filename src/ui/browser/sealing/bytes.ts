/** Bytes that WebCrypto takes: not over memory shared with a worker. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Over the wire bytes go as base64url without padding. */
export function toText(bytes: Uint8Array): string {
	let binary = "";
	for (const byte of bytes) binary += String.fromCharCode(byte);
	return btoa(binary)
		.replaceAll("+", "-")
		.replaceAll("/", "_")
		.replace(/=+$/, "");
}

/** Throws a Refused for anything but base64url. */
export function fromText(text: unknown): Bytes {
	if (typeof text !== "string" || !/^[\w-]*$/.test(text))
		throw new Refused("malformed");
	const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
	return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

export function isSame(one: Uint8Array, other: Uint8Array): boolean {
	return (
		one.length === other.length &&
		one.every((byte, index) => byte === other[index])
	);
}

export function randomBytes(length: number): Bytes {
	return crypto.getRandomValues(new Uint8Array(length));
}

/** Why something that came from the server, or that somebody typed, was not accepted. */
export type RefusalReason =
	| "malformed"
	| "wrong-key"
	| "weak-key"
	| "forged-identity"
	| "changed-identity"
	| "forged-grant"
	| "foreign-grant"
	| "unknown-writer"
	| "forged-text"
	| "misplaced-text"
	| "old-text"
	| "missing-text"
	| "no-key"
	| "foreign-member"
	| "forged-recovery"
	| "wrong-words"
	| "too-early"
	| "no-passkey"
	| "no-device"
	| "not-sent"
	| "conflict"
	| "too-long";

/** Nothing of what came is used: the page says so, and why. */
export class Refused extends Error {
	override readonly name = "Refused";
	readonly reason: RefusalReason;

	constructor(reason: RefusalReason) {
		super(reason);
		this.reason = reason;
	}
}
