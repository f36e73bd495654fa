import type { Tx } from "../../../platform/database/database.ts";
import { record } from "../../../platform/journal/journal.ts";

export const mostWishes = 3;

/** Replaces the people someone would like to be paired with. The journal knows that, not whom. */
export async function setWishes(
	tx: Tx,
	program: string,
	person: string,
	wished: readonly string[],
): Promise<void> {
	await tx
		.deleteFrom("wish")
		.where("program_id", "=", program)
		.where("person_id", "=", person)
		.execute();
	const others = [...new Set(wished)].slice(0, mostWishes);
	if (others.length > 0)
		await tx
			.insertInto("wish")
			.values(
				others.map((other) => ({
					program_id: program,
					person_id: person,
					wished_id: other,
				})),
			)
			.execute();
	await record(tx, {
		act: "set-wishes",
		about: person,
		subject: { kind: "program", id: program },
		detail: { count: others.length },
	});
}

/** Two people who are not to be paired, from one of them or from the program manager. No reason is asked or kept. */
export async function blockPair(
	tx: Tx,
	program: string,
	{ person, other, by }: { person: string; other: string; by: string },
): Promise<void> {
	await tx
		.insertInto("blocked_pair")
		.values({
			program_id: program,
			person_id: person,
			other_id: other,
			entered_by: by,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	await record(tx, {
		act: "block-pair",
		about: by === person ? person : undefined,
		subject: { kind: "program", id: program },
	});
}

/** Takes a block back: the person their own, the program manager any. Row-level security decides which. */
export async function unblockPair(
	tx: Tx,
	program: string,
	{ person, other }: { person: string; other: string },
): Promise<void> {
	await tx
		.deleteFrom("blocked_pair")
		.where("program_id", "=", program)
		.where("person_id", "=", person)
		.where("other_id", "=", other)
		.execute();
	await record(tx, {
		act: "unblock-pair",
		subject: { kind: "program", id: program },
	});
}
