import { sql } from "kysely";
import type { Tx } from "../../../../platform/database/database.ts";
import { recordAll } from "../../../../platform/journal/journal.ts";
import { keepImagesAfter, keepImagesBefore } from "../images.ts";
import type { ImportFigures } from "../import-record.ts";
import type { ReportProgress } from "../progress.ts";
import type { ImportWrites } from "../thread/import-writes.ts";
import { subjectOf } from "./status.ts";
import { changeHouse, type HouseBefore } from "./house.ts";
import {
	addEmployments,
	addPeople,
	addSkills,
	dropImportedSkills,
	enrol,
	fillProfiles,
	patchEmployments,
	patchPeople,
	propose,
	releaseAddresses,
	releaseNumbers,
} from "./write-people.ts";

export type CarryingOut = {
	readonly id: string;
	readonly writes: ImportWrites;
	readonly figures: ImportFigures;
	readonly program: string | null;
	readonly by: string | null;
	/** YYYY-MM-DD, the day of those who are only missing. */
	readonly today: string;
	readonly report: ReportProgress;
};

/** Writes a plan down, each table in as many statements as there are pieces, and keeps what an undo needs. */
export async function carryOut(
	tx: Tx,
	{ id, writes, figures, program, by, today, report }: CarryingOut,
): Promise<HouseBefore> {
	const house = await changeHouse(tx, figures);
	await keepImagesBefore(tx, id, writes.touchedIds);
	const steps = stepsOf(tx, writes, { program, by });
	for (const [at, step] of steps.entries()) {
		await report("writing", at, steps.length + 2);
		await step();
	}
	await sql`
		update person set left_on = ${today}::date where id = any(${[...writes.leftIds]}::uuid[]) and left_on is null
	`.execute(tx);
	await report("writing", steps.length, steps.length + 2);
	await keepImagesAfter(tx, id, writes.createdIds);
	await report("writing", steps.length + 1, steps.length + 2);
	await journalAll(tx, id, writes);
	return house;
}

type Step = () => Promise<void>;

// The order matters: addresses and numbers are let go of before anyone takes them, and managers are there before those who name them.
function stepsOf(
	tx: Tx,
	writes: ImportWrites,
	{
		program,
		by,
	}: { readonly program: string | null; readonly by: string | null },
): readonly Step[] {
	const each =
		(rows: readonly string[], write: (tx: Tx, rows: string) => Promise<void>) =>
		(): readonly Step[] =>
			rows.map((chunk) => () => write(tx, chunk));
	const groups = [
		each(writes.personPatches, releaseAddresses),
		each(writes.employmentPatches, releaseNumbers),
		each(writes.newPeople, addPeople),
		each(writes.newEmployments, addEmployments),
		each(writes.personPatches, patchPeople),
		each(writes.employmentPatches, patchEmployments),
		each(writes.profiles, fillProfiles),
		each(writes.skillsReplaced, dropImportedSkills),
		each(writes.skills, addSkills),
		each(writes.proposals, propose),
	];
	const enrolling =
		program === null
			? []
			: each(writes.enrolments, (tx, rows) =>
					enrol(tx, rows, { program, by }),
				)();
	return [...groups.flatMap((group) => group()), ...enrolling];
}

const ENTRIES_IN_A_STATEMENT = 5000;

async function journalAll(
	tx: Tx,
	id: string,
	writes: ImportWrites,
): Promise<void> {
	const left = new Set(writes.leftIds);
	const changed = writes.changedIds.filter((person) => !left.has(person));
	const proposed = new Set([...changed, ...left]);
	const only = writes.touchedIds.filter((person) => !proposed.has(person));
	const acts = [
		["import-new-person", writes.createdIds],
		["import-changed-person", changed],
		["import-proposed-facts", only],
		["mark-as-left", writes.leftIds],
	] as const;
	for (const [act, people] of acts)
		for (let at = 0; at < people.length; at += ENTRIES_IN_A_STATEMENT)
			await recordAll(
				tx,
				people
					.slice(at, at + ENTRIES_IN_A_STATEMENT)
					.map((about) => ({ act, about, subject: subjectOf(id) })),
			);
}
