// Statements that are prepared once a connection. Row-level security makes a statement of one line a plan of fifty: to plan it and carry it out takes
// two to four times as long as to carry out what was planned.
import type {
	PostgresCursor,
	PostgresPool,
	PostgresPoolClient,
	PostgresQueryResult,
} from "kysely";
import pg from "pg";

export type Preparing = {
	/** How many statements a connection keeps prepared; of more, those that were asked for longest ago are forgotten. */
	readonly kept: number;
};

/**
 * A pool whose statements are prepared. PostgreSQL plans the first five of each for their values, then one for all where that is not dearer
 * (plan_cache_mode); what is asked of many at once is planned each time.
 */
export function preparing(pool: pg.Pool, { kept }: Preparing): PostgresPool {
	// What was prepared before a table changed is of no use on any connection.
	let generation = 0;
	const opened = new WeakMap<pg.PoolClient, number>();
	return {
		options: pool.options,
		end: () => pool.end(),
		connect: async () => {
			const client = await pool.connect();
			const since = opened.get(client) ?? generation;
			opened.set(client, since);
			return preparingOn(client, {
				release: () => {
					const { isStale } = preparedOn(client);
					if (isStale) generation += 1;
					if (isStale || since < generation) client.release(true);
					else
						void forgetBeyond(client, kept).then(
							() => client.release(),
							(error: unknown) =>
								client.release(error instanceof Error ? error : true),
						);
				},
			});
		},
	};
}

type Prepared = {
	/** By statement, those asked for last at the end. */
	readonly names: Map<string, string>;
	/** How many were prepared ever: no name is given twice. */
	count: number;
	isStale: boolean;
};

const known = new WeakMap<pg.ClientBase, Prepared>();

function preparedOn(client: pg.ClientBase): Prepared {
	const prepared = known.get(client) ?? {
		names: new Map<string, string>(),
		count: 0,
		isStale: false,
	};
	known.set(client, prepared);
	return prepared;
}

/** One connection. `said`: what is sent for a statement that is not prepared. */
export function preparingOn(
	client: pg.ClientBase,
	{
		release,
		said = (text) => text,
	}: {
		readonly release: () => void;
		readonly said?: (text: string) => string;
	},
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
		if (values.length === 0 && !isOneStatement.test(text))
			return client.query(said(text));
		if (values.some(isOfMany)) return client.query(text, [...values]);
		return ask(client, { text, values: [...values] });
	}
	return { query, release };
}

/** What opens and closes a transaction is said in one message with other things, and cannot be prepared. */
const isOneStatement = /^\s*(?:select|with|insert|update|delete)\b/;

/** Beyond this many a plan for all is a bad one for these. */
const many = 50;

function isOfMany(value: unknown): boolean {
	return Array.isArray(value) && value.length > many;
}

async function ask(
	client: pg.ClientBase,
	{ text, values }: { readonly text: string; readonly values: unknown[] },
) {
	const prepared = preparedOn(client);
	const known = prepared.names.get(text);
	const name = known ?? `baton${(prepared.count += 1)}`;
	try {
		const result = await client.query({ name, text, values });
		prepared.names.delete(text);
		prepared.names.set(text, name);
		return result;
	} catch (error) {
		if (known !== undefined && isOutdated(error)) prepared.isStale = true;
		throw error;
	}
}

/** A table has other columns now than when the statement was prepared, or the server has forgotten it. */
function isOutdated(error: unknown): boolean {
	return (
		error instanceof pg.DatabaseError &&
		(error.code === "26000" ||
			(error.code === "0A000" && error.message.includes("cached plan")))
	);
}

async function forgetBeyond(
	client: pg.ClientBase,
	kept: number,
): Promise<void> {
	const { names } = preparedOn(client);
	for (const [text, name] of names) {
		if (names.size <= kept) return;
		names.delete(text);
		await client.query(`deallocate ${name}`);
	}
}
