// Looks for a mark in bytes: as text of several encodings, as hex, as base64, and inside what is compressed.
import { brotliDecompressSync, constants, inflateRawSync } from "node:zlib";

export type Pattern = { readonly encoding: string; readonly bytes: Buffer };

/** A mark is of small letters and digits only, so that no escaping changes it. */
export function patternsOf(mark: string): readonly Pattern[] {
	const plain = Buffer.from(mark);
	const wide = Buffer.from(mark, "utf16le");
	return [
		{ encoding: "UTF-8", bytes: plain },
		{ encoding: "UTF-16LE", bytes: wide },
		{ encoding: "UTF-16BE", bytes: Buffer.from(wide).swap16() },
		{ encoding: "hex", bytes: Buffer.from(plain.toString("hex")) },
		{
			encoding: "HEX",
			bytes: Buffer.from(plain.toString("hex").toUpperCase()),
		},
		...[0, 1, 2].map((offset) => ({
			encoding: `base64 at ${offset}`,
			bytes: base64At(plain, offset),
		})),
	];
}

/** In which encodings the mark is found, also inside compressed streams. */
export function findIn(
	bytes: Buffer,
	patterns: readonly Pattern[],
): readonly string[] {
	const plain = patterns
		.filter((pattern) => bytes.includes(pattern.bytes))
		.map(({ encoding }) => encoding);
	const inside = [...streamsIn(bytes)].flatMap(({ kind, content }) =>
		patterns
			.filter((pattern) => content.includes(pattern.bytes))
			.map(({ encoding }) => `${encoding} in ${kind}`),
	);
	return [...plain, ...inside];
}

// The characters that depend on the mark alone, whatever comes before and after it.
function base64At(plain: Buffer, offset: number): Buffer {
	const text = Buffer.concat([Buffer.alloc(offset), plain])
		.toString("base64")
		.replace(/=+$/, "");
	const tail =
		(offset + plain.length) % 3 === 0 ? text.length : text.length - 1;
	return Buffer.from(text.slice(Math.ceil((offset * 8) / 6), tail));
}

/** How compressed streams begin, and how many bytes before the deflated ones. */
const starts: readonly {
	readonly kind: string;
	readonly magic: Buffer;
	readonly headOf: (bytes: Buffer) => number;
}[] = [
	{ kind: "gzip", magic: Buffer.from([0x1f, 0x8b, 0x08]), headOf: gzipHead },
	{ kind: "zlib", magic: Buffer.from([0x78, 0x9c]), headOf: () => 2 },
	{ kind: "zlib", magic: Buffer.from([0x78, 0xda]), headOf: () => 2 },
	{ kind: "zip", magic: Buffer.from("PK\x03\x04"), headOf: zipHead },
];

/** What one stream is read of: enough for any note, and for what stands around it. */
const longest = 256 * 1024;

function* streamsIn(
	bytes: Buffer,
): Generator<{ readonly kind: string; readonly content: Buffer }> {
	for (const { kind, magic, headOf } of starts)
		for (
			let at = bytes.indexOf(magic);
			at >= 0;
			at = bytes.indexOf(magic, at + 1)
		) {
			const stream = bytes.subarray(at, at + longest);
			const content = opened(() =>
				inflateRawSync(stream.subarray(headOf(stream)), partly),
			);
			if (content !== undefined) yield { kind, content };
		}
	// Brotli has no mark of its own: what is short enough to be an answer is tried as a whole.
	const brotli =
		bytes.length < longest
			? opened(() => brotliDecompressSync(bytes))
			: undefined;
	if (brotli !== undefined) yield { kind: "brotli", content: brotli };
}

const partly = {
	finishFlush: constants.Z_SYNC_FLUSH,
	maxOutputLength: 20_000_000,
};

// RFC 1952: ten bytes, then a file's name where flag 8 says so.
function gzipHead(bytes: Buffer): number {
	return (bytes[3] ?? 0) === 8 ? bytes.indexOf(0, 10) + 1 : 10;
}

function zipHead(bytes: Buffer): number {
	return 30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
}

function opened(open: () => Buffer): Buffer | undefined {
	try {
		return open();
	} catch {
		return undefined;
	}
}
