import { randomUUID } from "node:crypto";
import type {
	DemonstrationProgram,
	Enrolment,
	Relationship,
} from "../../domain/demonstration/program.ts";
import type { Tx } from "../../platform/database/database.ts";
import { insertAll } from "./insert-all.ts";
import { writeLottery } from "./write-lottery.ts";
import type { Paired } from "./play-past.ts";
import { known, type People } from "./write-people.ts";

/** Writes one program with its people and pairs; gives the pairs, as none of them has met yet. */
export async function writeProgram(
	tx: Tx,
	program: DemonstrationProgram,
	people: People,
	manager: string,
): Promise<readonly Paired[]> {
	const id = randomUUID();
	const idOf = (employeeNumber: string) => known(people, employeeNumber);
	await tx
		.insertInto("program")
		.values({
			id,
			name: program.name,
			template: program.template,
			kind: program.kind,
			status: program.status,
			takes_applications: true,
			takes_nominations: true,
			created_by: manager,
			created_at: morningOf(program.createdOn),
			opened_at: morningOf(program.openedOn),
		})
		.execute();
	await tx
		.insertInto("charter")
		.values({
			program_id: id,
			version: 1,
			body: JSON.stringify(program.charter),
			written_by: manager,
			written_at: morningOf(program.createdOn),
		})
		.execute();
	await insertAll(
		tx,
		"eligibility",
		(["mentor", "mentee"] as const).map((side) => ({
			program_id: id,
			side,
			version: 1,
			rule: JSON.stringify(program.eligibility[side]),
			adopted_by: manager,
			adopted_at: morningOf(program.createdOn),
		})),
	);
	await writeEnrolments(tx, id, program.enrolments, idOf);
	const pairs = await writeRelationships(
		tx,
		{ id, kind: program.kind },
		program.relationships,
		idOf,
	);
	if (program.key === "next-watch")
		await writeLottery(tx, id, manager, lotteryDays(program));
	await insertAll(
		tx,
		"wish",
		program.wishes.map(({ person, wished }) => ({
			program_id: id,
			person_id: idOf(person),
			wished_id: idOf(wished),
		})),
	);
	await insertAll(
		tx,
		"blocked_pair",
		program.blocked.map(({ person, other }) => ({
			program_id: id,
			person_id: idOf(person),
			other_id: idOf(other),
			entered_by: idOf(person),
		})),
	);
	return pairs;
}

type IdOf = (employeeNumber: string) => string;

async function writeEnrolments(
	tx: Tx,
	program: string,
	enrolments: readonly Enrolment[],
	idOf: IdOf,
): Promise<void> {
	await insertAll(
		tx,
		"enrolment",
		enrolments.map((enrolment) => ({
			program_id: program,
			person_id: idOf(enrolment.person),
			side: enrolment.side,
			status: enrolment.status,
			how: enrolment.how,
			capacity: enrolment.capacity,
			paused_until: enrolment.pausedUntil ?? null,
			entered_by: idOf(enrolment.enteredBy),
			entered_at: morningOf(enrolment.enteredOn),
			answered_at:
				enrolment.answeredOn === undefined
					? null
					: morningOf(enrolment.answeredOn),
			is_late: enrolment.isLate,
		})),
	);
	await insertAll(
		tx,
		"nomination",
		enrolments.flatMap(({ nomination, person, side, enteredOn }) =>
			nomination === undefined
				? []
				: {
						program_id: program,
						person_id: idOf(person),
						side,
						nominated_by: idOf(nomination.by),
						reason: nomination.reason,
						at: morningOf(enteredOn),
					},
		),
	);
}

async function writeRelationships(
	tx: Tx,
	program: Pick<DemonstrationProgram, "kind"> & { readonly id: string },
	relationships: readonly Relationship[],
	idOf: IdOf,
): Promise<readonly Paired[]> {
	const rows = relationships.map((relationship) => ({
		...relationship,
		id: randomUUID(),
		name: `${relationship.mentor} ${relationship.mentee}`,
		mentor: idOf(relationship.mentor),
		mentee: idOf(relationship.mentee),
	}));
	await insertAll(
		tx,
		"relationship",
		rows.map(({ id, mentor, mentee, began }) => ({
			id,
			program_id: program.id,
			kind: program.kind,
			member_ids: [mentor, mentee],
			began_at: morningOf(began),
		})),
	);
	await insertAll(
		tx,
		"relationship_member",
		rows.flatMap(({ id, mentor, mentee }) => [
			{ relationship_id: id, person_id: mentor, side: "mentor" as const },
			{ relationship_id: id, person_id: mentee, side: "mentee" as const },
		]),
	);
	return rows;
}

/** Open from the program's first day to its last applicant but those of the last week; drawn in the evening of the next weekday. */
function lotteryDays({ openedOn, enrolments }: DemonstrationProgram) {
	const came = enrolments
		.filter(
			({ how, status, side }) =>
				side === "mentee" &&
				how === "application" &&
				(status === "enrolled" || status === "waiting"),
		)
		.map(({ enteredOn }) => enteredOn)
		.toSorted();
	const closed = morningOf(came.at(-1) ?? openedOn);
	return {
		opened: morningOf(openedOn),
		closed: new Date(closed.getTime() + 15 * 3_600_000),
		drawn: nextWeekday(closed),
	};
}

function nextWeekday(day: Date): Date {
	const next = new Date(day.getTime() + 34 * 3_600_000);
	const weekend = { 6: 2, 0: 1 }[next.getUTCDay()] ?? 0;
	return new Date(next.getTime() + weekend * 24 * 3_600_000);
}

function morningOf(day: string): Date {
	return new Date(`${day}T08:00:00Z`);
}
