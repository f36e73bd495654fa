import { sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import type { Office } from "../../platform/http/guard.ts";
import { Conflict, Invalid, NotFound } from "../../platform/http/refusal.ts";
import { record } from "../../platform/journal/journal.ts";
import { t } from "../../ui/text.ts";

export type Grant = {
	readonly person: string;
	readonly office: Office;
	readonly program: string | null;
	/** Left out: from now on. */
	readonly from?: Date | null;
	readonly until: Date | null;
	readonly by: string | null;
};

export async function grantOffice(
	tx: Tx,
	{ person, office, program, from, until, by }: Grant,
): Promise<void> {
	await tx
		.insertInto("office")
		.values({
			person_id: person,
			office,
			program_id: program,
			...(from ? { from_at: from } : {}),
			until_at: until,
			granted_by: by,
		})
		.execute();
	await record(tx, {
		act: "grant-office",
		about: person,
		detail: {
			office,
			program,
			...(from ? { from: from.toISOString() } : {}),
			...(until ? { until: until.toISOString() } : {}),
		},
	});
}

/** Ends an office now. The last administrator cannot be ended: nobody could grant the office again. */
export async function endOffice(tx: Tx, id: string): Promise<void> {
	const ending = await lockOffice(tx, id);
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

/** Lets an office end later than now, on another day than it did, or (null) not by itself. */
export async function endOfficeOn(
	tx: Tx,
	id: string,
	until: Date | null,
): Promise<void> {
	const ending = await lockOffice(tx, id);
	if (until !== null && until <= ending.from_at)
		throw new Invalid({
			until: t("This office begins later than that. End it now instead."),
		});
	await tx
		.updateTable("office")
		.set({ until_at: until })
		.where("id", "=", id)
		.execute();
	await record(tx, {
		act: "change-office-end",
		about: ending.person_id,
		detail: {
			office: ending.office,
			program: ending.program_id,
			until: until?.toISOString() ?? null,
		},
	});
	if (ending.office === "administrator" && until !== null)
		await keepAnAdministrator(tx);
}

/** One that is not over: what has ended stays ended, as the journal says. */
async function lockOffice(tx: Tx, id: string) {
	const found = await tx
		.selectFrom("office")
		.select(["person_id", "office", "program_id", "from_at"])
		.where("id", "=", id)
		.where((office) =>
			office.or([
				office("until_at", "is", null),
				office("until_at", ">", sql<Date>`now()`),
			]),
		)
		.forUpdate()
		.executeTakeFirst();
	if (found === undefined) throw new NotFound();
	return found;
}

async function keepAnAdministrator(tx: Tx): Promise<void> {
	await sql`select pg_advisory_xact_lock(724727)`.execute(tx);
	if (!(await hasLastingAdministrator(tx)))
		throw new Conflict(
			t(
				"This is the last administrator whose office has no end. Make someone else administrator first.",
			),
		);
}

/**
 * Whether offices can still be granted on any later day: there is somebody who looks after the installation, whose office has begun and does
 * not end by itself. Two administrators who end each other, or mark each other as left, at once: the lock lets the second see what the first did.
 */
export async function hasLastingAdministrator(tx: Tx): Promise<boolean> {
	await sql`select pg_advisory_xact_lock(724727)`.execute(tx);
	const found = await tx
		.selectFrom("office")
		.innerJoin("person", "person.id", "office.person_id")
		.select("office.id")
		.where("office.office", "=", "administrator")
		.where("office.program_id", "is", null)
		.where("person.left_on", "is", null)
		.where("office.from_at", "<=", sql<Date>`clock_timestamp()`)
		.where("office.until_at", "is", null)
		.executeTakeFirst();
	return found !== undefined;
}

/** Whether one of these people is an administrator whose office is not over. */
export async function isAdministratorAmong(
	tx: Tx,
	people: readonly string[],
): Promise<boolean> {
	if (people.length === 0) return false;
	const found = await tx
		.selectFrom("office")
		.select("id")
		.where("office", "=", "administrator")
		.where("person_id", "in", people)
		.where((office) =>
			office.or([
				office("until_at", "is", null),
				office("until_at", ">", sql<Date>`now()`),
			]),
		)
		.executeTakeFirst();
	return found !== undefined;
}
