import assert from "node:assert/strict";
import test from "node:test";
import { NoLongerAdmitted, whileAdmitted } from "./still-admitted.ts";

const never = new Promise<void>(() => {});

test("a stream that says nothing is cut off all the same", async () => {
	const heard = await all(whileAdmitted(silence(), never, async () => false));
	assert.deepEqual(heard, []);
});

test("events pass through, and the end is the end", async () => {
	const heard = await all(whileAdmitted(count(3), never, async () => true));
	assert.deepEqual(heard, [1, 2, 3]);
});

test("a look that is no longer admitted ends the stream; anything else is a bug and comes out", async () => {
	const heard = await all(
		whileAdmitted(count(3, new NoLongerAdmitted()), never, async () => true),
	);
	assert.deepEqual(heard, [1, 2, 3]);
	await assert.rejects(
		all(whileAdmitted(count(1, new Error("bug")), never, async () => true)),
		/bug/,
	);
});

test("when its reader goes, nobody asks any more", async () => {
	const gone = Promise.withResolvers<void>();
	const heard = all(
		whileAdmitted(silence(), gone.promise, () =>
			Promise.reject(new Error("asked for nobody")),
		),
	);
	gone.resolve();
	assert.deepEqual(await heard, []);
});

async function* silence(): AsyncGenerator<unknown> {
	yield await never;
}

async function* count(to: number, end?: Error): AsyncGenerator<unknown> {
	for (let number = 1; number <= to; number += 1) yield number;
	if (end !== undefined) throw end;
}

async function all(events: AsyncIterable<unknown>): Promise<unknown[]> {
	const heard = [];
	for await (const event of events) heard.push(event);
	return heard;
}
