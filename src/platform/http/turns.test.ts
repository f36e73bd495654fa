import assert from "node:assert/strict";
import test from "node:test";
import { Busy, inTurn, turns } from "./turns.ts";

test("never more than two at once, whoever comes while a turn is handed on", async () => {
	const two = turns({ atOnce: 2, mostWaiting: 100 });
	let running = 0;
	let most = 0;
	const work = () =>
		inTurn(two, async () => {
			running += 1;
			most = Math.max(most, running);
			await new Promise((resolve) => setImmediate(resolve));
			running -= 1;
		});
	const newcomers: Promise<void>[] = [];
	const first = Array.from({ length: 20 }, () =>
		work().then(() => void newcomers.push(work())),
	);
	await Promise.all(first);
	await Promise.all(newcomers);
	assert.equal(most, 2);
	assert.equal(newcomers.length, 20);
});

test("whoever waits longest comes next", async () => {
	const one = turns({ atOnce: 1, mostWaiting: 100 });
	const order: number[] = [];
	await Promise.all(
		[1, 2, 3, 4].map((number) =>
			inTurn(one, async () => void order.push(number)),
		),
	);
	assert.deepEqual(order, [1, 2, 3, 4]);
});

test("a full line is refused at once, and a failure gives its turn back", async () => {
	const one = turns({ atOnce: 1, mostWaiting: 1 });
	const giveBack = await one.take();
	const waiting = inTurn(one, () => Promise.reject(new Error("failed")));
	await assert.rejects(one.take(), Busy);
	giveBack();
	giveBack();
	await assert.rejects(waiting, /failed/);
	(await one.take())();
});
