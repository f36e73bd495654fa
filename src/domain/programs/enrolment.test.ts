import assert from "node:assert/strict";
import test from "node:test";
import { enrolmentStatuses, isOpen, statusAfter } from "./enrolment.ts";
import { couldBePromoted, freePlaces, menteesTooMany } from "./places.ts";

const invited = { status: "invited", how: "invitation" } as const;
const nominated = { status: "nominated", how: "nomination" } as const;

test("an invitation is accepted or declined, and a no may be taken back", () => {
	assert.equal(statusAfter("accept", invited), "enrolled");
	assert.equal(statusAfter("decline", invited), "declined");
	assert.equal(
		statusAfter("accept", { status: "declined", how: "invitation" }),
		"enrolled",
	);
});

test("a nomination needs two yeses in either order", () => {
	assert.equal(statusAfter("accept", nominated), "applied");
	assert.equal(
		statusAfter("admit", { status: "applied", how: "nomination" }),
		"enrolled",
	);
	assert.equal(statusAfter("admit", nominated), "invited");
	assert.equal(
		statusAfter("accept", { status: "invited", how: "nomination" }),
		"enrolled",
	);
	assert.equal(
		statusAfter("accept", { status: "declined", how: "nomination" }),
		"applied",
	);
});

test("whoever was not admitted or has withdrawn cannot be admitted behind their back", () => {
	for (const status of [
		"not-admitted",
		"withdrawn",
		"declined",
		"left",
	] as const)
		assert.equal(
			statusAfter("admit", { status, how: "application" }),
			undefined,
		);
});

test("leaving ends what is open and nothing else", () => {
	assert.deepEqual(enrolmentStatuses.filter(isOpen), [
		"invited",
		"applied",
		"nominated",
		"enrolled",
		"waiting",
	]);
});

const places = {
	offered: 10,
	taken: 12,
	mentees: 12,
	waiting: 4,
	limit: null,
	isPaired: false,
};

test("before the first round nobody waits for a mentor who may still say yes", () => {
	assert.equal(freePlaces(places), null);
	assert.equal(couldBePromoted(places), 4);
	assert.equal(menteesTooMany(places), 2);
});

test("after it, and under a limit, places are counted", () => {
	assert.equal(freePlaces({ ...places, isPaired: true }), 0);
	assert.equal(freePlaces({ ...places, offered: 15, isPaired: true }), 3);
	assert.equal(freePlaces({ ...places, limit: 14 }), 2);
	assert.equal(freePlaces({ ...places, limit: 11 }), 0);
	assert.equal(
		couldBePromoted({ ...places, offered: 15, limit: 14, isPaired: true }),
		2,
	);
});
