import {
	type Actor,
	actAs,
	actorOf,
	type Db,
	type Process,
} from "./database.ts";

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
	const before = actorOf(db);
	if (isSame(before, actor)) return work();
	await actAs(db, actor);
	const result = await work();
	// After a failure the transaction is over, and with it whoever acted.
	await actAs(db, before);
	return result;
}

function isSame(one: Actor, other: Actor): boolean {
	return one.kind === "person"
		? other.kind === "person" && one.person === other.person
		: other.kind === "process" && one.process === other.process;
}
