import type { FileProblem } from "./table.ts";

export type FileKind =
	| { readonly kind: "text" }
	| { readonly kind: "archive" }
	| { readonly kind: "refused"; readonly problem: FileProblem };

/** What a file is, from its first bytes: a name can say anything. */
export function fileKind(bytes: Uint8Array): FileKind {
	if (bytes.length === 0) return refused({ code: "empty" });
	if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return { kind: "archive" };
	if (startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) {
		return refused({ code: "other-archive" });
	}
	if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
		return refused({
			code: holdsEncryptedPackage(bytes) ? "encrypted" : "old-excel",
		});
	}
	if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) {
		return refused({ code: "pdf" });
	}
	return OTHER_SIGNATURES.some((signature) => startsWith(bytes, signature))
		? refused({ code: "not-a-table" })
		: { kind: "text" };
}

/** Whether decoded text is markup (many "Excel" exports are web pages) or bytes that were never text; null when it may be a table. */
export function textProblem(text: string): FileProblem | null {
	const start = text.slice(0, 2048).trimStart().toLowerCase();
	if (/^<(?:!doctype|\?xml|html|table|head|meta|style)\b/.test(start)) {
		return { code: "web-page" };
	}
	const sample = text.slice(0, 65_536);
	const odd = sample.match(ODD_CONTROLS)?.length ?? 0;
	return odd > 8 && odd > sample.length / 50 ? { code: "not-a-table" } : null;
}

// oxlint-disable-next-line no-control-regex -- what is counted here are control characters
const ODD_CONTROLS = /[\u0000-\u0008\u000B\u000E-\u001A\u001C-\u001F\uFFFD]/g;

/** GZIP, 7z, RAR, PNG, JPEG, SQLite. */
const OTHER_SIGNATURES = [
	[0x1f, 0x8b],
	[0x37, 0x7a, 0xbc, 0xaf],
	[0x52, 0x61, 0x72, 0x21],
	[0x89, 0x50, 0x4e, 0x47],
	[0xff, 0xd8, 0xff],
	[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66],
] as const;

function refused(problem: FileProblem): FileKind {
	return { kind: "refused", problem };
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
	return signature.every((byte, at) => bytes[at] === byte);
}

/** A workbook with a password is an OLE container whose directory names an EncryptedPackage, in UTF-16 ([MS-OFFCRYPTO] 2.3). */
function holdsEncryptedPackage(bytes: Uint8Array): boolean {
	const name = Buffer.from("EncryptedPackage", "utf16le");
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
		name,
	);
}
