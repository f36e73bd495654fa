import { Temporal } from "temporal-polyfill";
import { starterCatalogue } from "../../domain/competencies/starter.ts";
import {
	type DemonstrationCompany,
	makeCompany,
} from "../../domain/demonstration/company.ts";
import {
	type Database,
	transact,
	type Tx,
} from "../../platform/database/database.ts";
import { record } from "../../platform/journal/journal.ts";
import { adoptCatalogue } from "../competencies/commands.ts";
import { castIds } from "./cast-ids.ts";
import { insertAll } from "./insert-all.ts";
import { writeAgreements } from "./write-agreements.ts";
import { writeCare } from "./write-care.ts";
import { writeCastSessions } from "./write-cast-sessions.ts";
import { writeCircle } from "./write-circle.ts";
import { writeLearning } from "./write-learning.ts";
import { known, type People, writePeople } from "./write-people.ts";
import { writeProgram } from "./write-programs.ts";

export type Wanted = { readonly people: number; readonly seed: number };

/**
 * Fills an empty database with the demonstration company, in one transaction. Returns false, and writes nothing, when the database already
 * holds an organisation.
 */
export async function makeDemonstration(
	database: Database,
	{ people, seed }: Wanted,
	report: (done: number, total: number) => void,
): Promise<boolean> {
	const steps = 5;
	report(0, steps);
	const today = Temporal.Now.plainDateISO("UTC");
	const company = makeCompany({ people, seed, today });
	report(1, steps);
	return transact(
		database,
		{ actor: { kind: "process", process: "demonstration" }, access: "write" },
		async (tx) => {
			if (!(await markAsDemonstration(tx, company))) return false;
			const competencies = await installCatalogue(tx);
			report(2, steps);
			const ids = await writePeople(tx, company.people, competencies);
			report(3, steps);
			await writeOffices(tx, company, ids);
			const manager = known(ids, managerOf(company));
			for (const program of company.programs)
				await writeProgram(tx, program, ids, manager);
			const cast = await castIds(tx);
			await writeCircle(tx, cast);
			await writeAgreements(tx, manager, today);
			await writeLearning(tx, manager);
			await writeCastSessions(tx);
			await writeCare(tx, cast);
			report(4, steps);
			await record(tx, {
				act: "make-demonstration",
				detail: { people: company.people.length, seed },
			});
			return true;
		},
	);
}

// The primary key admits one organisation: of two who make the demonstration at once, the second finds it made.
async function markAsDemonstration(
	tx: Tx,
	{ house }: DemonstrationCompany,
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await tx
		.insertInto("organisation")
		.values({
			name: house.name,
			time_zone: "Europe/Berlin",
			is_demonstration: true,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirstOrThrow();
	return numInsertedOrUpdatedRows === 1n;
}

/** Ids of the competencies by key. */
async function installCatalogue(tx: Tx): Promise<ReadonlyMap<string, string>> {
	await adoptCatalogue(tx, starterCatalogue("en"), { by: null, note: "" });
	const rows = await tx
		.selectFrom("competency")
		.select(["key", "id"])
		.execute();
	return new Map(rows.map(({ key, id }) => [key, id]));
}

async function writeOffices(
	tx: Tx,
	{ offices, cast, gradeScale }: DemonstrationCompany,
	people: People,
): Promise<void> {
	await insertAll(
		tx,
		"office",
		offices.map(({ person, office, since }) => ({
			person_id: known(people, person),
			office,
			from_at: new Date(`${since}T00:00:00Z`),
		})),
	);
	await insertAll(
		tx,
		"demonstration_cast",
		cast.map(({ role, person }) => ({
			role,
			person_id: known(people, person),
		})),
	);
	await insertAll(
		tx,
		"grade",
		gradeScale.map((name, position) => ({ name, position })),
	);
}

function managerOf({ offices }: DemonstrationCompany): string {
	const manager = offices.find(({ office }) => office === "program-manager");
	if (manager === undefined) throw new Error("nobody runs the programs");
	return manager.person;
}
