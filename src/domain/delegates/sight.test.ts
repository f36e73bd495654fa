import assert from "node:assert/strict";
import test from "node:test";
import {
	deeds,
	type Delegation,
	delegateMay,
	delegateSees,
	delegationProblem,
	keepsCalendar,
	things,
} from "./sight.ts";

const given: Delegation = {
	person: "Ingrid",
	delegate: "Lena",
	from: "2026-03-01",
	until: "2026-06-30",
	isEnded: false,
};

test("a delegate sees when and where, and nothing else", () => {
	assert.deepEqual(things.filter(delegateSees), [
		"free-time",
		"session-time",
		"session-place",
	]);
	assert.deepEqual(deeds.filter(delegateMay), [
		"offer-times",
		"move-session",
		"name-place",
	]);
});

test("a calendar is kept from the first day to the last, by that person, of that person, until it is taken back", () => {
	const keeps = (
		on: string,
		{ delegate = "Lena", of = "Ingrid", delegations = [given] } = {},
	) => keepsCalendar(delegations, delegate, { of, on });
	assert.deepEqual(
		["2026-02-28", "2026-03-01", "2026-06-30", "2026-07-01"].map((on) =>
			keeps(on),
		),
		[false, true, true, false],
	);
	assert.equal(keeps("2026-04-01", { delegate: "Wei" }), false);
	assert.equal(keeps("2026-04-01", { of: "Lena", delegate: "Ingrid" }), false);
	assert.equal(keeps("2026-04-01", { of: "Wei" }), false);
	const ended = { ...given, isEnded: true };
	assert.equal(keeps("2026-04-01", { delegations: [ended] }), false);
});

test("nobody is their own delegate, for the past, backwards, for more than a year, or twice at once", () => {
	const today = "2026-01-01";
	const problem = (
		change: Partial<Delegation>,
		granted: readonly Delegation[] = [],
	) => delegationProblem({ ...given, ...change }, { today, granted });
	assert.equal(problem({}), undefined);
	assert.equal(problem({ delegate: "Ingrid" }), "oneself");
	assert.equal(problem({ from: "2025-12-31" }), "from-in-the-past");
	assert.equal(problem({ until: "2026-02-01" }), "until-before-from");
	assert.equal(problem({ until: "2027-03-02" }), undefined);
	assert.equal(problem({ until: "2027-03-03" }), "longer-than-a-year");
	assert.equal(problem({}, [given]), "already-delegate");
	assert.equal(problem({}, [{ ...given, isEnded: true }]), undefined);
	assert.equal(
		problem({ from: "2026-07-01", until: "2026-12-31" }, [given]),
		undefined,
	);
});
