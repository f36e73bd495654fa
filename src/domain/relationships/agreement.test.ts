import assert from "node:assert/strict";
import test from "node:test";
import {
	agreementTopics,
	checkAgreement,
	inForce,
	openAcceptances,
} from "./agreement.ts";
import { starterAgreement } from "./agreement-starters.ts";

const first = (topic: "boundaries" | "ethics") =>
	({ topic, version: 1, asksAgain: true }) as const;

test("nothing published, nothing to accept", () => {
	assert.deepEqual(openAcceptances(["a", "b"], inForce([]), []), []);
});

test("each accepts for themself, and a version that asks again asks everyone", () => {
	const versions = [first("boundaries"), first("ethics")];
	const accepted = [
		{ person: "a", topic: "boundaries", version: 1 },
		{ person: "a", topic: "ethics", version: 1 },
		{ person: "b", topic: "ethics", version: 1 },
	] as const;
	assert.deepEqual(openAcceptances(["a", "b"], inForce(versions), accepted), [
		{ person: "b", topic: "boundaries", version: 1, accepted: undefined },
	]);
	const renewed = inForce([
		...versions,
		{ topic: "ethics", version: 2, asksAgain: true },
	]);
	assert.deepEqual(
		openAcceptances(["a"], renewed, accepted).map(({ topic, ...open }) => [
			topic,
			open.version,
			open.accepted,
		]),
		[["ethics", 2, 1]],
	);
});

test("a small change lets earlier acceptances stand, but not those from before the last change that asked", () => {
	const texts = inForce([
		first("ethics"),
		{ topic: "ethics", version: 2, asksAgain: true },
		{ topic: "ethics", version: 3, asksAgain: false },
	]);
	assert.deepEqual(texts, [{ topic: "ethics", current: 3, required: 2 }]);
	const at = (version: number) =>
		openAcceptances(["a"], texts, [{ person: "a", topic: "ethics", version }]);
	assert.equal(at(1).length, 1);
	assert.equal(at(2).length, 0);
	assert.equal(at(3).length, 0);
});

test("the starter texts can be published as they are, and say the same in both languages", () => {
	for (const topic of agreementTopics) {
		const [english, german] = [
			starterAgreement(topic, "en"),
			starterAgreement(topic, "de"),
		];
		for (const text of [english, german])
			assert.deepEqual(checkAgreement(text), [], topic);
		assert.deepEqual(
			english.sections.map(({ clauses }) => clauses.length),
			german.sections.map(({ clauses }) => clauses.length),
		);
	}
});

test("what is missing or too long is named by its section", () => {
	assert.deepEqual(checkAgreement({ sections: [] }), [{ why: "empty" }]);
	assert.deepEqual(
		checkAgreement({
			sections: [
				{ heading: "Time", clauses: ["We meet monthly."] },
				{ heading: "Time", clauses: [] },
				{ heading: "", clauses: ["x".repeat(401)] },
			],
		}),
		[
			{ why: "same-heading", section: 1 },
			{ why: "no-clauses", section: 1 },
			{ why: "no-heading", section: 2 },
			{ why: "long-clause", section: 2 },
		],
	);
});
