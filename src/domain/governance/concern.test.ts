import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { afterStep, type ConcernState } from "./concern.ts";

const received: ConcernState = { status: "received", closingBy: undefined };

test("the ombudsperson takes it up, one of the two proposes to close, the other agrees", () => {
	const taken = afterStep(received, "take-up", "ombudsperson");
	assert.equal(taken?.status, "in-progress");
	assert.equal(afterStep(received, "take-up", "author"), undefined);
	assert.ok(taken);
	const closing = afterStep(taken, "propose-closing", "ombudsperson");
	assert.ok(closing);
	assert.equal(afterStep(closing, "close", "ombudsperson"), undefined);
	assert.equal(afterStep(closing, "close", "author")?.status, "closed");
	assert.equal(afterStep(closing, "go-on", "author")?.status, "in-progress");
});

test("nobody closes it alone, whatever they do", () => {
	const steps = fc.array(
		fc.constantFrom(
			"take-up" as const,
			"propose-closing" as const,
			"go-on" as const,
			"close" as const,
		),
	);
	fc.assert(
		fc.property(
			steps,
			fc.constantFrom("author" as const, "ombudsperson" as const),
			(taken, by) => {
				const end = taken.reduce<ConcernState>(
					(state, step) => afterStep(state, step, by) ?? state,
					received,
				);
				return end.status !== "closed";
			},
		),
	);
});

test("what is closed stays closed", () => {
	const closed: ConcernState = { status: "closed", closingBy: undefined };
	for (const step of ["take-up", "propose-closing", "go-on", "close"] as const)
		for (const by of ["author", "ombudsperson"] as const)
			assert.equal(afterStep(closed, step, by), undefined);
});
