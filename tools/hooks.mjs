// Node strips the types from .ts itself; .tsx also needs its JSX compiled. Loaded with --import, and inherited by worker threads.
// What came out is kept in .baton/compiled with the hash of what went in: only the first process after a change compiles.
import { createHash } from "node:crypto";
import {
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	writeFileSync,
} from "node:fs";
import { createRequire, enableCompileCache, registerHooks } from "node:module";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const kept = join(root, ".baton", "compiled");
const require = createRequire(import.meta.url);
const compiler = require("esbuild/package.json").version;
const options = {
	loader: "tsx",
	jsx: "automatic",
	jsxImportSource: "preact",
	sourcemap: "inline",
	target: "node24",
};

enableCompileCache(join(kept, "node"));
registerHooks({
	load(url, context, next) {
		if (!url.endsWith(".tsx")) return next(url, context);
		const file = fileURLToPath(url);
		return { format: "module", shortCircuit: true, source: compiled(file) };
	},
});

function compiled(file) {
	const source = readFileSync(file, "utf8");
	const stamp = `\n//${hashOf(JSON.stringify([compiler, options, file, source]))}\n`;
	const place = join(kept, relative(root, file).replaceAll(sep, "+"));
	const before = existsSync(place) ? readFileSync(place, "utf8") : "";
	if (before.endsWith(stamp)) return before;
	const { code } = require("esbuild").transformSync(source, {
		...options,
		sourcefile: file,
	});
	keep(place, code + stamp);
	return code;
}

function hashOf(text) {
	return createHash("sha256").update(text).digest("hex");
}

// Renamed into place whole: another process reads all of it or nothing.
function keep(place, text) {
	try {
		mkdirSync(kept, { recursive: true });
		writeFileSync(`${place}.${process.pid}`, text);
		renameSync(`${place}.${process.pid}`, place);
	} catch {
		// A checkout that is only read compiles each time.
	}
}
