// What the database gives custodians and members, whatever the application asks.
import { transact, type Tx } from "../src/platform/database/database.ts";
import type { Custodian, CustodyWorld } from "./custodians.ts";
import { asOwner } from "./owner.ts";

export function as<T>(
	world: CustodyWorld,
	person: string,
	work: (tx: Tx) => Promise<T>,
): Promise<T> {
	return transact(
		world.database,
		{ actor: { kind: "person", person }, access: "write" },
		work,
	);
}

/** What the database gives a custodian, whatever the application asks. */
export function copiesOf(
	world: CustodyWorld,
	{ person }: Custodian,
): Promise<number> {
	return as(
		world,
		person,
		async (tx) =>
			(await tx.selectFrom("recovery_copy").selectAll().execute()).length,
	);
}

export function notesOf(
	world: CustodyWorld,
	{ person }: Custodian,
): Promise<number> {
	return as(
		world,
		person,
		async (tx) => (await tx.selectFrom("note").selectAll().execute()).length,
	);
}

export async function mailsTo(
	world: CustodyWorld,
	kind: string,
): Promise<readonly number[]> {
	const rows = await asOwner<{ count: number }>(
		world.database,
		"select count(*)::int from mail where kind = $1",
		[kind],
	);
	return rows.map(({ count }) => count);
}
