// What changed, told from transaction to stream by PostgreSQL itself (LISTEN/NOTIFY): one connection a process and database, opened when the
// first stream asks. A notification is only a reason to look: whoever hears nothing looks anyway after a while, so that a lost connection
// (or a pooler that forwards no notifications) costs seconds, never a change.
import { sql } from "kysely";
import pg from "pg";
import type { Tx } from "./database.ts";

const CHANNEL = "baton";

/** Says that something about a topic changed; heard by everyone who waits, in every process, once the transaction is committed. Ids and codes only. */
export async function notify(tx: Tx, topic: string): Promise<void> {
	await sql`select pg_notify(${CHANNEL}, ${topic})`.execute(tx);
}

export type Notifications = {
	/** Resolves when the topic is told, or after the time is over. Ask before looking, so that nothing between is missed. */
	readonly next: (topic: string, milliseconds: number) => Promise<void>;
	readonly close: () => Promise<void>;
};

export function notifications(applicationUrl: string): Notifications {
	const waiting = new Map<string, Set<() => void>>();
	let connection: Promise<pg.Client | undefined> | undefined;
	let isClosed = false;

	const wake = (topic: string) => {
		for (const resolve of waiting.get(topic) ?? []) resolve();
	};

	// A failure is no failure for whoever waits: they look after their time, and the next one to wait tries again.
	const listen = async (): Promise<pg.Client | undefined> => {
		const client = new pg.Client({
			connectionString: applicationUrl,
			application_name: "baton notifications",
			connectionTimeoutMillis: 10_000,
			keepAlive: true,
		});
		const forget = () => {
			connection = undefined;
		};
		client.on("error", forget);
		client.on("end", forget);
		client.on("notification", ({ payload }) => wake(payload ?? ""));
		try {
			await client.connect();
			await client.query(`listen ${CHANNEL}`);
			return client;
		} catch {
			forget();
			return undefined;
		}
	};

	return {
		async next(topic, milliseconds) {
			if (isClosed) return;
			connection ??= listen();
			await new Promise<void>((resolve) => {
				const own = waiting.get(topic) ?? new Set();
				waiting.set(topic, own);
				const done = () => {
					clearTimeout(timer);
					own.delete(done);
					if (own.size === 0 && waiting.get(topic) === own)
						waiting.delete(topic);
					resolve();
				};
				const timer = setTimeout(done, milliseconds);
				timer.unref();
				own.add(done);
			});
		},
		async close() {
			isClosed = true;
			for (const topic of waiting.keys()) wake(topic);
			const client = await connection;
			await client?.end();
		},
	};
}
