import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
	chownSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { StartupProblem } from "../startup-problem.ts";
import { postgresBinaries } from "./binaries.ts";
import { type RunAs, unprivilegedUser } from "./unprivileged.ts";

export type EmbeddedServer = {
	/** The superuser's address, on loopback and with a random password. */
	readonly url: string;
	readonly stop: () => Promise<void>;
};

export type EmbeddedOptions = {
	/** False only in tests: without fsync a power cut loses data. */
	readonly isDurable: boolean;
	/** A folder the unprivileged user can reach, for a copy of the binaries where the checkout is out of its reach. */
	readonly reachable: string;
};

/**
 * Starts PostgreSQL on `folder/postgres`, or takes over one that outlived its Baton. A server that another living Baton uses is joined
 * and left running at stop.
 */
export async function startEmbeddedServer(
	folder: string,
	{ isDurable, reachable }: EmbeddedOptions,
): Promise<EmbeddedServer> {
	const user = unprivilegedUser();
	const cluster = join(folder, "postgres");
	const passwordFile = join(folder, "postgres-password");
	if (!existsSync(join(cluster, "PG_VERSION"))) {
		const binaries = postgresBinaries(user, reachable);
		initialise(cluster, passwordFile, { binaries, user, isDurable });
	}
	const password = readFileSync(passwordFile, "utf8");
	const urlAt = (port: number) =>
		`postgres://postgres:${password}@127.0.0.1:${port}/postgres`;

	const running = runningServer(cluster);
	if (running !== undefined) {
		const isOwned = claim(folder);
		return {
			url: urlAt(running.port),
			stop: () => (isOwned ? stopProcess(running.pid) : Promise.resolve()),
		};
	}
	claim(folder);
	const binaries = postgresBinaries(user, reachable);
	const { port, pid } = await launch(binaries, cluster, { user, isDurable });
	return { url: urlAt(port), stop: () => stopProcess(pid) };
}

type Initialisation = {
	readonly binaries: string;
	readonly user: RunAs;
	readonly isDurable: boolean;
};

function initialise(
	cluster: string,
	passwordFile: string,
	{ binaries, user, isDurable }: Initialisation,
): void {
	makeFolder(cluster, user);
	const password = randomBytes(18).toString("base64url");
	const handover = mkdtempSync(join(tmpdir(), "baton-"));
	const handoverFile = join(handover, "password");
	writeFileSync(handoverFile, password, { mode: 0o600 });
	for (const path of [handover, handoverFile]) giveTo(path, user);
	const flags = [
		...["-D", cluster, "-U", "postgres", "-A", "scram-sha-256"],
		...[`--pwfile=${handoverFile}`, "-E", "UTF8", "--no-instructions"],
		...["--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
		...(isDurable ? [] : ["--no-sync"]),
	];
	const { status, stderr, error } = spawnSync(
		join(binaries, "bin/initdb"),
		flags,
		{ ...user, cwd: "/", encoding: "utf8", env: { LC_ALL: "C" } },
	);
	rmSync(handover, { recursive: true, force: true });
	if (status !== 0) {
		rmSync(cluster, { recursive: true, force: true });
		throw new StartupProblem(
			`The database could not be created in ${cluster}: ${(stderr || error?.message || "").trim()}`,
		);
	}
	writeFileSync(passwordFile, password, { mode: 0o600 });
}

function makeFolder(cluster: string, user: RunAs): void {
	try {
		mkdirSync(dirname(cluster), { recursive: true, mode: 0o755 });
		mkdirSync(cluster, { recursive: true, mode: 0o700 });
		giveTo(cluster, user);
	} catch (error) {
		throw new StartupProblem(
			`The data folder ${dirname(cluster)} cannot be written (${error instanceof Error ? error.message : String(error)}): free it, or set BATON_DATA to another folder.`,
		);
	}
}

function giveTo(path: string, { uid, gid }: RunAs): void {
	if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

/** The postmaster's own pid file says whether it runs, where, and (line 8) whether it is ready. */
function runningServer(
	cluster: string,
): { readonly pid: number; readonly port: number } | undefined {
	const file = join(cluster, "postmaster.pid");
	if (!existsSync(file)) return undefined;
	const lines = readFileSync(file, "utf8").split("\n");
	const pid = Number(lines[0]);
	const port = Number(lines[3]);
	return isAlive(pid) && lines[7]?.trim() === "ready"
		? { pid, port }
		: undefined;
}

/** Writes this process down as the server's owner, unless another living Baton already is. */
function claim(folder: string): boolean {
	const file = join(folder, "owner.pid");
	const owner = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
	if (owner !== process.pid && owner !== 0 && isAlive(owner)) return false;
	writeFileSync(file, String(process.pid));
	return true;
}

async function launch(
	binaries: string,
	cluster: string,
	{ user, isDurable }: { readonly user: RunAs; readonly isDurable: boolean },
): Promise<{ readonly port: number; readonly pid: number }> {
	const port = await freePort();
	const settings = [
		...["listen_addresses=127.0.0.1", "unix_socket_directories="],
		...["max_connections=60", "shared_buffers=128MB", "jit=off"],
		...(isDurable
			? []
			: ["fsync=off", "full_page_writes=off", "synchronous_commit=off"]),
	];
	const flags = ["-D", cluster, "-p", String(port)];
	// A process group of its own: Ctrl-C must reach Baton alone, which then stops the database last.
	const server = spawn(
		join(binaries, "bin/postgres"),
		[...flags, ...settings.flatMap((setting) => ["-c", setting])],
		{ ...user, cwd: "/", detached: true, stdio: ["ignore", "ignore", "pipe"] },
	);
	const { pid } = server;
	if (pid === undefined)
		throw new StartupProblem("PostgreSQL could not be started.");
	await new Promise<void>((resolve, reject) => {
		let log = "";
		server.stderr.on("data", (chunk) => {
			log = (log + String(chunk)).slice(-4_000);
			if (log.includes("ready to accept connections")) resolve();
		});
		server.once("exit", () =>
			reject(
				new StartupProblem(`PostgreSQL stopped at its start: ${log.trim()}`),
			),
		);
	});
	server.unref();
	if ("unref" in server.stderr && typeof server.stderr.unref === "function")
		server.stderr.unref();
	return { port, pid };
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once("error", reject);
		probe.listen(0, "127.0.0.1", () => {
			const address = probe.address();
			probe.close(() =>
				typeof address === "object" && address !== null
					? resolve(address.port)
					: reject(new Error("no port")),
			);
		});
	});
}

async function stopProcess(pid: number): Promise<void> {
	if (!isAlive(pid)) return;
	// SIGINT is PostgreSQL's fast shutdown: open transactions roll back, what is committed is written.
	process.kill(pid, "SIGINT");
	while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && "code" in error && error.code === "EPERM";
	}
}
