import { sql } from "kysely";
import type { Actor, Db, Process } from "./database.ts";

/**
 * Does one thing as a named process and hands the transaction back to whoever had it. For the few questions that a person's own rows cannot
 * answer: how many places are left.
 */
export function actingAs<T>(
	db: Db,
	process: Process,
	work: () => Promise<T>,
): Promise<T> {
	return actingFor(db, { kind: "process", process }, work);
}

/** The same as a person who is not the visitor: whoever a signed link was made for. */
export function actingAsPerson<T>(
	db: Db,
	person: string,
	work: () => Promise<T>,
): Promise<T> {
	return actingFor(db, { kind: "person", person }, work);
}

async function actingFor<T>(
	db: Db,
	actor: Actor,
	work: () => Promise<T>,
): Promise<T> {
	const person = actor.kind === "person" ? actor.person : "";
	const process = actor.kind === "process" ? actor.process : "";
	// One round trip: materialised, what was is read before what is to be is set.
	const { rows } = await sql<{ person: string; process: string }>`
		with before as materialized (
			select current_setting('baton.person', true) as person, current_setting('baton.process', true) as process
		)
		select before.person, before.process, set_config('baton.person', ${person}, true), set_config('baton.process', ${process}, true) from before
	`.execute(db);
	const result = await work();
	// After a failure the transaction is over, and with it whoever acted.
	const [before] = rows;
	await sql`
		select set_config('baton.person', ${before?.person ?? ""}, true), set_config('baton.process', ${before?.process ?? ""}, true)
	`.execute(db);
	return result;
}
