// Node strips the types from .ts itself; .tsx also needs its JSX compiled. Loaded with --import, and inherited by worker threads.
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";

registerHooks({
	load(url, context, next) {
		if (!url.endsWith(".tsx")) return next(url, context);
		const sourcefile = fileURLToPath(url);
		const { code } = transformSync(readFileSync(sourcefile, "utf8"), {
			loader: "tsx",
			jsx: "automatic",
			jsxImportSource: "preact",
			sourcemap: "inline",
			sourcefile,
			target: "node24",
		});
		return { format: "module", shortCircuit: true, source: code };
	},
});
