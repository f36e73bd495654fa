import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { needsCare, PERIOD_DAYS, pulseDue, pulsePeriod } from "./pulse.ts";
import { toldCounts } from "./told-counts.ts";

const began = "2026-01-05";
const on = (days: number) =>
	Temporal.PlainDate.from(began).add({ days }).toString();
const due = (
	today: number,
	met: readonly number[] = [],
	answered?: { period: number; on: number },
	weeks = 6,
) =>
	pulseDue({
		weeks,
		began,
		met: met.map(on),
		answered: answered && { period: answered.period, on: on(answered.on) },
		today: on(today),
	});

test("everybody is asked after a session, and without one at the end of six weeks; not at the very beginning", () => {
	assert.equal(due(10, [5]), undefined);
	assert.equal(due(20, [5]), 0);
	assert.equal(due(20), undefined);
	assert.equal(due(36), 0);
	assert.equal(due(36, [], { period: 0, on: 20 }), undefined);
	assert.equal(due(50, [30], { period: 0, on: 20 }), undefined);
	assert.equal(due(50, [45], { period: 0, on: 20 }), 6);
	assert.equal(due(50, [45], { period: 0, on: 41 }), undefined);
});

test("whoever always answers at once is asked at most once in six weeks and never within two; whoever meets every fortnight, in each", () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 30 }),
			(met) => {
				const asked: number[] = [];
				let answered: { period: number; on: number } | undefined;
				for (let day = 0; day <= 420; day += 1) {
					const period = due(day, met, answered);
					if (period === undefined) continue;
					assert.equal(period, pulsePeriod(began, on(day), 6));
					assert.ok(answered === undefined || day - answered.on >= 14);
					asked.push(period);
					answered = { period, on: day };
				}
				assert.deepEqual(
					asked,
					Array.from({ length: 420 / PERIOD_DAYS }, (_, period) => period * 6),
				);
			},
		),
		{ numRuns: 5 },
	);
});

test("however often a program changes how long its periods are, nobody is asked twice within two weeks, nor ever less than a whole period apart from the last, but for the change", () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: 4, max: 13 }), {
				minLength: 60,
				maxLength: 60,
			}),
			(weeksOf) => {
				let answered: { period: number; on: number } | undefined;
				let changedOn = 0;
				for (let day = 0; day < 600; day += 1) {
					const weeks = weeksOf[Math.floor(day / 100)] ?? 6;
					if (day % 100 === 0) changedOn = day;
					const period = due(day, [day - 1], answered, weeks);
					if (period === undefined) continue;
					assert.ok(answered === undefined || period > answered.period);
					assert.ok(answered === undefined || day - answered.on >= 14);
					if (answered !== undefined && answered.on >= changedOn)
						assert.ok(period - answered.period >= weeks);
					answered = { period, on: day };
				}
				// And everybody goes on being asked.
				assert.ok((answered?.on ?? 0) > 600 - 2 * 13 * 7);
			},
		),
		{ numRuns: 20 },
	);
});

test("what helps is shown where it is quiet or stuck, or slow by both dates and word, and not for ever", () => {
	const said = (answer: "slow" | "stuck" | "well", day = 0) => ({
		answer,
		on: on(day),
	});
	const slower = { state: "slower" } as const;
	const steady = { state: "steady" } as const;
	assert.equal(
		needsCare(
			{ state: "quiet", why: "no-date", since: began },
			undefined,
			on(9),
		),
		"quiet",
	);
	assert.equal(needsCare(steady, said("stuck"), on(9)), "strained");
	assert.equal(needsCare(steady, said("slow"), on(9)), undefined);
	assert.equal(needsCare(slower, said("slow"), on(9)), "strained");
	assert.equal(needsCare(slower, said("well"), on(9)), undefined);
	assert.equal(needsCare(steady, said("stuck"), on(60)), undefined);
});

test("no count is about one to four, none can be worked out, and unanimity of few is not told", () => {
	const told = (...counts: readonly number[]) =>
		toldCounts(counts.map((count, name) => ({ name: String(name), count })));
	assert.equal(told(2, 2), undefined);
	assert.deepEqual(told(8, 0), { given: 8, shown: [], others: 8 });
	assert.deepEqual(told(20, 0)?.shown, [{ name: "0", count: 20 }]);
	assert.deepEqual(told(7, 5, 1), {
		given: 13,
		shown: [{ name: "0", count: 7 }],
		others: 6,
	});
	fc.assert(
		fc.property(
			fc.array(fc.nat(12), { minLength: 2, maxLength: 5 }),
			(counts) => {
				const found = told(...counts);
				if (found === undefined) return;
				assert.ok(found.shown.every(({ count }) => count >= 5));
				assert.ok(found.others === 0 || found.others >= 5);
			},
		),
	);
});
