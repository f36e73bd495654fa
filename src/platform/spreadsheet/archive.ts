import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";

/**
 * Zip archives read with suspicion. The list of contents is judged first, before a byte is unpacked; then each part is unpacked with a hard
 * limit on what comes out, because the sizes in the list can lie. Layout: APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.3.16.
 */
export interface ArchiveEntry {
	readonly name: string;
	readonly isEncrypted: boolean;
	readonly method: number;
	readonly packedBytes: number;
	readonly declaredBytes: number;
	readonly at: number;
}

export type Unpacking =
	| {
			readonly ok: true;
			readonly parts: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
	  }
	| { readonly ok: false; readonly why: "archive-bomb" | "damaged" };

export const MOST_UNPACKED_BYTES = 120_000_000;

/** The archive's own list of contents, or null when it has none that makes sense. */
export function listEntries(bytes: Uint8Array): readonly ArchiveEntry[] | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	try {
		const end = findEnd(view);
		return end === null ? null : readDirectory(view, bytes, end);
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}

/** Whether the declared sizes alone already say that this is no document anyone typed. */
export function looksLikeBomb(entries: readonly ArchiveEntry[]): boolean {
	const total = entries.reduce((sum, entry) => sum + entry.declaredBytes, 0);
	return (
		entries.length > MOST_ENTRIES ||
		total > MOST_UNPACKED_BYTES ||
		entries.some(
			(entry) =>
				entry.declaredBytes > SUSPICIOUS_BYTES &&
				entry.declaredBytes > entry.packedBytes * STEEPEST_RATIO,
		)
	);
}

/** Unpacks these entries, all together to at most MOST_UNPACKED_BYTES. */
export async function unpack(
	bytes: Uint8Array,
	entries: readonly ArchiveEntry[],
): Promise<Unpacking> {
	const parts = new Map<string, Uint8Array<ArrayBuffer>>();
	let budget = MOST_UNPACKED_BYTES;
	for (const entry of entries) {
		const packed = packedBytes(bytes, entry);
		if (packed === null) return { ok: false, why: "damaged" };
		const part = await inflated(packed, entry.method, budget);
		if (!part.ok) return part;
		budget -= part.bytes.length;
		parts.set(entry.name, part.bytes);
	}
	return { ok: true, parts };
}

const MOST_ENTRIES = 2000;
const SUSPICIOUS_BYTES = 5_000_000;
/** Sheets of real data shrink to a tenth or a thirtieth; deflate at its limit reaches 1,032. */
const STEEPEST_RATIO = 200;

const END = 0x06054b50;
const END_64_LOCATOR = 0x07064b50;
const END_64 = 0x06064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const IN_EXTRA_FIELD = 0xffffffff;

interface DirectoryPlace {
	readonly at: number;
	readonly count: number;
}

function findEnd(view: DataView): DirectoryPlace | null {
	const last = view.byteLength - 22;
	for (let at = last; at >= 0 && at > last - 65_536; at--) {
		if (view.getUint32(at, true) !== END) continue;
		const place = {
			at: view.getUint32(at + 16, true),
			count: view.getUint16(at + 10, true),
		};
		const isLarge = place.at === IN_EXTRA_FIELD || place.count === 0xffff;
		return isLarge ? findEnd64(view, at - 20) : place;
	}
	return null;
}

function findEnd64(view: DataView, locator: number): DirectoryPlace | null {
	if (view.getUint32(locator, true) !== END_64_LOCATOR) return null;
	const at = Number(view.getBigUint64(locator + 8, true));
	if (view.getUint32(at, true) !== END_64) return null;
	return {
		at: Number(view.getBigUint64(at + 48, true)),
		count: Number(view.getBigUint64(at + 32, true)),
	};
}

function readDirectory(
	view: DataView,
	bytes: Uint8Array,
	place: DirectoryPlace,
): readonly ArchiveEntry[] | null {
	const entries: ArchiveEntry[] = [];
	let at = place.at;
	for (let index = 0; index < place.count; index++) {
		if (view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
		const nameLength = view.getUint16(at + 28, true);
		const extraLength = view.getUint16(at + 30, true);
		const extraAt = at + 46 + nameLength;
		const name = bytes.subarray(at + 46, extraAt);
		entries.push({
			name: new TextDecoder().decode(name).replaceAll("\\", "/"),
			isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
			method: view.getUint16(at + 10, true),
			...sizes(view, at, extraAt, extraAt + extraLength),
		});
		at = extraAt + extraLength + view.getUint16(at + 32, true);
	}
	return entries;
}

/** Sizes and place of an entry; those too large for their field (some programs always say so) stand in the Zip64 extra field, in this order. */
function sizes(view: DataView, at: number, extraAt: number, extraEnd: number) {
	let wide = zip64Field(view, extraAt, extraEnd);
	const read = (field: number): number => {
		const value = view.getUint32(at + field, true);
		if (value !== IN_EXTRA_FIELD || wide === null) return value;
		wide += 8;
		return Number(view.getBigUint64(wide - 8, true));
	};
	const declaredBytes = read(24);
	const packedSize = read(20);
	return { declaredBytes, packedBytes: packedSize, at: read(42) };
}

function zip64Field(view: DataView, from: number, end: number): number | null {
	for (let at = from; at + 4 <= end; ) {
		if (view.getUint16(at, true) === 1) return at + 4;
		at += 4 + view.getUint16(at + 2, true);
	}
	return null;
}

function packedBytes(
	bytes: Uint8Array,
	entry: ArchiveEntry,
): Uint8Array | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const { at } = entry;
	if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL_ENTRY) {
		return null;
	}
	const from =
		at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
	const end = from + entry.packedBytes;
	return end > bytes.length ? null : bytes.subarray(from, end);
}

type Part =
	| { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
	| { readonly ok: false; readonly why: "archive-bomb" | "damaged" };

const inflateRawAsync = promisify(inflateRaw);

async function inflated(
	packed: Uint8Array,
	method: number,
	budget: number,
): Promise<Part> {
	if (method === 0 && packed.length <= budget) {
		return { ok: true, bytes: new Uint8Array(packed) };
	}
	if (method === 0 || budget < 1) return { ok: false, why: "archive-bomb" };
	if (method !== 8) return { ok: false, why: "damaged" };
	try {
		const bytes = await inflateRawAsync(packed, { maxOutputLength: budget });
		return { ok: true, bytes: new Uint8Array(bytes) };
	} catch (error) {
		const isTooLarge =
			error instanceof Error &&
			"code" in error &&
			error.code === "ERR_BUFFER_TOO_LARGE";
		return { ok: false, why: isTooLarge ? "archive-bomb" : "damaged" };
	}
}
