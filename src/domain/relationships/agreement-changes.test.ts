import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { type AgreementText } from "./agreement.ts";
import { agreementChanges, saysTheSame } from "./agreement-changes.ts";

const clause = fc
	.array(fc.constantFrom("we", "keep", "what", "is", "said", "here"), {
		minLength: 1,
		maxLength: 6,
	})
	.map((words) => words.join(" "));
const anyText: fc.Arbitrary<AgreementText> = fc.record({
	sections: fc.array(
		fc.record({
			heading: fc.constantFrom("Time", "Trust", "Ends"),
			clauses: fc.array(clause, { maxLength: 5 }),
		}),
		{ maxLength: 4 },
	),
});

test("leaving out what was added gives the old text, leaving out what was removed the new one", () => {
	fc.assert(
		fc.property(anyText, anyText, (before, after) => {
			const changes = agreementChanges(before, after);
			const side = (without: "added" | "removed") =>
				changes
					.filter(({ kind }) => kind !== without)
					.map(({ is, stretches }) => [
						is,
						stretches
							.filter(({ kind }) => kind !== without)
							.map(({ text }) => text)
							.join(""),
					]);
			assert.deepEqual(side("added"), flat(before));
			assert.deepEqual(side("removed"), flat(after));
		}),
	);
});

test("a text compared with itself is all the same", () => {
	fc.assert(fc.property(anyText, (text) => saysTheSame(text, text)));
});

test("a clause in other words is shown word by word, a foreign one whole", () => {
	const changes = agreementChanges(
		one("What is said here stays with the two of us.", "We meet monthly."),
		one(
			"What is said here stays with the two of us for good.",
			"Nobody records.",
		),
	);
	assert.deepEqual(
		changes.map(({ kind, stretches }) => [
			kind,
			...stretches.map((each) => `${each.kind}:${each.text}`),
		]),
		[
			["same", "same:Trust"],
			[
				"reworded",
				"same:What is said here stays with the two of ",
				"removed:us.",
				"added:us for good.",
			],
			["removed", "removed:We meet monthly."],
			["added", "added:Nobody records."],
		],
	);
});

function one(...clauses: string[]): AgreementText {
	return { sections: [{ heading: "Trust", clauses }] };
}

function flat({ sections }: AgreementText) {
	return sections.flatMap(({ heading, clauses }) => [
		["heading", heading],
		...clauses.map((text) => ["clause", text]),
	]);
}
