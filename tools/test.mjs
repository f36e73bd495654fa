// npm test: the checks, then every test (architecture, unit, feature, browser) in one run of node's test runner.
// npm test -- FILE …: only these tests, without the checks.
import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { check } from "./check.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const chosen = process.argv.slice(2);
const files =
	chosen.length > 0
		? chosen
		: globSync("{src,test}/**/*.test.{ts,tsx}", { cwd: root }).map((file) =>
				join(root, file),
			);
if (chosen.length === 0 && !check()) process.exit(1);

const { status } = spawnSync(
	process.execPath,
	[
		...["--import", new URL("./hooks.mjs", import.meta.url).href],
		...["--test", `--test-global-setup=${join(root, "test/setup.ts")}`],
		...["--test-concurrency=2", "--test-force-exit", "--test-timeout=600000"],
		"--test-reporter=spec",
		...files.sort(),
	],
	{ cwd: chosen.length > 0 ? process.cwd() : root, stdio: "inherit" },
);
process.exit(status ?? 1);
