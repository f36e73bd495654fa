import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import {
	addReason,
	type EndingCounts,
	endingReasons,
	nextPeriod,
	noReasons,
	periodOf,
	publicationDay,
	publishable,
	readCounts,
	writeCounts,
} from "./ending-reasons.ts";
import { smallestGroup } from "./told-counts.ts";

const anyCounts: fc.Arbitrary<EndingCounts> = fc.record({
	reached: fc.nat(12),
	time: fc.nat(12),
	"other-need": fc.nat(12),
	"no-common-language": fc.nat(12),
	changed: fc.nat(12),
	"handed-over": fc.nat(12),
	treatment: fc.nat(12),
});

test("no figure is about one to four people, not even one worked out from the others", () => {
	fc.assert(
		fc.property(anyCounts, (counts) => {
			const published = publishable(counts);
			const given = sum(counts);
			if (given < smallestGroup) return published === undefined;
			assert.ok(published);
			assert.equal(published.given, given);
			for (const { reason, count } of published.reasons) {
				assert.equal(count, counts[reason]);
				assert.ok(count >= smallestGroup);
			}
			const others =
				given - published.reasons.reduce((all, { count }) => all + count, 0);
			assert.equal(published.others, others);
			return others === 0 || others >= smallestGroup;
		}),
	);
});

test("the smallest reason joins the rest where the rest could be worked out", () => {
	assert.deepEqual(
		publishable({ ...noReasons, time: 9, reached: 6, treatment: 1 }),
		{ given: 16, reasons: [{ reason: "time", count: 9 }], others: 7 },
	);
	assert.deepEqual(publishable({ ...noReasons, time: 5, treatment: 2 }), {
		given: 7,
		reasons: [],
		others: 7,
	});
});

test("where a few all said the same, only how many said something", () => {
	assert.deepEqual(publishable({ ...noReasons, treatment: 6 }), {
		given: 6,
		reasons: [],
		others: 6,
	});
	assert.equal(publishable({ ...noReasons, time: 20 })?.reasons.length, 1);
	assert.equal(publishable({ ...noReasons, time: 4 }), undefined);
});

test("counts are always written in the same length and read back", () => {
	fc.assert(
		fc.property(anyCounts, (counts) => {
			const text = writeCounts(counts);
			assert.equal(text.length, 4 * endingReasons.length);
			assert.deepEqual(readCounts(text), { ...counts });
		}),
	);
	assert.equal(addReason(noReasons, "time").time, 1);
});

test("half-years are published when nobody can answer any more", () => {
	assert.equal(periodOf("2026-06-30"), "2026-1");
	assert.equal(publicationDay(periodOf("2026-06-30")), "2026-08-01");
	assert.equal(publicationDay(periodOf("2026-12-31")), "2027-02-01");
	assert.equal(nextPeriod("2026-2"), "2027-1");
});

function sum(counts: EndingCounts): number {
	return endingReasons.reduce((all, reason) => all + counts[reason], 0);
}
