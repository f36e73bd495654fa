import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

test("what was compiled is used again until the file changes", () => {
	const folder = join(root, ".baton");
	mkdirSync(folder, { recursive: true });
	const file = join(folder, "compiled-test.tsx");
	const run = (word: string) => {
		writeFileSync(file, `console.log((<p>${word}</p>).props.children);`);
		const { stdout, stderr } = spawnSync(
			process.execPath,
			["--import", "./tools/hooks.mjs", file],
			{ encoding: "utf8", cwd: root },
		);
		return stdout.trim() + stderr;
	};
	for (const word of ["first", "first", "second", "first"])
		assert.equal(run(word), word);
	rmSync(file);
});
