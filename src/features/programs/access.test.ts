import assert from "node:assert/strict";
import test from "node:test";
import {
	type Cohort,
	cohort,
	enrolmentOf,
	person,
} from "../../../test/cohort.ts";
import type { Office } from "../../platform/http/guard.ts";
import { loadPairingFacts } from "./queries/pairing-facts.ts";

const process = (name: "pairing" | "housekeeping") =>
	({ kind: "process", process: name }) as const;

test("a program being prepared is there for whoever runs it, and for no one else", async () => {
	await using world = await cohort();
	for (const path of [
		"",
		"/charter",
		"/people",
		"/invitation",
		"/apply",
		"/part",
	]) {
		const seen = await (await world.as(world.wei)).get(
			`/programs/${world.program}${path}`,
		);
		assert.equal(seen.status, 404, path);
	}
	const ruth = await world.as(world.ruth);
	assert.equal((await ruth.get(`/programs/${world.program}`)).status, 200);
	assert.equal((await ruth.get("/programs/nonsense")).status, 404);
});

test("participants see their own row and page, never the others'", async () => {
	await using world = await cohort();
	await enrol(world, world.wei, "mentee");
	await enrol(world, world.ingrid, "mentor");
	const wei = await world.as(world.wei);
	const home = await wei.get(`/programs/${world.program}`);
	assert.match(home.text, /You have a place/);
	assert.doesNotMatch(home.text, /Ingrid/);
	assert.equal(
		(await wei.get(`/programs/${world.program}/people`)).status,
		404,
	);
	const other = await enrolmentOf(world, world.ingrid, "mentor");
	assert.equal(
		(await wei.get(`/programs/${world.program}/people/${other}`)).status,
		404,
	);
	const answer = await wei.send(
		`/programs/${world.program}/invitation/${other}`,
		{ answer: "decline" },
	);
	assert.equal(answer.status, 404);
	assert.deepEqual(await seenBy(world, world.wei), [world.wei]);
	assert.deepEqual(await seenBy(world, world.jola), []);
});

test("program managers, committee and analysts of the program see who is enrolled; those of another do not", async () => {
	await using world = await cohort();
	await enrol(world, world.wei, "mentee");
	await appoint(world, world.tomas, "committee-member", world.program);
	const elsewhere = await world.arrange(async (tx) => {
		const { id } = await tx
			.insertInto("program")
			.values({ name: "Elsewhere", template: "none", kind: "peer" })
			.returning("id")
			.executeTakeFirstOrThrow();
		return id;
	});
	await appoint(world, world.jola, "program-manager", elsewhere);
	const page = `/programs/${world.program}/people`;
	const tomas = await world.as(world.tomas);
	const seen = await tomas.get(page);
	assert.match(seen.text, /Wei Zhang/);
	assert.doesNotMatch(seen.text, /Invite again/);
	assert.deepEqual(await seenBy(world, world.tomas), [world.wei]);
	assert.equal((await tomas.get(`${page}.csv`)).status, 404);
	assert.equal(
		(await tomas.get(`/programs/${world.program}/invite`)).status,
		404,
	);
	const id = await enrolmentOf(world, world.wei);
	const decided = await tomas.send(`${page}/${id}`, {
		decision: "hold",
		seen: "enrolled",
	});
	assert.equal(decided.status, 404);
	const jola = await world.as(world.jola);
	assert.equal((await jola.get(page)).status, 404);
	assert.deepEqual(await seenBy(world, world.jola), []);
	assert.deepEqual(await seenBy(world, world.ada), []);
	const changed = await world.acting(person(world.tomas), (tx) =>
		tx
			.updateTable("enrolment")
			.set({ status: "withdrawn" })
			.where("id", "=", id)
			.executeTakeFirstOrThrow(),
	);
	assert.equal(changed.numUpdatedRows, 0n);
});

test("reading somebody's enrolment is journalled and the person can see it", async () => {
	await using world = await cohort();
	await enrol(world, world.wei, "mentee");
	const ruth = await world.as(world.ruth);
	await ruth.get(
		`/programs/${world.program}/people/${await enrolmentOf(world, world.wei)}`,
	);
	const entries = await world.acting(person(world.wei), (tx) =>
		tx
			.selectFrom("journal")
			.select(["act", "person_id"])
			.where("about_person_id", "=", world.wei)
			.where("act", "=", "read-enrolment")
			.execute(),
	);
	assert.deepEqual(entries, [{ act: "read-enrolment", person_id: world.ruth }]);
});

