import { inspect } from "node:util";
import type { Command, Io } from "./commands/io.ts";

/** Every command, loaded only when it is asked for: `match` and `assign` must not pay for the database. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
	serve: () => import("./commands/serve.ts"),
	migrate: () => import("./commands/migrate.ts"),
	"rotate-key": () => import("./commands/rotate-key.ts"),
	demo: () => import("./commands/demo.ts"),
	"grant-office": () => import("./commands/grant-office.ts"),
	"import-people": () => import("./commands/import-people.ts"),
	match: () => import("./commands/match.ts"),
	assign: () => import("./commands/assign.ts"),
	"check-journal": () => import("./commands/check-journal.ts"),
	"dry-run": () => import("./commands/dry-run.ts"),
	"list-browser-files": () => import("./commands/list-browser-files.ts"),
	"erase-again": () => import("./commands/erase-again.ts"),
	"verify-lottery": () => import("./commands/verify-lottery.ts"),
};

const io: Io = {
	stdout: (text) => void process.stdout.write(text),
	stderr: (text) => void process.stderr.write(text),
};

// Whoever reads our output may stop reading (`| head`): that is no failure of ours.
for (const stream of [process.stdout, process.stderr])
	stream.on("error", (error) => {
		if ("code" in error && error.code === "EPIPE") process.exit(0);
		throw error;
	});
const code = await dispatch(process.argv.slice(2)).catch(explainFailure);
// What is still on its way through a pipe goes first; then nothing may keep a finished command alive, not even a pooled connection.
for (const stream of [process.stdout, process.stderr])
	await new Promise<void>((resolve) => void stream.write("", () => resolve()));
process.exit(code);

async function dispatch([name = "--help", ...args]: readonly string[]) {
	const load = commands[name];
	if (load === undefined) return explainUsage(name);
	const command = await load();
	if (args.includes("--help")) {
		io.stdout(`${command.help}\n`);
		return 0;
	}
	return command.run(args, io);
}

// Two kinds of failure are ours to explain in a sentence; anything else is a bug and shows where it happened.
function explainFailure(error: unknown): number {
	if (error instanceof Error && error.name === "StartupProblem") {
		io.stderr(`${error.message}\n`);
		return 1;
	}
	const isUsage =
		error instanceof Error &&
		"code" in error &&
		String(error.code).startsWith("ERR_PARSE_ARGS");
	io.stderr(`${isUsage ? error.message : inspect(error)}\n`);
	return isUsage ? 2 : 1;
}

function explainUsage(name: string): number {
	const isQuestion = ["--help", "-h", "help"].includes(name);
	const names = Object.keys(commands).join(", ");
	const text = `Usage: ./baton COMMAND [--help]\n\nCommands: ${names}\n`;
	if (isQuestion) io.stdout(text);
	else io.stderr(`There is no command "${name}".\n\n${text}`);
	return isQuestion ? 0 : 2;
}
