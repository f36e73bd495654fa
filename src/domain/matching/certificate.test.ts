import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim } from "./certificate.ts";
import { checkCertificate } from "./certificate.ts";
import { checkInColumns } from "./certificate-columns.ts";
import { claimOf, columnClaimOf, outcomeOf, pairsOf } from "./outcome.ts";
import type { Objective, Problem } from "./problem.ts";
import { assembleProblem } from "./problem.ts";
import { solve } from "./solve.ts";

for (const objective of ["people", "total"] as const) {
	test(`${objective}: a true certificate proves its result`, () => {
		const check = checkCertificate(trueClaim(objective));
		assert.ok(check.ok);
		assert.equal(check.total, check.upperBound);
	});

	test(`${objective}: no single price or surplus can be changed into a proof of something else`, () => {
		const claim = trueClaim(objective);
		const truth = checkCertificate(claim);
		assert.ok(truth.ok);
		for (const side of ["surplus", "price"] as const)
			for (const [id, vector] of claim.certificate[side])
				for (const [t, value] of vector.entries())
					for (const change of [-1, 1, -5_000_000, 5_000_000]) {
						const forged = vector.with(t, value + change);
						const check = checkCertificate({
							...claim,
							certificate: {
								...claim.certificate,
								[side]: new Map(claim.certificate[side]).set(id, forged),
							},
						});
						// Some prices have room; what they then prove must still be the same.
						if (check.ok) assert.equal(check.upperBound, truth.upperBound);
					}
	});

	test(`${objective}: worse pairs are never proved best`, () => {
		const claim = trueClaim(objective);
		claim.used.forEach((_, k) => {
			const fewer = { ...claim, used: claim.used.toSpliced(k, 1) };
			assert.equal(checkCertificate(fewer).ok, false);
		});
		for (const pair of claim.candidates) {
			const more = { ...claim, used: [...claim.used, pair] };
			assert.equal(checkCertificate(more).ok, false);
		}
	});
}

for (const objective of ["people", "total"] as const)
	test(`${objective}: the check in columns says what the check by ids says, of true and of forged claims`, () => {
		const problem = problemOf(objective);
		const solution = solve(problem);
		const { certificate } = outcomeOf(problem, solution);
		const used = (marks: Uint8Array) => pairsOf(problem, marks);
		const agree = (marks: Uint8Array, own: typeof certificate) => {
			const byId = checkCertificate(claimOf(problem, used(marks), own));
			const inColumns = checkInColumns(
				columnClaimOf(problem, { used: marks }, own),
			);
			assert.equal(inColumns?.ok, byId.ok);
			if (byId.ok) assert.deepEqual(inColumns, byId);
		};
		agree(solution.used, certificate);
		solution.used.forEach((mark, e) =>
			agree(solution.used.with(e, 1 - mark), certificate),
		);
		for (const side of ["surplus", "price"] as const)
			for (const [id, vector] of certificate[side])
				for (const [t, value] of vector.entries())
					for (const change of [-1, 1, -5_000_000, 5_000_000])
						agree(solution.used, {
							...certificate,
							[side]: new Map(certificate[side]).set(
								id,
								vector.with(t, value + change),
							),
						});
	});

test("unknown pairs, missing prices and the other objective's certificate are refused by name", () => {
	const claim = trueClaim("people");
	const whys = (changed: Claim) => {
		const check = checkCertificate(changed);
		return check.ok ? [] : check.problems.map(({ why }) => why);
	};
	const stranger = { mentee: "Wei", mentor: "nobody" };
	assert.ok(whys({ ...claim, used: [stranger] }).includes("unknown-pair"));
	const price = new Map(claim.certificate.price);
	price.delete("Ingrid");
	const certificate = { ...claim.certificate, price };
	assert.deepEqual(whys({ ...claim, certificate }), ["no-price"]);
	assert.deepEqual(whys({ ...claim, objective: "total" }), ["other-tiers"]);
});

/** Three mentees, one of whom wants two mentors, and three places: somebody goes without. */
function trueClaim(objective: Objective): Claim {
	const problem = problemOf(objective);
	const { pairs, certificate } = outcomeOf(problem, solve(problem));
	return claimOf(problem, pairs, certificate);
}

function problemOf(objective: Objective): Problem {
	const scores = {
		Wei: { Ingrid: 9, Tomás: 7, Ruth: 1 },
		Jola: { Ingrid: 8, Tomás: 2 },
		Noor: { Ingrid: 6, Ruth: 5 },
		Ada: { Tomás: 4 },
	};
	return assembleProblem({
		objective,
		seed: "",
		mentees: Object.keys(scores).map((id) => ({
			id,
			units: id === "Wei" ? 2 : 1,
		})),
		mentors: ["Ingrid", "Tomás", "Ruth"].map((id) => ({ id, units: 1 })),
		pairs: Object.entries(scores).flatMap(([mentee, own]) =>
			Object.entries(own).map(([mentor, points]) => ({
				mentee,
				mentor,
				points: points * 1_000_000,
			})),
		),
	});
}
