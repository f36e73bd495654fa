// The recovery code is 160 random bits for paper: 32 characters of Crockford's alphabet (no I, L, O, U; https://www.crockford.com/base32.html)
// in eight groups of four. What is typed may be in lower case, with or without hyphens, and with the letters that look like digits.

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export const recoveryBytes = 20;

/** 20 bytes → "7F3K-…", eight groups of four. */
export function writeRecoveryCode(bytes: Uint8Array): string {
	if (bytes.length !== recoveryBytes)
		throw new RangeError(`a recovery code has ${recoveryBytes} bytes`);
	const bits = [...bytes]
		.map((byte) => byte.toString(2).padStart(8, "0"))
		.join("");
	const letters = (bits.match(/.{5}/g) ?? []).map(
		(five) => alphabet[Number.parseInt(five, 2)],
	);
	return (letters.join("").match(/.{4}/g) ?? []).join("-");
}

/** The 20 bytes of what somebody typed, or undefined where it is no recovery code. */
export function readRecoveryCode(
	typed: string,
): Uint8Array<ArrayBuffer> | undefined {
	const letters = typed
		.toUpperCase()
		.replace(/[\s-]/g, "")
		.replace(/O/g, "0")
		.replace(/[IL]/g, "1");
	if (letters.length !== 32) return undefined;
	const values = letters.split("").map((letter) => alphabet.indexOf(letter));
	if (values.includes(-1)) return undefined;
	const bits = values
		.map((value) => value.toString(2).padStart(5, "0"))
		.join("");
	return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) =>
		Number.parseInt(byte, 2),
	);
}
