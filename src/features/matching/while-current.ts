// Work on a round's result that may take long: given up where the round is computed anew meanwhile, so that it makes room for the next.
import {
	type Database,
	transact,
	type Tx,
} from "../../platform/database/database.ts";

/** A result of a round, by its fingerprint. */
export type Result = { readonly round: string; readonly fingerprint: string };

const MILLISECONDS_BETWEEN_LOOKS = 1000;

/** What the work comes to; nothing where it was given up. Throws what the work throws. */
export async function whileCurrent<Found>(
	database: Database,
	result: Result,
	work: (signal: AbortSignal) => Promise<Found>,
): Promise<Found | undefined> {
	const stop = new AbortController();
	const watch = setInterval(() => {
		void as(database, (tx) => isCurrent(tx, result)).then(
			(isWanted) => isWanted || stop.abort(new Error("overtaken")),
			() => {},
		);
	}, MILLISECONDS_BETWEEN_LOOKS);
	try {
		return await work(stop.signal);
	} catch (error) {
		if (stop.signal.aborted) return undefined;
		throw error;
	} finally {
		clearInterval(watch);
	}
}

async function isCurrent(
	tx: Tx,
	{ round, fingerprint }: Result,
): Promise<boolean> {
	const row = await tx
		.selectFrom("round")
		.select("id")
		.where("id", "=", round)
		.where("fingerprint", "=", fingerprint)
		.executeTakeFirst();
	return row !== undefined;
}

function as<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
	return transact(
		database,
		{ actor: { kind: "process", process: "pairing" }, access: "read" },
		work,
	);
}
