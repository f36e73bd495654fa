import assert from "node:assert/strict";
import test from "node:test";
import {
	begin,
	perform,
	propose,
	roundWorld,
	type RoundWorld,
	rows,
} from "../../../../test/round.ts";
import { addPerson } from "../../../../test/world.ts";
import { plansOf } from "../queries/plans.ts";
import { whileWanted } from "./run.ts";

test("what is worked out beside a plan shows how far it is, can be stopped while at work, and leaves nothing half", async () => {
	await using world = await roundWorld();
	await twoGroups(world);
	const { manager, base, round } = await begin(world);
	const board = await propose(world, base);
	assert.match(board.text, /Equity-guarded Between groups Waits until/);
	const result = { round, fingerprint: await fingerprintOf(world, round) };
	const id = { ...result, work: "equity" } as const;
	const found = await whileWanted(
		world.database,
		id,
		"proof",
		async ({ signal, onStep }) => {
			await onStep({ bound: 1_234_500_000, gap: 0.00042 });
			const { text } = await manager.get(base);
			assert.match(text, /just begun, of 60 seconds at most/);
			assert.match(text, /None can have more than 1,234.5 points. Gap: 0.042%/);
			const stopped = await manager.post(`${base}/equity/cancel`);
			assert.match(stopped.text, /What was worked out before still stands/);
			assert.match(stopped.text, /somebody stopped it/);
			await onStep({});
			signal.throwIfAborted();
			return "not to be kept";
		},
	);
	assert.equal(found, undefined);
	await perform(world, "guard-round", result);
	assert.equal(await guarded(world, round), undefined);

	const again = await manager.post(`${base}/equity`);
	assert.match(again.text, /The work goes on/);
	assert.equal((await manager.send(`${base}/equity`, {})).status, 409);
	await perform(world, "guard-round", result);
	assert.equal((await guarded(world, round))?.frontier.length, 7);
	await manager.post(`${base}/equity/cancel`);
	await perform(world, "price-other-measure", result);
	assert.equal((await guarded(world, round))?.frontier.length, 7);
	// It is taken up where it was left.
	await manager.post(`${base}/equity`);
	await perform(world, "price-other-measure", result);
	assert.equal((await guarded(world, round))?.frontier.length, 14);
	const done = await manager.get(base);
	assert.doesNotMatch(done.text, /Stop this work|somebody stopped it/);
});

test("the plans for other aims that follow are those that a small round has at once", async () => {
	await using world = await roundWorld();
	const { manager, base, round } = await begin(world);
	await propose(world, base);
	const plans = () => rows(world, (tx) => plansOf(tx, round));
	const before = await plans();
	assert.equal(before.length, 4);
	await rows(world, (tx) =>
		tx
			.deleteFrom("round_plan")
			.where("round_id", "=", round)
			.where("kind", "<>", "people")
			.execute(),
	);
	assert.match((await manager.get(base)).text, /Other plans/);
	await perform(world, "plan-other-aims", {
		round,
		fingerprint: await fingerprintOf(world, round),
	});
	assert.deepEqual(await plans(), before);
});

test("work that fails says so, and work about a plan that is no more is given up", async () => {
	await using world = await roundWorld();
	const { manager, base, round } = await begin(world);
	await propose(world, base);
	const id = {
		round,
		fingerprint: await fingerprintOf(world, round),
		work: "equity",
	} as const;
	const broken = whileWanted(world.database, id, "guarded-plan", async () => {
		throw new Error("out of memory");
	});
	await assert.rejects(broken, /out of memory/);
	assert.match(
		(await manager.get(base)).text,
		/could not be worked out to the end/,
	);
	await manager.post(`${base}/equity`);
	const { Wei = "", Amara = "" } = world.people;
	const found = await whileWanted(
		world.database,
		id,
		"guarded-plan",
		async ({ signal, onStep }) => {
			await manager.post(`${base}/decisions`, { forbid: `${Wei} ${Amara}` });
			await manager.post(`${base}/decisions`, { pin: `${Wei} ${Amara}` });
			await onStep({});
			signal.throwIfAborted();
			return "of the plan before";
		},
	);
	assert.equal(found, undefined);
});

/** Ten mentees, five of one function: what can be compared. */
async function twoGroups(world: RoundWorld): Promise<void> {
	const { people, program } = world;
	await world.arrange(async (tx) => {
		const more = [];
		for (const first_name of ["Eda", "Ole"])
			more.push(await addPerson(tx, { first_name, last_name: "Neumann" }));
		for (const person_id of more)
			await tx
				.insertInto("enrolment")
				.values({
					program_id: program,
					person_id,
					side: "mentee",
					status: "enrolled",
					how: "demonstration",
				})
				.execute();
		const known = [
			"Wei",
			"Jola",
			"Samir",
			"Ana",
			"Kofi",
			"Lena",
			"Ravi",
			"Mia",
		];
		const all = [...known.map((name) => people[name] ?? ""), ...more];
		for (const [place, id] of all.entries())
			await tx
				.updateTable("person")
				.set({ function: place < 5 ? "Finance" : "Legal" })
				.where("id", "=", id)
				.execute();
	});
}

async function guarded(world: RoundWorld, round: string) {
	const plans = await rows(world, (tx) => plansOf(tx, round));
	return plans.find(({ kind }) => kind === "fair");
}

async function fingerprintOf(
	world: RoundWorld,
	round: string,
): Promise<string> {
	const { fingerprint } = await rows(world, (tx) =>
		tx
			.selectFrom("round")
			.select("fingerprint")
			.where("id", "=", round)
			.executeTakeFirstOrThrow(),
	);
	return fingerprint ?? "";
}
