// What the last digest said, so that the next one says something else: domain/mail/telling-again.ts.
import { createHmac } from "node:crypto";
import { sql } from "kysely";
import {
	sameThing,
	tellingOf,
	type Told,
} from "../../domain/mail/telling-again.ts";
import { type Tx, vaultOf } from "../../platform/database/database.ts";
import type { Waiting } from "../today/queries.ts";
import type { Reader } from "./readers.ts";

/** What waits for somebody. */
export type Found = {
	readonly reader: Reader;
	readonly waiting: readonly Waiting[];
};

/** Of those for whom something was found, who is written to. Remembers what is told, and forgets what no longer waits. */
export async function worthTelling(
	tx: Tx,
	found: readonly Found[],
	{
		hasLetters,
		now,
	}: { readonly hasLetters: (person: string) => boolean; readonly now: Date },
): Promise<readonly Found[]> {
	const before = await toldBefore(
		tx,
		found.map(({ reader }) => reader.id),
	);
	const key = vaultOf(tx).key("digest told");
	const today = now.toISOString().slice(0, 10);
	const looks = found.map((each) => {
		const person = each.reader.id;
		const told = before.get(person) ?? {
			marks: new Set<string>(),
			at: undefined,
		};
		const waiting = each.waiting.map((thing) =>
			createHmac("sha256", key)
				.update(`${person} ${sameThing(thing, today)}`)
				.digest("base64url")
				.slice(0, 16),
		);
		const telling = tellingOf(
			{ waiting, hasLetters: hasLetters(person) },
			told,
			now.getTime(),
		);
		return { each, person, told, ...telling };
	});
	const changed = looks.filter(
		({ isTold, marks, told }) => isTold || marks.length !== told.marks.size,
	);
	if (changed.length > 0)
		await sql`
			update digest_look set told = look.marks, told_at = case when look."isTold" then ${now}::timestamptz else told_at end
			from jsonb_to_recordset(${JSON.stringify(
				changed.map(({ person, marks, isTold }) => ({ person, marks, isTold })),
			)}::jsonb) as look (person uuid, marks text[], "isTold" boolean)
			where digest_look.person_id = look.person
		`.execute(tx);
	return looks.flatMap(({ each, isTold }) => (isTold ? [each] : []));
}

async function toldBefore(
	tx: Tx,
	people: readonly string[],
): Promise<ReadonlyMap<string, Told>> {
	const rows = await tx
		.selectFrom("digest_look")
		.select(["person_id", "told", "told_at"])
		.where(sql<boolean>`person_id = any (${people}::uuid[])`)
		.execute();
	return new Map(
		rows.map(({ person_id, told, told_at }) => [
			person_id,
			{ marks: new Set(told), at: told_at?.getTime() },
		]),
	);
}
