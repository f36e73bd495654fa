import assert from "node:assert/strict";
import { test } from "node:test";
import { solveLazily } from "../../domain/matching/lazy-solve.ts";
import type { PeopleTable } from "../../domain/matching/people-table.ts";
import { readPolicy } from "../../domain/matching/read-policy.ts";
import { scorePairs } from "../../domain/matching/scoring.ts";
import { solveLazilyInThreads } from "./all-pairs-threads.ts";

test("one thread, two threads and none give the same to the byte", async () => {
	const input = made();
	const alone = solveLazily(input);
	for (const threads of [1, 2])
		assert.deepEqual(await solveLazilyInThreads(input, { threads }), alone);
});

test("work on threads can be called off", async () => {
	const stop = new AbortController();
	const working = solveLazilyInThreads(made(), {
		threads: 2,
		signal: stop.signal,
		onStep: () => stop.abort(new Error("no longer wanted")),
	});
	await assert.rejects(working, /no longer wanted/u);
});

function made() {
	const table = (name: string, size: number, by: number): PeopleTable => ({
		columns: ["id", "at", "units"],
		rows: Array.from({ length: size }, (_, k) => ({
			id: `${name}${k}`,
			at: String((k * by) % 97),
			units: String(name === "m" ? 1 + (k % 3) : 1),
		})),
	});
	const reading = readPolicy({
		version: 1,
		id: "id",
		columns: { at: "number" },
		capacity: { column: "units" },
		terms: [
			{
				name: "Near",
				compare: "distance",
				column: "at",
				points: 97,
				perUnit: 1,
			},
		],
	});
	assert.ok(reading.ok);
	const scored = scorePairs(
		reading.policy,
		table("m", 60, 31),
		table("a", 150, 17),
	);
	assert.ok(scored.ok);
	const { scoring } = scored;
	const units = (person: { id: string; units: number }) => ({
		id: person.id,
		units: person.units,
	});
	return {
		compiled: scoring.compiled,
		objective: "people",
		seed: "1",
		mentees: scoring.mentees.map(units),
		mentors: scoring.mentors.map(units),
		settings: { ofMentee: 2, ofMentor: 2 },
	} as const;
}
