import assert from "node:assert/strict";
import test from "node:test";
import { grantOffice } from "../administration/commands.ts";
import { addPerson } from "../../../test/world.ts";
import {
	begin,
	inDays,
	pairsOf,
	planned,
	propose,
	roundWorld,
	rows,
} from "../../../test/round.ts";

test("a decision plans the whole anew at once; undoing and doing it again lead to the same pairs", async () => {
	await using world = await roundWorld();
	const { manager, base, round } = await begin(world);
	const board = await propose(world, base);
	assert.match(board.text, /Most people .*Greatest sum/);
	const names = async () =>
		(await pairsOf(world, round))
			.map(({ mentee, mentor }) => `${mentee} ${mentor}`)
			.toSorted();
	const before = await names();
	const { Wei = "", Amara = "" } = world.people;
	await manager.post(`${base}/decisions`, { pin: `${Wei} ${Amara}` });
	const pinned = await planned(world, base);
	assert.match(pinned.text, /Wei Zhang is pinned with Amara Okafor/);
	assert.match(pinned.text, /(mentees?|Nobody) moved/);
	const after = await names();
	assert.ok(after.includes(`${Wei} ${Amara}`));
	await manager.post(`${base}/decisions`, { back: "undo" });
	const undone = await planned(world, base);
	assert.match(undone.text, /Do it again/);
	assert.deepEqual(await names(), before);
	await manager.post(`${base}/decisions`, { back: "redo" });
	await planned(world, base);
	assert.deepEqual(await names(), after);
});

test("both plans are kept, each with its fingerprint; taking the other one can be undone", async () => {
	await using world = await roundWorld();
	const { manager, base, round } = await begin(world);
	await propose(world, base);
	const plans = () =>
		rows(world, (tx) =>
			tx
				.selectFrom("round_plan")
				.innerJoin("round", "round.id", "round_plan.round_id")
				.select(["kind", "round_plan.fingerprint", "objective"])
				.where("round_id", "=", round)
				.orderBy("kind")
				.execute(),
		);
	const first = await plans();
	assert.deepEqual(
		first.map(({ kind }) => kind).filter((kind) => kind !== "fair"),
		["people", "stable", "total", "worst-first"],
	);
	await manager.post(`${base}/decisions`, { plan: "total" });
	await planned(world, base);
	const second = await plans();
	assert.equal(second[0]?.objective, "total");
	assert.deepEqual(
		second.map(({ fingerprint }) => fingerprint),
		first.map(({ fingerprint }) => fingerprint),
	);
	await manager.post(`${base}/decisions`, { back: "undo" });
	assert.equal((await plans())[0]?.objective, "people");
});

test("a form from before another manager's decision decides nothing, and says who decided", async () => {
	await using world = await roundWorld();
	const { manager, base, round } = await begin(world);
	await propose(world, base);
	const second = await world.arrange(async (tx) => {
		const id = await addPerson(tx, { first_name: "Otto", last_name: "Brandt" });
		await grantOffice(tx, {
			person: id,
			office: "program-manager",
			program: world.program,
			until: null,
			by: world.ruth,
		});
		return id;
	});
	const { Wei = "", Amara = "", Jola = "", Tomás = "" } = world.people;
	await manager.post(`${base}/decisions`, {
		pin: `${Wei} ${Amara}`,
		seen: "0",
	});
	await planned(world, base);
	const otto = await world.as(second);
	assert.match(
		(await otto.get(base)).text,
		/Wei Zhang is pinned with Amara Okafor/,
	);
	const stale = await otto.send(`${base}/decisions`, {
		pin: `${Jola} ${Tomás}`,
		seen: "0",
	});
	assert.equal(stale.status, 422);
	assert.match(stale.text, /Ruth .* decided something on this board meanwhile/);
	const kept = await rows(world, (tx) =>
		tx.selectFrom("round_decision").select("mentee_id").execute(),
	);
	assert.deepEqual(kept, [{ mentee_id: Wei }]);
	const fresh = await otto.send(`${base}/decisions`, {
		pin: `${Jola} ${Tomás}`,
		seen: "1",
	});
	assert.equal(fresh.status, 303);
	await planned(world, base);
	assert.equal((await pairsOf(world, round)).length, 7);
});

test("a supposed place is no place: it can be tried, not published; the mentor's yes makes it one", async () => {
	await using world = await roundWorld();
	const { manager, base, round } = await begin(world);
	await propose(world, base);
	const { Amara = "" } = world.people;
	await manager.post(`${base}/decisions`, { place: `${Amara} 1` });
	await planned(world, base);
	assert.equal((await pairsOf(world, round)).length, 7);
	assert.match((await manager.get(base)).text, /Without the supposed place/);
	const answer = { "answer-by": inDays(14), note: "Agreed." };
	assert.equal((await manager.send(`${base}/publish`, answer)).status, 409);
	await manager.post(`${base}/places`, { mentor: Amara });
	const amara = await world.as(Amara);
	const today = await amara.get("/");
	assert.match(today.text, /Have you room for one more mentee/);
	const { id } = await rows(world, (tx) =>
		tx.selectFrom("place_request").select("id").executeTakeFirstOrThrow(),
	);
	const { Wei = "" } = world.people;
	const wei = await world.as(Wei);
	assert.equal((await wei.get(`/place-requests/${id}`)).status, 404);
	await amara.post(`/place-requests/${id}/answer`, { answer: "not-now" });
	const answered = await amara.get(`/place-requests/${id}`);
	assert.match(answered.text, /You said: not now.*I have room after all/);
	await amara.post(`/place-requests/${id}/answer`, { answer: "yes" });
	const places = await rows(world, (tx) =>
		tx
			.selectFrom("enrolment")
			.select("capacity")
			.where("person_id", "=", Amara)
			.executeTakeFirstOrThrow(),
	);
	assert.equal(places.capacity, 2);
	await world.workJobs();
	assert.equal((await manager.send(`${base}/publish`, answer)).status, 303);
});

test("publishing keeps who signed, the note and the fingerprint; overrides by group are read by pairing alone", async () => {
	await using world = await roundWorld();
	const { manager, base, round } = await begin(world);
	await propose(world, base);
	const { Wei = "", Amara = "" } = world.people;
	await manager.post(`${base}/decisions`, { pin: `${Wei} ${Amara}` });
	await planned(world, base);
	const unsigned = await manager.send(`${base}/publish`, {
		"answer-by": inDays(14),
		note: " ",
	});
	assert.equal(unsigned.status, 422);
	await manager.post(`${base}/publish`, {
		"answer-by": inDays(14),
		note: "Wei asked for Amara; the committee agreed.",
	});
	const signed = await world.arrange((tx) =>
		tx
			.selectFrom("round")
			.select("fingerprint")
			.where("id", "=", round)
			.executeTakeFirst(),
	);
	assert.ok(signed?.fingerprint);
	const counted = await rows(world, (tx) =>
		tx
			.selectFrom("round_override")
			.select(["decision", "people"])
			.where("people", ">", 0)
			.execute(),
	);
	assert.ok(counted.every(({ decision }) => decision === "pin"));
});
