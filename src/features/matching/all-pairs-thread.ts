// A thread that scores ranges of mentees against all mentors: nothing but the domain's passes runs here.
import { parentPort, workerData } from "node:worker_threads";
import type { PairSource } from "../../domain/matching/compiled-policy.ts";
import { recompile } from "../../domain/matching/compiled-policy.ts";
import type { PassAnswer } from "../../domain/matching/lazy-passes.ts";
import { answering } from "../../domain/matching/lazy-passes.ts";
import type { RangeQuestion } from "./all-pairs-threads.ts";

const source: PairSource = workerData;
const answer = answering(recompile(source));

parentPort?.on("message", ({ pass, from, to }: RangeQuestion) => {
	const found = answer(pass, from, to);
	parentPort?.postMessage(found, buffersOf(found));
});

/** What is handed over rather than copied. */
function buffersOf(found: PassAnswer): ArrayBuffer[] {
	const lists =
		found.kind === "prices"
			? [found.violating, found.tight]
			: found.kind === "cover"
				? [found.ofMentors]
				: [found.ofMentees, found.ofMentors];
	return lists
		.flatMap(({ mentee, mentor, points }) => [mentee, mentor, points])
		.map(({ buffer }) => buffer)
		.filter((buffer) => buffer instanceof ArrayBuffer);
}
