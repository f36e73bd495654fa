// The peers that the engine is measured against, each in a process of its own. A peer that is not there is named, not hidden.
import { execFile } from "node:child_process";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Instance } from "./instances.ts";

export type Measured = {
	readonly seconds: number;
	/** Seconds of the processor, all threads together: what other work on the machine disturbs least. */
	readonly processor?: number;
	readonly pairs: number;
	readonly total: number;
	readonly megabytes?: number;
	readonly note?: string;
};

export type Peer = {
	readonly name: string;
	/** Whether it can be expected to end in time; `--patient` runs it all the same. */
	fits(instance: Instance): boolean;
	readonly command: string;
	readonly args: readonly string[];
};

const run = promisify(execFile);
const here = (file: string) =>
	fileURLToPath(new URL(`./peers/${file}`, import.meta.url));
const hooks = fileURLToPath(new URL("../../tools/hooks.mjs", import.meta.url));

/** Runs a program on a cohort file: what it printed, or why it printed nothing. */
export async function measure(
	command: string,
	args: readonly string[],
	file: string,
	limitSeconds: number,
): Promise<Measured | string> {
	const [script = "", ...rest] = args;
	try {
		const { stdout } = await run(
			command,
			[...(script ? [script] : []), file, ...rest],
			{
				timeout: limitSeconds * 1000,
				maxBuffer: 1 << 20,
			},
		);
		const measured: Measured = JSON.parse(stdout);
		return measured;
	} catch (error) {
		const isLate =
			error instanceof Error && "killed" in error && error.killed === true;
		return isLate ? `not finished after ${limitSeconds} s` : "failed";
	}
}

export function engine(way: "" | "simplex", file: string, limit: number) {
	return run(
		execPath,
		[
			"--max-old-space-size=8192",
			"--import",
			hooks,
			here("engine.ts"),
			file,
			way,
		],
		{ timeout: limit * 1000 },
	).then(
		({ stdout }): Measured => JSON.parse(stdout),
		(error: unknown) => `failed: ${String(error).slice(0, 300)}`,
	);
}

export function npmPeer(name: string, file: string, limit: number) {
	return run(
		execPath,
		[
			"--max-old-space-size=8192",
			"--import",
			hooks,
			here("npm-peers.ts"),
			file,
			name,
		],
		{ timeout: limit * 1000 },
	).then(
		({ stdout }): Measured => JSON.parse(stdout),
		(error: { killed?: boolean }) =>
			error.killed === true ? `not finished after ${limit} s` : "failed",
	);
}

/** The peers of this machine and the reasons why others are missing. `folder` takes the compiled program. */
export async function peersHere(folder: string): Promise<{
	readonly peers: readonly Peer[];
	readonly missing: readonly string[];
}> {
	const missing: string[] = [];
	const peers: Peer[] = [];
	const lemon = join(folder, "lemon_peer");
	try {
		await run("g++", ["-O3", "-o", lemon, here("lemon_peer.cpp")]);
		await access(lemon);
		const always = () => true;
		peers.push(
			{
				name: "LEMON network simplex (C++)",
				fits: always,
				command: lemon,
				args: ["", "simplex"],
			},
			{
				name: "LEMON cost scaling (C++)",
				fits: always,
				command: lemon,
				args: ["", "scaling"],
			},
		);
	} catch {
		missing.push("LEMON: needs g++ and liblemon-dev");
	}
	try {
		await run("python3", ["-c", "import scipy.sparse.csgraph"]);
		const script = here("scipy_peer.py");
		const isSparse = ({ candidates, mentors }: Instance) =>
			candidates < mentors;
		const isModest = (one: Instance) => one.mentees <= 100_000;
		peers.push(
			{
				name: "SciPy sparse, places as rows",
				fits: (one) => isSparse(one) && isModest(one),
				command: "python3",
				args: [script, "places"],
			},
			{
				name: "SciPy sparse, mentees as rows",
				fits: (one) => isSparse(one) && one.mentees <= 10_000,
				command: "python3",
				args: [script, "mentees"],
			},
			{
				name: "SciPy dense",
				fits: (one) => one.mentees <= 1000 || !isSparse(one),
				command: "python3",
				args: [script, "dense"],
			},
		);
	} catch {
		missing.push("SciPy: needs python3 with scipy");
	}
	return { peers, missing };
}
