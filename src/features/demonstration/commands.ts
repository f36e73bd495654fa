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
import { inOneTransaction } from "../../platform/database/one-transaction.ts";
import { record } from "../../platform/journal/journal.ts";
import { adoptCatalogue } from "../competencies/commands.ts";
import { makeClockwork } from "../dry-run/clockwork.ts";
import { castIds } from "./cast-ids.ts";
import { insertAll } from "./insert-all.ts";
import { morningOf, type Paired, playPast } from "./play-past.ts";
import { renewAgreements, writeAgreements } from "./write-agreements.ts";
import { writeCare } from "./write-care.ts";
import { writeCastSessions } from "./write-cast-sessions.ts";
import { writeCircle } from "./write-circle.ts";
import { writeLearning } from "./write-learning.ts";
import { known, type People, writePeople } from "./write-people.ts";
import { writeProgram } from "./write-programs.ts";
import { writeRoundtable } from "./write-roundtable.ts";

export type Wanted = { readonly people: number; readonly seed: number };

/**
 * Fills an empty database that has a time of its own (platform/database/own-time.ts) with the demonstration company and its past, in one transaction.
 * Returns false, and writes nothing, when the database already holds an organisation.
 */
export async function makeDemonstration(
	database: Database,
	{ people, seed }: Wanted,
	report: (done: number, total: number) => void,
): Promise<boolean> {
	const until = database.now().getTime();
	const today = Temporal.Instant.fromEpochMilliseconds(until)
		.toZonedDateTimeISO("UTC")
		.toPlainDate();
	const company = makeCompany({ people, seed, today });
	report(1, steps);
	const from = beginningOf(company);
	const clockwork = makeClockwork(from, until);
	let time = clockwork.now;
	return inOneTransaction(
		database,
		() => new Date(time()),
		async (inside) => {
			const written = await transact(inside, asDemonstration, (tx) =>
				writeCompany(tx, company),
			);
			if (written === undefined) return false;
			const { pairs, manager } = written;
			report(stepsWritten, steps);
			await playPast(inside, clockwork, { seed, pairs, from, until }, (share) =>
				report(stepsWritten + share * (stepsPlayed - stepsWritten), steps),
			);
			time = () => until;
			await writeRoundtable(inside);
			await transact(inside, asDemonstration, async (tx) => {
				await writePresent(tx, manager, today);
				await record(tx, {
					act: "make-demonstration",
					detail: { people: company.people.length, seed },
				});
			});
			return true;
		},
	);
}

const steps = 100;
const stepsWritten = 15;
const stepsPlayed = 90;

const asDemonstration = {
	actor: { kind: "process", process: "demonstration" },
	access: "write",
} as const;

/** The morning before the first two begin. */
function beginningOf({ programs }: DemonstrationCompany): number {
	const days = programs.flatMap(({ relationships }) =>
		relationships.map(({ began }) => began),
	);
	const [first = programs[0]?.openedOn ?? ""] = days.toSorted();
	return morningOf(first) - 86_400_000;
}

/** Everybody and their programs, before any two have met; the pairs, and who runs the programs. Undefined where an organisation was there already. */
async function writeCompany(
	tx: Tx,
	company: DemonstrationCompany,
): Promise<
	{ readonly pairs: readonly Paired[]; readonly manager: string } | undefined
> {
	if (!(await markAsDemonstration(tx, company))) return undefined;
	const competencies = await installCatalogue(tx);
	const ids = await writePeople(tx, company.people, competencies);
	await writeOffices(tx, company, ids);
	const manager = known(ids, managerOf(company));
	const pairs: Paired[] = [];
	for (const program of company.programs)
		pairs.push(...(await writeProgram(tx, program, ids, manager)));
	await writeAgreements(tx, manager);
	return { pairs, manager };
}

/** What came of it besides, and what waits for whom today. */
async function writePresent(
	tx: Tx,
	manager: string,
	today: Temporal.PlainDate,
): Promise<void> {
	const cast = await castIds(tx);
	await writeCircle(tx, cast);
	await renewAgreements(tx, manager, today);
	await writeLearning(tx, manager);
	await writeCastSessions(tx);
	await writeCare(tx, cast);
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