test("wishes are read by oneself and by pairing alone", async () => {
	await using world = await cohort();
	await enrol(world, world.wei, "mentee");
	const wei = await world.as(world.wei);
	const page = `/programs/${world.program}/part`;
	const unknown = await wei.send(`${page}/wishes`, { "wish-0": "Nobody Here" });
	assert.equal(unknown.status, 422);
	assert.match(unknown.html, /value="Nobody Here"/);
	const kept = await wei.post(`${page}/wishes`, { "wish-0": "ingrid solberg" });
	assert.match(kept.html, /value="ingrid.solberg@meridian.example"/);
	const wishes = (who: string) =>
		world.acting(person(who), (tx) =>
			tx.selectFrom("wish").select("wished_id").execute(),
		);
	assert.deepEqual(await wishes(world.wei), [{ wished_id: world.ingrid }]);
	for (const other of [world.ingrid, world.ruth, world.ada])
		assert.deepEqual(await wishes(other), []);
	const facts = await world.acting(process("pairing"), (tx) =>
		loadPairingFacts(tx, world.program, [world.wei]),
	);
	assert.deepEqual(facts.get(world.wei)?.["wishes"], [world.ingrid]);
	const entries = await world.acting(person(world.ada), (tx) =>
		tx
			.selectFrom("journal")
			.select("detail")
			.where("act", "=", "set-wishes")
			.execute(),
	);
	assert.deepEqual(entries, [{ detail: { count: 1 } }]);
});

test("a block is seen by whoever asked and by the program manager, never by the other; pairing knows it both ways", async () => {
	await using world = await cohort();
	await enrol(world, world.wei, "mentee");
	await enrol(world, world.ingrid, "mentor");
	const wei = await world.as(world.wei);
	const page = `/programs/${world.program}/part`;
	const kept = await wei.post(`${page}/blocks`, { other: "Ingrid Solberg" });
	assert.match(kept.text, /Ingrid Solberg Take back/);
	const ruth = await world.as(world.ruth);
	const apart = `/programs/${world.program}/apart`;
	assert.match((await ruth.get(apart)).text, /Wei Zhang Ingrid Solberg/);
	const blocks = (who: string) =>
		world.acting(person(who), (tx) =>
			tx.selectFrom("blocked_pair").select("other_id").execute(),
		);
	assert.equal((await blocks(world.wei)).length, 1);
	assert.equal((await blocks(world.ruth)).length, 1);
	assert.equal((await blocks(world.ingrid)).length, 0);
	const facts = await world.acting(process("pairing"), (tx) =>
		loadPairingFacts(tx, world.program, [world.wei, world.ingrid]),
	);
	assert.deepEqual(facts.get(world.ingrid)?.["blocked"], [world.wei]);
	assert.deepEqual(facts.get(world.wei)?.["blocked"], [world.ingrid]);
	await wei.post(`${page}/blocks/remove`, { other: world.ingrid });
	assert.equal((await blocks(world.ruth)).length, 0);
	// What the program manager entered, the person neither sees nor takes back.
	await ruth.post(apart, { person: "Wei Zhang", other: "Tomás Rivera" });
	assert.equal((await blocks(world.wei)).length, 0);
	await wei.post(`${page}/blocks/remove`, { other: world.tomas });
	assert.equal((await blocks(world.ruth)).length, 1);
});

test("nobody enters themself in a program but by asking", async () => {
	await using world = await cohort();
	const intrude = (status: "enrolled" | "nominated") =>
		world.acting(person(world.wei), (tx) =>
			tx
				.insertInto("enrolment")
				.values({
					program_id: world.program,
					person_id: world.wei,
					side: "mentee",
					status,
					how: "application",
				})
				.execute(),
		);
	await assert.rejects(intrude("enrolled"), /row-level security/);
	await assert.rejects(intrude("nominated"), /row-level security/);
});

test("the program manager's facts hold no style and no sensitive fact", async () => {
	await using world = await cohort();
	await world.acting(person(world.wei), async (tx) => {
		await tx
			.insertInto("sensitive_fact")
			.values({
				person_id: world.wei,
				fact: "birthYear",
				declared: "1990",
				declared_at: new Date(),
				pairing_agreed_at: new Date(),
			})
			.execute();
	});
	const generation = (actor: Parameters<Cohort["acting"]>[0]) =>
		world.acting(actor, async (tx) => {
			const facts = await loadPairingFacts(tx, world.program, [world.wei]);
			return facts.get(world.wei)?.["generation"];
		});
	assert.equal(await generation(person(world.ruth)), undefined);
	assert.equal(await generation(process("pairing")), "millennial");
});

async function enrol(world: Cohort, who: string, side: "mentor" | "mentee") {
	await world.acting(process("housekeeping"), async (tx) => {
		await tx
			.insertInto("enrolment")
			.values({
				program_id: world.program,
				person_id: who,
				side,
				status: "enrolled",
				how: "invitation",
			})
			.execute();
	});
}

async function appoint(
	world: Cohort,
	who: string,
	office: Office,
	program: string,
) {
	await world.arrange((tx) =>
		tx
			.insertInto("office")
			.values({ person_id: who, office, program_id: program })
			.execute(),
	);
}

function seenBy(world: Cohort, who: string): Promise<string[]> {
	return world.acting(person(who), async (tx) => {
		const rows = await tx.selectFrom("enrolment").select("person_id").execute();
		return rows.map((row) => row.person_id);
	});
}
