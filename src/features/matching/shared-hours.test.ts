import assert from "node:assert/strict";
import test from "node:test";
import { sharedHours } from "./shared-hours.ts";

test("two working days meet where both are at work, told on the first one's clock", () => {
	assert.deepEqual(sharedHours("2026-03-02", "Europe/Berlin", "Europe/Oslo"), {
		from: "09:00",
		to: "17:00",
	});
	assert.deepEqual(
		sharedHours("2026-03-02", "Europe/Berlin", "America/Sao_Paulo"),
		{ from: "13:00", to: "17:00" },
	);
});

test("days on two sides of the date line meet as well; half a world apart they do not", () => {
	assert.deepEqual(
		sharedHours("2026-03-02", "Pacific/Auckland", "America/Los_Angeles"),
		{ from: "09:00", to: "14:00" },
	);
	assert.equal(
		sharedHours("2026-03-02", "Europe/Berlin", "Pacific/Honolulu"),
		undefined,
	);
	assert.equal(sharedHours("2026-03-02", "Europe/Berlin", "Mars"), undefined);
});
