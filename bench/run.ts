// npm run bench -- NAME [options]: runs one benchmark and prints its table with the machine's name.
import { cpus, hostname, totalmem } from "node:os";

const benchmarks: Readonly<
	Record<
		string,
		() => Promise<{ run: (args: readonly string[]) => Promise<void> }>
	>
> = {
	pages: () => import("./pages.ts"),
	import: () => import("./people-import.ts"),
	matching: () => import("./matching/run.ts"),
	board: () => import("./board.ts"),
	year: () => import("./year.ts"),
	journal: () => import("./journal.ts"),
};

const [name = "", ...args] = process.argv.slice(2);
const load = benchmarks[name];
if (load === undefined) {
	process.stderr.write(
		`Usage: npm run bench -- ${Object.keys(benchmarks).join(" | ")}\n`,
	);
	process.exit(2);
}
const [processor] = cpus();
process.stdout.write(
	`${hostname()}: ${cpus().length} × ${processor?.model ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}\n\n`,
);
await (await load()).run(args);
process.exit(0);
