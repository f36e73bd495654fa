// Baton as its operators run it: processes of their own.
import { type ChildProcess, spawn } from "node:child_process";
import {
	chmodSync,
	existsSync,
	mkdtempSync,
	readFileSync,
	rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Starts Baton itself; `ready` is its address once it answers. */
export function start(
	environment: Readonly<Record<string, string>>,
	args: readonly string[] = [],
) {
	const running = run(["serve", ...args], { PORT: "0", ...environment });
	const ready = new Promise<string>((resolve, reject) => {
		running.child.stderr?.on("data", () => {
			const url = /ready at (http:\S+)/.exec(running.said())?.[1];
			if (url !== undefined) resolve(url);
		});
		void running.ended.then(({ said }) => reject(new Error(said)));
	});
	ready.catch(() => {});
	return { ...running, ready };
}

/** Runs a command of Baton's. */
export function run(
	args: readonly string[],
	environment: Readonly<Record<string, string>> = {},
) {
	const { DATABASE_URL: _, ...inherited } = process.env;
	const child: ChildProcess = spawn(
		process.execPath,
		["--import", "./tools/hooks.mjs", "src/main.ts", ...args],
		{ cwd: root, env: { ...inherited, ...environment } },
	);
	let output = "";
	for (const pipe of [child.stderr, child.stdout])
		pipe?.on("data", (chunk) => {
			output += String(chunk);
		});
	const ended = new Promise<{ code: number | null; said: string }>((resolve) =>
		child.once("close", (code) => resolve({ code, said: output })),
	);
	const end = async (signal: NodeJS.Signals) => {
		child.kill(signal);
		return (await ended).code;
	};
	return {
		child,
		ended,
		said: () => output,
		stop: () => end("SIGINT"),
		kill: () => end("SIGKILL"),
	};
}

export function temporaryFolder(): Disposable & { readonly path: string } {
	const path = mkdtempSync(join(tmpdir(), "baton-start-"));
	chmodSync(path, 0o755);
	return {
		path,
		[Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
	};
}

/** The process id of the database server that `folder`/data belongs to, while it runs. */
export function postmasterOf(folder: string): number | undefined {
	const file = join(folder, "data/postgres/postmaster.pid");
	if (!existsSync(file)) return undefined;
	return Number(readFileSync(file, "utf8").split("\n")[0]);
}
