// Reads a made-up cohort as it comes, without ever holding its texts together; the mentors on a thread of their own where there is one to spare.
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { CompiledPolicy } from "../../src/domain/matching/compiled-policy.ts";
import { compilePolicy } from "../../src/domain/matching/compiled-policy.ts";
import type { PeopleColumns } from "../../src/domain/matching/people-columns.ts";
import { startReading } from "../../src/domain/matching/people-reading.ts";
import type { CellProblem } from "../../src/domain/matching/people-table.ts";
import type { Side } from "../../src/domain/matching/policy.ts";
import type { Cohort, CohortSize } from "./people.ts";
import { realisticCohort } from "./people.ts";

export type Prepared = {
	readonly compiled: CompiledPolicy;
	readonly people: Record<"mentors" | "mentees", Units>;
};

type Units = readonly { readonly id: string; readonly units: number }[];

export function prepared(size: CohortSize): Prepared {
	const cohort = realisticCohort(size);
	return compiledFrom(cohort, {
		mentor: readSide(cohort, "mentor"),
		mentee: readSide(cohort, "mentee"),
	});
}

/** The same with two threads reading. */
export async function preparedInThreads(size: CohortSize): Promise<Prepared> {
	const cohort = realisticCohort(size);
	const other = new Worker(new URL("mentors-thread.ts", import.meta.url), {
		workerData: size,
	});
	const message = once(other, "message");
	const mentee = readSide(cohort, "mentee");
	const answer: readonly PeopleColumns[] = await message;
	const [mentor] = answer;
	if (mentor === undefined) throw new Error("The thread said nothing");
	await other.terminate();
	return compiledFrom(cohort, { mentor, mentee });
}

export function readSide(cohort: Cohort, side: Side): PeopleColumns {
	const { columns, rows } = cohort[side === "mentor" ? "mentors" : "mentees"];
	const problems: CellProblem[] = [];
	const reader = startReading(cohort.policy, side, columns, problems);
	reader.read(rows());
	if (problems[0] !== undefined) throw new Error(problems[0].why);
	return reader.people();
}

function compiledFrom(
	{ policy }: Cohort,
	{ mentor, mentee }: Record<Side, PeopleColumns>,
): Prepared {
	return {
		compiled: compilePolicy(policy, mentor, mentee),
		people: { mentors: unitsOf(mentor), mentees: unitsOf(mentee) },
	};
}

function unitsOf({ ids, units }: PeopleColumns): Units {
	return ids.map((id, at) => ({ id, units: units[at] ?? 0 }));
}
