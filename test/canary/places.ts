// Everywhere that a text could be left behind by a server: its files, its database read as text, and its memory.
import {
	closeSync,
	openSync,
	readdirSync,
	readFileSync,
	readSync,
} from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { findIn, type Pattern } from "./search.ts";

/** Where the mark lies in the files under a folder, by file and encoding. */
export function foundInFiles(
	folder: string,
	patterns: readonly Pattern[],
): readonly string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.flatMap((entry) => {
			const path = join(entry.parentPath, entry.name);
			return findIn(readFileSync(path), patterns).map(
				(encoding) => `${path.slice(folder.length)}: ${encoding}`,
			);
		});
}

/** From now on the database's log tells every statement with what was bound to it, and whatever else it can. */
export async function logEverything(url: string): Promise<void> {
	const client = new pg.Client(url);
	await client.connect();
	try {
		await client.query("alter system set log_statement = 'all'");
		await client.query("alter system set log_min_messages = 'debug2'");
		await client.query("alter system set log_parameter_max_length = -1");
		await client.query("select pg_reload_conf()");
	} finally {
		await client.end();
	}
}

/** Every row of every table as text, as a dump would hold it: what the database compresses is plain here. */
export async function foundInRows(
	url: string,
	patterns: readonly Pattern[],
): Promise<readonly string[]> {
	const client = new pg.Client(url);
	await client.connect();
	try {
		const { rows: tables } = await client.query<{ name: string }>(
			`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
		);
		const found: string[] = [];
		for (const { name } of tables) {
			const { rows } = await client.query<{ all: string | null }>(
				`select string_agg(row::text, E'\\n') as all from ${name} as row`,
			);
			found.push(
				...findIn(Buffer.from(rows[0]?.all ?? ""), patterns).map(
					(encoding) => `${name}: ${encoding}`,
				),
			);
		}
		return found;
	} finally {
		await client.end();
	}
}

/** In the memory of a running process; undefined where this machine does not let one look (only Linux does, and not every one). */
export function foundInMemory(
	pid: number,
	patterns: readonly Pattern[],
): readonly string[] | undefined {
	try {
		const regions = readFileSync(`/proc/${pid}/maps`, "utf8")
			.split("\n")
			.flatMap((line) => {
				const [, from = "", to = ""] =
					/^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
				return from === ""
					? []
					: [{ from: BigInt(`0x${from}`), to: BigInt(`0x${to}`) }];
			});
		const memory = openSync(`/proc/${pid}/mem`, "r");
		try {
			const found = regions.flatMap((region) =>
				foundInRegion(memory, region, patterns),
			);
			return [...new Set(found)];
		} finally {
			closeSync(memory);
		}
	} catch {
		return undefined;
	}
}

const window = 64 * 1024 * 1024;

function foundInRegion(
	memory: number,
	{ from, to }: { readonly from: bigint; readonly to: bigint },
	patterns: readonly Pattern[],
): readonly string[] {
	const found: string[] = [];
	// Windows overlap, so that no mark falls between two.
	for (let at = from; at < to; at += BigInt(window - 256)) {
		const size = Number(to - at < BigInt(window) ? to - at : BigInt(window));
		const bytes = Buffer.allocUnsafe(size);
		try {
			readSync(memory, bytes, 0, size, at);
		} catch {
			continue;
		}
		for (const { encoding, bytes: pattern } of patterns)
			if (bytes.includes(pattern)) found.push(encoding);
	}
	return found;
}

/** The demonstration's database, as the superuser of the embedded server. */
export function databaseIn(folder: string): string {
	const data = join(folder, "data");
	const port = readFileSync(
		join(data, "postgres/postmaster.pid"),
		"utf8",
	).split("\n")[3];
	const password = readFileSync(join(data, "postgres-password"), "utf8");
	return `postgres://postgres:${password}@127.0.0.1:${port}/baton_demonstration`;
}
