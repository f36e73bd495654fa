import assert from "node:assert/strict";
import test from "node:test";
import { type KeptTask, keptWorker } from "./kept-worker.ts";

// A thread that says how often it was asked, ends at a wrong word and never answers another.
const module = new URL(
	`data:text/javascript,${encodeURIComponent(`
		import { parentPort, threadId } from "node:worker_threads";
		let asked = 0;
		parentPort.on("message", (word) => {
			asked++;
			if (word === "wrong") throw new Error("wrong word");
			if (word === "never") return;
			parentPort.postMessage({ kind: "step", step: word });
			parentPort.postMessage({ kind: "output", output: { asked, threadId }, isTired: word === "much" });
		});
	`)}`,
);
type Answer = { readonly asked: number; readonly threadId: number };

const signal = new AbortController().signal;
const task = (input: string, own: Partial<KeptTask<string>> = {}) => ({
	input,
	signal,
	onStep: async () => {},
	...own,
});

test("a thread waits for the next task, unless it holds much, and tasks at the same time have threads of their own", async () => {
	const ask = keptWorker<string, Answer>({ module, memoryMb: 64 });
	const steps: string[] = [];
	const first = await ask(
		task("a", { onStep: async (step) => void steps.push(step) }),
	);
	assert.deepEqual(steps, ["a"]);
	const second = await ask(task("b"));
	assert.deepEqual(second, { asked: 2, threadId: first.threadId });
	const both = await Promise.all([ask(task("c")), ask(task("much"))]);
	assert.notEqual(both[0].threadId, both[1].threadId);
	assert.deepEqual(await ask(task("d")), {
		asked: 4,
		threadId: first.threadId,
	});
	await ask(task("much"));
	assert.equal((await ask(task("e"))).asked, 1);
});

test("a thread that fails or is stopped is not asked again", async () => {
	const ask = keptWorker<string, Answer>({ module, memoryMb: 64 });
	const { threadId } = await ask(task("a"));
	await assert.rejects(ask(task("wrong")), /wrong word/);
	const next = await ask(task("b"));
	assert.notEqual(next.threadId, threadId);
	const stop = new AbortController();
	const stopped = ask(task("never", { signal: stop.signal }));
	stop.abort(new Error("stopped"));
	await assert.rejects(stopped, /stopped/);
	assert.equal((await ask(task("c"))).asked, 1);
	await assert.rejects(ask(task("d", { signal: stop.signal })), /stopped/);
});
