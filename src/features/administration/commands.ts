import { sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import type { Office } from "../../platform/http/guard.ts";
import { Conflict, NotFound } from "../../platform/http/refusal.ts";
import { record } from "../../platform/journal/journal.ts";
import { t } from "../../ui/text.ts";

export type Grant = {
	readonly person: string;
	readonly office: Office;
	readonly program: string | null;
	readonly until: Date | null;
	readonly by: string | null;
};

export async function grantOffice(
	tx: Tx,
	{ person, office, program, until, by }: Grant,
): Promise<void> {
	await tx
		.insertInto("office")
		.values({
			person_id: person,
			office,
			program_id: program,
			until_at: until,
			granted_by: by,
		})
		.execute();
	await record(tx, {
		act: "grant-office",
		about: person,
		detail: { office, program },
	});
}

/** Ends an office now. The last administrator cannot be ended: nobody could grant the office again. */
export async function endOffice(tx: Tx, id: string): Promise<void> {
	const ending = await tx
		.selectFrom("office")
		.select(["person_id", "office", "program_id"])
		.where("id", "=", id)
		.forUpdate()
		.executeTakeFirst();
	if (ending === undefined) throw new NotFound();
	await tx
		.updateTable("office")
		.set({
			until_at: sql<Date>`greatest(now(), from_at + interval '1 microsecond')`,
		})
		.where("id", "=", id)
		.execute();
	await record(tx, {
		act: "end-office",
		about: ending.person_id,
		detail: { office: ending.office, program: ending.program_id },
	});
	if (ending.office === "administrator") await keepAnAdministrator(tx);
}

// Two administrators who end each other at once: the lock lets the second one see the first's ending.
async function keepAnAdministrator(tx: Tx): Promise<void> {
	await sql`select pg_advisory_xact_lock(724727)`.execute(tx);
	const left = await tx
		.selectFrom("office")
		.innerJoin("person", "person.id", "office.person_id")
		.select("office.id")
		.where("office.office", "=", "administrator")
		.where("person.left_on", "is", null)
		.where((office) =>
			office.or([
				office("office.until_at", "is", null),
				office("office.until_at", ">", sql<Date>`clock_timestamp()`),
			]),
		)
		.executeTakeFirst();
	if (left === undefined)
		throw new Conflict(
			t(
				"This is the last administrator. Make someone else administrator first.",
			),
		);
}
