// Types, lint, format, and what is generated: everything that reads the code without running the product.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const packages = join(root, "node_modules");
const hooks = ["--import", new URL("./hooks.mjs", import.meta.url).href];

const steps = [
	["types", [join(packages, "typescript/bin/tsc"), "-b"]],
	[
		"lint",
		[join(packages, "oxlint/bin/oxlint"), "--type-aware", "--quiet", "."],
	],
	[
		"format",
		[join(packages, "@biomejs/biome/bin/biome"), "format", "--colors=off", "."],
	],
	["generated files", [...hooks, "tools/generate.ts", "--check"]],
];

export function check() {
	return steps.every((step) => {
		const [name, args] = /** @type {[string, string[]]} */ (step);
		const { status, stdout, stderr } = spawnSync(process.execPath, args, {
			cwd: root,
			encoding: "utf8",
			env: process.env,
		});
		process.stdout.write(`${status === 0 ? "ok" : "FAILED"}  ${name}\n`);
		if (status !== 0) process.stdout.write(`${stdout}${stderr}\n`);
		return status === 0;
	});
}

if (process.argv[1] === fileURLToPath(import.meta.url))
	process.exitCode = check() ? 0 : 1;
