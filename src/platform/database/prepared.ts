import { createHash } from "node:crypto";
import type {
	PostgresCursor,
	PostgresPool,
	PostgresPoolClient,
	PostgresQueryResult,
} from "kysely";
import type pg from "pg";

/** A pool whose statements are prepared once a connection: a year asks the same few hundred questions hundreds of thousands of times. */
export function preparing(pool: pg.Pool): PostgresPool {
	return {
		options: pool.options,
		end: () => pool.end(),
		connect: async () => {
			const client = await pool.connect();
			return preparingOn(client, () => client.release());
		},
	};
}

/** `said`: what is sent for a statement without values. */
export function preparingOn(
	client: pg.ClientBase,
	release: () => void,
	said: (text: string) => string = (text) => text,
): PostgresPoolClient {
	function query<R>(
		text: string,
		values: readonly unknown[],
	): Promise<PostgresQueryResult<R>>;
	function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
	function query(
		text: string | PostgresCursor<unknown>,
		values: readonly unknown[] = [],
	): unknown {
		if (typeof text !== "string") throw new Error("no cursors here");
		return values.length === 0
			? client.query(said(text))
			: client.query({ name: nameOf(text), text, values: [...values] });
	}
	return { query, release };
}

const names = new Map<string, string>();

function nameOf(text: string): string {
	const known = names.get(text);
	if (known !== undefined) return known;
	const name = createHash("sha256").update(text).digest("hex").slice(0, 32);
	names.set(text, name);
	return name;
}
