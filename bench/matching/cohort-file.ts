// A cohort as a file of 32-bit whole numbers in the machine's order, so that peers in other languages read the very same instance:
// mentees, mentors, pairs, then capacity, mentee, mentor and points.
import { createWriteStream, readFileSync } from "node:fs";
import { finished } from "node:stream/promises";
import type { Cohort } from "./instances.ts";

export async function writeCohort(file: string, cohort: Cohort): Promise<void> {
	const { mentees, capacity, mentee, mentor, points } = cohort;
	const out = createWriteStream(file);
	const head = Int32Array.of(mentees, capacity.length, mentee.length);
	for (const column of [head, capacity, mentee, mentor, points])
		out.write(
			new Uint8Array(column.buffer, column.byteOffset, column.byteLength),
		);
	out.end();
	await finished(out);
}

export function readCohort(file: string): Cohort {
	const bytes = readFileSync(file);
	const at = (from: number, length: number) =>
		new Int32Array(
			bytes.buffer.slice(
				bytes.byteOffset + 4 * from,
				bytes.byteOffset + 4 * (from + length),
			),
		);
	const [mentees = 0, mentors = 0, pairs = 0] = at(0, 3);
	return {
		mentees,
		capacity: at(3, mentors),
		mentee: at(3 + mentors, pairs),
		mentor: at(3 + mentors + pairs, pairs),
		points: at(3 + mentors + 2 * pairs, pairs),
	};
}
