import type { Encoding } from "./table.ts";

export interface DecodedText {
	readonly text: string;
	readonly encoding: Encoding;
	/** Bytes that meant nothing in this encoding and became U+FFFD. */
	readonly undecodable: number;
}

/**
 * Turns a text file's bytes into text. A byte order mark decides; then the pattern of zero bytes that UTF-16 leaves in any file with Latin
 * separators; then whether the bytes are UTF-8; what is left is taken for Windows-1252, which Excel writes in western Europe.
 * Half of a surrogate pair cannot be written in any of these and becomes U+FFFD, which is counted.
 */
export function decodeText(bytes: Uint8Array, chosen?: Encoding): DecodedText {
	const encoding =
		chosen ?? encodingByMark(bytes) ?? encodingByZeros(bytes) ?? "utf-8";
	const text = strictly(bytes, encoding);
	if (text !== null) return { text, encoding, undecodable: 0 };
	if (chosen === undefined && encoding === "utf-8" && !isMostlyUtf8(bytes)) {
		return {
			text: new TextDecoder("windows-1252").decode(bytes),
			encoding: "windows-1252",
			undecodable: 0,
		};
	}
	const mended = new TextDecoder(encoding).decode(bytes);
	return {
		text: mended,
		encoding,
		undecodable: mended.split("\uFFFD").length - 1,
	};
}

function encodingByMark(bytes: Uint8Array): Encoding | null {
	const [a, b, c] = bytes;
	if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
	if (a === 0xff && b === 0xfe) return "utf-16le";
	if (a === 0xfe && b === 0xff) return "utf-16be";
	return null;
}

function encodingByZeros(bytes: Uint8Array): Encoding | null {
	const sample = bytes.subarray(0, 8192);
	let even = 0;
	let odd = 0;
	for (const [at, byte] of sample.entries()) {
		if (byte === 0 && at % 2 === 0) even++;
		else if (byte === 0) odd++;
	}
	// A stray zero byte in a short file is no UTF-16: even "a;b" over "1;2" has eight.
	const plenty = Math.max(sample.length / 50, 7);
	if (odd > plenty && even * 20 < odd) return "utf-16le";
	if (even > plenty && odd * 20 < even) return "utf-16be";
	return null;
}

function strictly(bytes: Uint8Array, encoding: Encoding): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** A UTF-8 file with a few broken bytes must not be shown as Windows-1252, where every umlaut would turn into two letters. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
	let whole = 0;
	let broken = 0;
	for (let at = 0; at < bytes.length; at++) {
		const lead = bytes[at] ?? 0;
		if (lead < 0x80) continue;
		const more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : 0;
		const rest = bytes.subarray(at + 1, at + 1 + more);
		if (more > 0 && rest.length === more && rest.every(isContinuation)) {
			whole++;
			at += more;
		} else broken++;
	}
	return whole > 4 * broken;
}

function isContinuation(byte: number): boolean {
	return (byte & 0xc0) === 0x80;
}
