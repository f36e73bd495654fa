import assert from "node:assert/strict";
import test from "node:test";
import { balanceOf, differences } from "./plan-comparison.ts";

const pair = (mentee: string, mentor: string, points: number) => ({
	mentee,
	mentor,
	points,
});
const ofKind = (
	mentee: string,
	mentor: string,
	points: number,
	mentorKind: string,
) => ({ ...pair(mentee, mentor, points), mentorKind });

test("without kinds: whoever has somebody else, greatest gain first", () => {
	const moved = differences(
		[
			pair("Wei", "Amara", 5),
			pair("Jola", "Ingrid", 4),
			pair("Ana", "Noor", 1),
		],
		[pair("Wei", "Ingrid", 7), pair("Ana", "Noor", 1)],
	);
	assert.deepEqual(moved, [
		{ mentee: "Wei", from: ["Amara"], to: ["Ingrid"], gain: 2 },
		{ mentee: "Jola", from: ["Ingrid"], to: [], gain: -4 },
	]);
	assert.deepEqual(balanceOf(moved, []), { gain: 1, lose: 1, ofKinds: [] });
});

test("who keeps both mentors, but for the other kind, has changed in both kinds and on the whole gains nothing", () => {
	const moved = differences(
		[ofKind("Wei", "Amara", 9, "primary"), ofKind("Wei", "Noor", 4, "peer")],
		[ofKind("Wei", "Noor", 6, "primary"), ofKind("Wei", "Amara", 7, "peer")],
	);
	assert.deepEqual(moved, [
		{ mentee: "Wei", kind: "peer", from: ["Noor"], to: ["Amara"], gain: 3 },
		{ mentee: "Wei", kind: "primary", from: ["Amara"], to: ["Noor"], gain: -3 },
	]);
	assert.deepEqual(balanceOf(moved, ["primary", "functional", "peer"]), {
		gain: 0,
		lose: 0,
		ofKinds: [
			{ kind: "primary", gain: 0, lose: 1, same: 0 },
			{ kind: "peer", gain: 1, lose: 0, same: 0 },
		],
	});
});
