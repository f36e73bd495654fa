import assert from "node:assert/strict";
import test from "node:test";
import { crossPool } from "../pool.ts";

const requests = 10_000;

test("10,000 transactions of 50 people over four connections never meet another's row", async () => {
	const seen = await crossPool(requests);
	assert.equal(seen.foreign, 0);
	assert.equal(seen.none, 0);
	assert.equal(seen.own, requests, "each saw exactly the one row of their own");
	assert.ok(seen.broken > requests / 2, `${seen.broken} ended badly`);
	assert.equal(seen.cut, requests / 500);
});
