import { sql } from "kysely";
import { actAs, type Tx } from "../../../../platform/database/database.ts";
import {
	hasLastingAdministrator,
	isAdministratorAmong,
} from "../../../administration/commands.ts";
import type { LeavingReaction } from "../../leaving.ts";

export type Movements = {
	readonly left: readonly string[];
	readonly returned: readonly string[];
	/** On whose behalf the rest of Baton reacts; null: the command line. */
	readonly by: string | null;
	readonly reactions: readonly LeavingReaction[];
};

export type LeavingRefusal = "self-left" | "last-administrator";

/** What follows for everyone a file says has left or is back: signed out, links dead, and whatever other parts of Baton do about it. */
export async function followMovements(
	tx: Tx,
	{ left, returned, by, reactions }: Movements,
): Promise<LeavingRefusal | null> {
	if (by !== null && left.includes(by)) return "self-left";
	if (left.length > 0) {
		if (
			(await isAdministratorAmong(tx, left)) &&
			!(await hasLastingAdministrator(tx))
		)
			return "last-administrator";
		await signOut(tx, left);
	}
	await actAs(
		tx,
		by === null
			? { kind: "process", process: "people-import" }
			: { kind: "person", person: by },
	);
	for (const reaction of reactions) {
		for (const person of left) await reaction.left(tx, person);
		for (const person of returned) await reaction.returned(tx, person);
	}
	await actAs(tx, { kind: "process", process: "people-import" });
	return null;
}

async function signOut(tx: Tx, people: readonly string[]): Promise<void> {
	const ids = [...people];
	await actAs(tx, { kind: "process", process: "sign-in" });
	await sql`delete from sign_in where person_id = any(${ids}::uuid[])`.execute(
		tx,
	);
	await sql`delete from sign_in_link where person_id = any(${ids}::uuid[]) and used_at is null`.execute(
		tx,
	);
}
