import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import {
	commitmentTo,
	draw,
	type Entry,
	hashOf,
	listHashOf,
	sharesOf,
	strataOf,
} from "./lottery.ts";
import { checkLottery, type LotteryRecord } from "./lottery-record.ts";

const seed = "5f".repeat(32);

function listOf(people: number, stratum = ""): Entry[] {
	return Array.from({ length: people }, (_, place) => ({
		number: place + 1,
		stratum,
	}));
}

const entries = fc
	.uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: 40 })
	.chain((numbers) =>
		fc.tuple(
			...numbers.map((number) =>
				fc.constantFrom("", "Finance", "Legal").map((stratum) => ({
					number,
					stratum,
				})),
			),
		),
	);

test("the order is that of SHA-256(seed:number), as a stranger computes it with sha256sum", () => {
	// printf '%s:%s' "$SEED" N | sha256sum, sorted
	const drawn = draw({ seed, beacon: null, places: 2, entries: listOf(4) });
	const expected = [1, 2, 3, 4].toSorted((a, b) =>
		hashOf(`${seed}:${a}`) < hashOf(`${seed}:${b}`) ? -1 : 1,
	);
	assert.deepEqual(
		drawn.map(({ number }) => number),
		expected,
	);
	assert.deepEqual(
		drawn.map(({ outcome, rank }) => `${outcome} ${rank}`),
		["place 1", "place 2", "waiting 1", "waiting 2"],
	);
	assert.equal(
		commitmentTo("abc"),
		"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
	);
});

test("the order of the list changes nothing, and every place is given while somebody is there", () => {
	fc.assert(
		fc.property(entries, fc.integer({ min: 1, max: 50 }), (list, places) => {
			const drawing = { seed, beacon: null, places, entries: list };
			const drawn = draw(drawing);
			assert.deepEqual(draw({ ...drawing, entries: list.toReversed() }), drawn);
			const given = drawn.filter(({ outcome }) => outcome === "place");
			assert.equal(given.length, Math.min(places, list.length));
			assert.equal(
				new Set(drawn.map(({ number }) => number)).size,
				list.length,
			);
			assert.equal(
				listHashOf(list.toReversed(), places),
				listHashOf(list, places),
			);
		}),
	);
});

test("a group gets its proportion of the places to less than one", () => {
	fc.assert(
		fc.property(entries, fc.integer({ min: 1, max: 50 }), (list, places) => {
			const total = Math.min(places, list.length);
			for (const [stratum, share] of sharesOf(list, places, seed)) {
				const size = list.filter((one) => one.stratum === stratum).length;
				assert.ok(Math.abs(share - (total * size) / list.length) < 1);
				assert.ok(share <= size);
			}
		}),
	);
});

test("over many seeds everyone is drawn equally often", () => {
	const seeds = 2_000;
	const times = new Map<number, number>();
	for (let n = 0; n < seeds; n++)
		for (const { number, outcome } of draw({
			seed: hashOf(String(n)),
			beacon: null,
			places: 3,
			entries: listOf(10),
		}))
			if (outcome === "place") times.set(number, (times.get(number) ?? 0) + 1);
	// 600 expected, standard deviation 20.5: five of them either side.
	for (const count of times.values())
		assert.ok(Math.abs(count - 600) < 103, String(count));
});

test("a beacon changes the draw, and is needed to repeat it", () => {
	const without = draw({ seed, beacon: null, places: 5, entries: listOf(30) });
	const with_ = draw({
		seed,
		beacon: "DAX 24.031,12",
		places: 5,
		entries: listOf(30),
	});
	assert.notDeepEqual(with_, without);
});

test("groups under five are one, and never smaller than five while others are there", () => {
	const facts = [
		...Array.from({ length: 7 }, () => "Finance"),
		...Array.from({ length: 6 }, () => "Sales"),
		"Legal",
		"Legal",
		null,
	].map((fact, place) => ({ number: place + 1, fact }));
	const strata = Map.groupBy(strataOf(facts), ({ stratum }) => stratum);
	assert.deepEqual(
		[...strata].map(([name, own]) => [name, own.length]),
		[
			["Finance", 7],
			["", 9],
		],
	);
});

test("a record is verified, and says what differs when any figure of it is touched", () => {
	const record = recordOf(listOf(12, "Finance"), 4);
	assert.deepEqual(checkLottery(record), []);
	assert.deepEqual(checkLottery({ ...record, seed: "60".repeat(32) })[0], {
		why: "seed-not-committed",
	});
	assert.deepEqual(checkLottery(record, { commitment: "00" })[0], {
		why: "other-commitment",
		noted: "00",
	});
	const swapped = {
		...record,
		result: {
			places: [
				...record.result.places.slice(0, 3),
				record.result.waiting[0] ?? 0,
			],
			waiting: [
				record.result.places[3] ?? 0,
				...record.result.waiting.slice(1),
			],
		},
	};
	assert.deepEqual(
		checkLottery(swapped).map(({ why }) => why),
		["other-outcome", "other-outcome"],
	);
	const longer = {
		...record,
		entries: [...record.entries, { number: 13, group: "Finance" }],
	};
	assert.ok(checkLottery(longer).some(({ why }) => why === "list-changed"));
});

function recordOf(list: readonly Entry[], places: number): LotteryRecord {
	const drawn = draw({ seed, beacon: null, places, entries: list });
	const numbers = (outcome: string) =>
		drawn.filter((one) => one.outcome === outcome).map(({ number }) => number);
	return {
		format: "baton-lottery",
		version: 1,
		program: "Spring",
		openedAt: "2026-03-01T08:00:00.000Z",
		closedAt: "2026-03-08T08:00:00.000Z",
		drawnAt: "2026-03-08T08:00:00.000Z",
		commitment: commitmentTo(seed),
		seed,
		beacon: null,
		places,
		listHash: listHashOf(list, places),
		entries: list.map(({ number, stratum }) => ({ number, group: stratum })),
		result: { places: numbers("place"), waiting: numbers("waiting") },
	};
}
