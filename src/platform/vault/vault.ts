// What the members of a relationship write for each other lies encrypted in the database: whoever holds the database, a dump or a disk
// without the key file reads nothing. Every column has a key of its own, derived (HKDF-SHA-256, RFC 5869) from the root key; every value is
// AES-256-GCM with a random nonce, bound to its table, column and row, so that no ciphertext can be moved elsewhere unnoticed. Texts are
// padded, so that a short answer cannot be told from its length. The first byte numbers the root key: two can be read while one replaces
// the other. This protects data at rest; a running Baton can read it. What not even Baton may read is sealed in the browser instead.
import {
	createCipheriv,
	createDecipheriv,
	hkdfSync,
	randomBytes,
} from "node:crypto";
import type { Sealed } from "./sealed.ts";

/** Root keys by number. */
export type Keys = ReadonlyMap<number, Buffer>;

/** "table.column" */
export type ColumnName = `${string}.${string}`;

/** The primary key of the row, in the order of its columns: it must be known before the value is sealed. */
export type RowKey = readonly string[];

export type Vault = {
	/** The number of the root key in use. */
	readonly version: () => number;
	/** 32 bytes for one purpose, always the same for the same root key. */
	readonly key: (purpose: string, version?: number) => Buffer;
	readonly seal: (column: ColumnName, row: RowKey, text: string) => Sealed;
	readonly open: (column: ColumnName, row: RowKey, sealed: Buffer) => string;
};

const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const SMALLEST = 32;
const PAGE = 4096;

/** `reread` looks at the key file again when a value names a key that was not there at the start: another process may have changed keys. */
export function makeVault(
	given: { readonly keys: Keys; readonly version: number },
	reread: () => Keys = () => given.keys,
): Vault {
	let { keys, version } = given;
	const derived = new Map<string, Buffer>();
	const rootKey = (number: number): Buffer => {
		const found = keys.get(number);
		if (found === undefined)
			throw new Error(`the key file holds no key ${number}`);
		return found;
	};
	const key = (purpose: string, number = version): Buffer => {
		const name = `${number} ${purpose}`;
		const known = derived.get(name) ?? derive(rootKey(number), purpose);
		derived.set(name, known);
		return known;
	};
	const learn = (number: number): void => {
		if (keys.has(number) && number <= version) return;
		if (!keys.has(number)) keys = reread();
		if (keys.has(number)) version = Math.max(version, number);
	};
	return {
		version: () => version,
		key,
		seal: (column, row, text) =>
			encrypt(key(purposeOf(column)), version, {
				about: aboutOf(column, row),
				plain: Buffer.from(text),
			}),
		open(column, row, sealed) {
			const number = sealed[0] ?? 0;
			learn(number);
			return decrypt(key(purposeOf(column), number), {
				about: aboutOf(column, row),
				sealed,
			}).toString("utf8");
		},
	};
}

export function derive(rootKey: Buffer, purpose: string): Buffer {
	return Buffer.from(hkdfSync("sha256", rootKey, "", `baton ${purpose}`, 32));
}

function purposeOf(column: ColumnName): string {
	return `column ${column}`;
}

function aboutOf(column: ColumnName, row: RowKey): Buffer {
	return Buffer.from(JSON.stringify([column, ...row]));
}

function encrypt(
	key: Buffer,
	version: number,
	{ about, plain }: { readonly about: Buffer; readonly plain: Buffer },
): Sealed {
	const nonce = randomBytes(NONCE);
	const cipher = createCipheriv("aes-256-gcm", key, nonce);
	cipher.setAAD(about);
	return Buffer.concat([
		Buffer.from([version]),
		nonce,
		cipher.update(padded(plain)),
		cipher.final(),
		cipher.getAuthTag(),
	]) as Sealed;
}

function decrypt(
	key: Buffer,
	{ about, sealed }: { readonly about: Buffer; readonly sealed: Buffer },
): Buffer {
	const nonce = sealed.subarray(VERSION, VERSION + NONCE);
	const body = sealed.subarray(VERSION + NONCE, -TAG);
	const decipher = createDecipheriv("aes-256-gcm", key, nonce, {
		authTagLength: TAG,
	});
	decipher.setAAD(about);
	decipher.setAuthTag(sealed.subarray(-TAG));
	return unpadded(Buffer.concat([decipher.update(body), decipher.final()]));
}

/** A one bit and zeros (ISO/IEC 7816-4), up to the next power of two, or for what is long to the next whole page. */
function padded(plain: Buffer): Buffer {
	let size = SMALLEST;
	while (size <= plain.length) size += Math.min(size, PAGE);
	const whole = Buffer.alloc(size);
	plain.copy(whole);
	whole[plain.length] = 0x80;
	return whole;
}

function unpadded(whole: Buffer): Buffer {
	return whole.subarray(0, whole.lastIndexOf(0x80));
}
