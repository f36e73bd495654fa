import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { addKey, createKeyFile, newestOf, readKeyFile } from "./key-file.ts";

test("the first key file is readable for its owner alone, and read again the same", () => {
	using folder = temporaryFolder();
	const path = join(folder.path, "deep", "baton.key");
	const keys = createKeyFile(path);
	assert.equal(statSync(path).mode & 0o777, 0o600);
	assert.deepEqual(readKeyFile(path), keys);
	assert.equal(keys.get(1)?.length, 32);
	assert.deepEqual(readdirSync(join(folder.path, "deep")), ["baton.key"]);
});

test("of processes that start at once, one makes the key and all have it", async () => {
	using folder = temporaryFolder();
	const path = join(folder.path, "baton.key");
	const made = await Promise.all(
		Array.from({ length: 8 }, () => createElsewhere(path)),
	);
	assert.equal(new Set(made).size, 1);
	assert.deepEqual(readdirSync(folder.path), ["baton.key"]);
});

test("a file that others can read is refused in one sentence with the remedy", () => {
	using folder = temporaryFolder();
	const path = join(folder.path, "baton.key");
	createKeyFile(path);
	for (const mode of [0o640, 0o604, 0o660, 0o644]) {
		chmodSync(path, mode);
		assert.throws(() => readKeyFile(path), {
			name: "StartupProblem",
			message: /^The key file \S+ can be read by others: .*chmod 600/,
		});
	}
});

test("a file that is no key file is refused, and left as it is", () => {
	using folder = temporaryFolder();
	const path = join(folder.path, "baton.key");
	const key = Buffer.alloc(32, 1).toString("base64url");
	for (const text of [
		"",
		"# only a heading\n",
		"hello\n",
		`1 ${key.slice(1)}\n`,
		`1 ${key}\n1 ${key}\n`,
		`2 ${key}\n1 ${key}\n`,
		`0 ${key}\n`,
		`256 ${key}\n`,
		`1 ${key}\nand more\n`,
	]) {
		writeFileSync(path, text, { mode: 0o600 });
		assert.throws(() => readKeyFile(path), { name: "StartupProblem" }, text);
		assert.equal(readFileSync(path, "utf8"), text);
	}
});

test("a file edited on Windows is still read", () => {
	using folder = temporaryFolder();
	const path = join(folder.path, "baton.key");
	const keys = createKeyFile(path);
	const text = readFileSync(path, "utf8").replaceAll("\n", "\r\n");
	writeFileSync(path, text);
	assert.deepEqual(readKeyFile(path), keys);
});

test("a new key comes after the others, which stay", () => {
	using folder = temporaryFolder();
	const path = join(folder.path, "baton.key");
	const first = createKeyFile(path).get(1);
	const both = addKey(path);
	assert.equal(newestOf(both), 2);
	assert.deepEqual(both.get(1), first);
	assert.notDeepEqual(both.get(2), first);
	assert.equal(statSync(path).mode & 0o777, 0o600);
	assert.deepEqual(readKeyFile(path), both);
});

test("a folder that takes no file is one clear sentence", () => {
	using folder = temporaryFolder();
	const taken = join(folder.path, "taken");
	mkdirSync(taken);
	writeFileSync(join(taken, "file"), "");
	assert.throws(() => createKeyFile(join(taken, "file", "baton.key")), {
		name: "StartupProblem",
		message: /^The key file \S+ cannot be written/,
	});
});

/** Another process makes the file, and says the key it goes on with. */
function createElsewhere(path: string): Promise<string> {
	const program = `
		import { createKeyFile } from ${JSON.stringify(new URL("key-file.ts", import.meta.url).href)};
		process.stdout.write(createKeyFile(${JSON.stringify(path)}).get(1).toString("hex"));`;
	return new Promise((resolve, reject) =>
		execFile(
			process.execPath,
			["--input-type=module", "--eval", program],
			(error, stdout) => (error === null ? resolve(stdout) : reject(error)),
		),
	);
}

function temporaryFolder(): Disposable & { readonly path: string } {
	const path = mkdtempSync(join(tmpdir(), "baton-key-"));
	return {
		path,
		[Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
	};
}
