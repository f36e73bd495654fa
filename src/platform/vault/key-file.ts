import { randomBytes, randomUUID } from "node:crypto";
import {
	closeSync,
	fsyncSync,
	linkSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { StartupProblem } from "../startup-problem.ts";
import type { Keys } from "./vault.ts";

const heading =
	"# The key file of Baton. Without it nobody reads again what members wrote to each other: keep a copy,\n# apart from the copies of the database. A line is the number of a key, and the key.\n";

/** The root keys in the file, or undefined where there is no such file. Refuses one that others can read, or that is none. */
export function readKeyFile(path: string): Keys | undefined {
	const text = textOf(path);
	if (text === undefined) return undefined;
	const keys = new Map<number, Buffer>();
	for (const line of text.split("\n")) {
		if (line.trim() === "" || line.startsWith("#")) continue;
		const [, number, key] = /^(\d{1,3}) ([\w-]{43})\r?$/.exec(line) ?? [];
		if (number === undefined || key === undefined || !isNext(keys, number))
			throw malformed(path);
		keys.set(Number(number), Buffer.from(key, "base64url"));
	}
	if (keys.size === 0) throw malformed(path);
	return keys;
}

/** Makes the file with a first random key. Of two processes at once one makes it, and both go on with that one. */
export function createKeyFile(path: string): Keys {
	const draft = writeDraft(path, heading + lineOf(1, randomBytes(32)));
	try {
		linkSync(draft, path);
	} catch (error) {
		if (codeOf(error) !== "EEXIST") makeWithoutLink(path, draft);
	} finally {
		rmSync(draft, { force: true });
	}
	const keys = readKeyFile(path);
	if (keys === undefined) throw malformed(path);
	return keys;
}

/** Adds a random key after those in the file, and says its number. */
export function addKey(path: string): Keys {
	const keys = readKeyFile(path);
	if (keys === undefined) throw malformed(path);
	const next = newestOf(keys) + 1;
	if (next > 255)
		throw new StartupProblem(
			`The key file ${path} has come to its last number, 255: remove the lines of keys that no backup needs, and number anew.`,
		);
	const before = readFileSync(path, "utf8").replace(/\n*$/, "\n");
	renameSync(writeDraft(path, before + lineOf(next, randomBytes(32))), path);
	return readKeyFile(path) ?? keys;
}

export function newestOf(keys: Keys): number {
	return Math.max(...keys.keys());
}

function textOf(path: string): string | undefined {
	try {
		const { mode } = statSync(path);
		// Windows has no such bits; there the folder's own rights must do.
		if (process.platform !== "win32" && (mode & 0o077) !== 0)
			throw new StartupProblem(
				`The key file ${path} can be read by others: take that away with chmod 600 ${path}, and consider changing the key with ./baton rotate-key.`,
			);
		return readFileSync(path, "utf8");
	} catch (error) {
		if (codeOf(error) === "ENOENT") return undefined;
		if (error instanceof StartupProblem) throw error;
		throw new StartupProblem(
			`The key file ${path} cannot be read (${codeOf(error)}): make it readable for the user that Baton runs as, and for nobody else.`,
		);
	}
}

function isNext(keys: Keys, number: string): boolean {
	const [value, last] = [Number(number), [...keys.keys()].at(-1) ?? 0];
	return value > last && value <= 255;
}

function lineOf(number: number, key: Buffer): string {
	return `${number} ${key.toString("base64url")}\n`;
}

/** A file beside the real one, whole and on the disk before it gets its name. */
function writeDraft(path: string, text: string): string {
	const draft = `${path}.${randomUUID()}`;
	const file = openDraft(draft, path);
	try {
		writeFileSync(file, text);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
	return draft;
}

function openDraft(draft: string, path: string): number {
	try {
		mkdirSync(dirname(path), { recursive: true });
		return openSync(draft, "wx", 0o600);
	} catch (error) {
		throw new StartupProblem(
			`The key file ${path} cannot be written (${codeOf(error)}): let Baton write in its folder, or set BATON_KEY_FILE to a file elsewhere.`,
		);
	}
}

// Some shared folders know no links: there the file is made where it is not, and filled.
function makeWithoutLink(path: string, draft: string): void {
	try {
		writeFileSync(path, readFileSync(draft), { flag: "wx", mode: 0o600 });
	} catch (error) {
		if (codeOf(error) !== "EEXIST") throw error;
	}
}

function malformed(path: string): StartupProblem {
	return new StartupProblem(
		`The key file ${path} is not one of Baton's, or is damaged: put back the copy you keep of it.`,
	);
}

function codeOf(error: unknown): string {
	return error instanceof Error && "code" in error ? String(error.code) : "";
}
