import { randomUUID } from "node:crypto";
import type { Charter } from "../../domain/programs/charter.ts";
import type { Db, Tx } from "../../platform/database/database.ts";
import { addJob } from "../../platform/jobs/jobs.ts";
import { record } from "../../platform/journal/journal.ts";
import { usualZone } from "../calendar/queries.ts";
import type { Plan } from "./made-up-program.ts";
import { asMany } from "./plan.ts";
import { partsOf } from "./queries.ts";

export type Asked = {
	readonly startsOn: string;
	readonly mentors: number;
	readonly mentees: number;
	readonly seed: number;
	readonly by: string;
};

/** Asks for a year of a program in advance. Of those who take part it takes along where they are and how many they take, and nothing else. */
export async function askForDryRun(
	tx: Tx,
	program: { readonly id: string; readonly charter: Charter },
	{ startsOn, mentors, mentees, seed, by }: Asked,
): Promise<string> {
	const id = randomUUID();
	const plan = await planFor(tx, program, { startsOn, mentors, mentees, seed });
	await tx
		.insertInto("dry_run")
		.values({
			id,
			program_id: program.id,
			asked_by: by,
			plan: JSON.stringify(plan),
		})
		.execute();
	await addJob(tx, "dry-run", { run: id }, { queue: "dry-run" });
	await record(tx, {
		act: "ask-for-dry-run",
		subject: { kind: "program", id: program.id },
		detail: { mentors, mentees },
	});
	return id;
}

/** What is gone through: the program's charter, and as many people as are wanted in the places where its own are. */
export async function planFor(
	db: Db,
	program: { readonly id: string; readonly charter: Charter },
	{ startsOn, mentors, mentees, seed }: Omit<Asked, "by">,
): Promise<Plan> {
	const zone = await usualZone(db);
	const parts = await partsOf(db, program.id);
	return {
		seed,
		startsOn,
		months: 12,
		charter: program.charter,
		organisationZone: zone,
		mentors: asMany(parts.mentors, mentors, { zone, capacity: 1 }),
		mentees: asMany(parts.mentees, mentees, { zone }),
	};
}
