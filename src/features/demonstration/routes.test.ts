import assert from "node:assert/strict";
import test from "node:test";
import { asOwner } from "../../../test/owner.ts";
import { demonstrationWorld, establishedWorld } from "../../../test/world.ts";
import { castMembers } from "./queries.ts";

test("in an installation of one's own nobody signs in by one click", async () => {
	await using world = await establishedWorld();
	const seen = await world
		.stranger()
		.send("/demonstration/sign-in", { person: world.ada });
	assert.equal(seen.status, 404);
	assert.doesNotMatch(
		(await world.stranger().get("/sign-in")).text,
		/Who would you like to be/,
	);
});

test("an organisation that is set up has no door into the demonstration", async () => {
	await using world = await establishedWorld();
	const seen = await world.stranger().send("/demonstration/enter", {});
	assert.equal(seen.status, 404);
});

test("where one-click sign-in is not open, the demonstration does not offer it either", async () => {
	await using world = await demonstrationWorld();
	const [ruth] = await world.arrange((tx) => castMembers(tx));
	assert.equal(ruth?.name, "Ruth Wanjiru");
	const seen = await world
		.stranger()
		.send("/demonstration/sign-in", { person: ruth.id });
	assert.equal(seen.status, 404);
});

test("the demonstration has two programs, one of them with relationships", async () => {
	await using world = await demonstrationWorld();
	const programs = await world.arrange((tx) =>
		tx
			.selectFrom("program")
			.leftJoin("relationship", "relationship.program_id", "program.id")
			.select(({ fn }) => [
				"program.name",
				fn.count<string>("relationship.id").as("relationships"),
			])
			.groupBy("program.name")
			.orderBy("program.name")
			.execute(),
	);
	assert.deepEqual(
		programs.map(({ name, relationships }) => [
			name,
			Number(relationships) > 0,
		]),
		[
			["Next Watch", false],
			["The Long View", true],
		],
	);
});

test("whoever one enters the demonstration as, something waits for them or goes on, and each room has something in it", async () => {
	await using world = await demonstrationWorld();
	const cast = await world.arrange(
		async (tx) =>
			new Map(
				(await castMembers(tx)).map(({ id, name }) => [name.split(" ")[0], id]),
			),
	);
	const [found] = await asOwner<{ circle: string; program: string }>(
		world.database,
		"select relationship_id as circle, program_id as program from mentoring_circle",
	);
	assert.ok(found);
	const { circle, program } = found;
	const as = (name: string) => world.as(cast.get(name) ?? "");
	for (const [name, id] of cast.entries()) {
		const today = await (await world.as(id)).get("/");
		assert.match(
			today.text,
			/What waits for you today|What goes on/,
			String(name),
		);
	}
	const jola = await as("Jola");
	const asked = (await jola.get("/")).text;
	assert.match(asked, /You and Tomás have not met since/);
	assert.match(asked, /How is it going with/);
	assert.match(asked, /Can you come\? Circle/);
	assert.match(
		(await jola.get(`/programs/${program}/roundtables`)).text,
		/The decision I would take back.* \d\d:00 2 /s,
	);
	assert.match(
		(await (await as("Tomás")).get("/")).text,
		/You and Jola have not met since/,
	);
	assert.match(
		(await (await as("Piet")).get("/")).text,
		/New to leading leaders/,
	);
	const room = (await jola.get(`/relationships/${circle}`)).text;
	assert.match(room, /New to leading leaders/);
	assert.equal(
		(await (await as("Ruth")).get(`/relationships/${circle}`)).status,
		404,
	);
	const cases = (await (await as("Denise")).get("/cases")).text;
	assert.match(cases, /Asked on .* Take it on .* 2 cases, of 4/s);
	const health = (await (await as("Ruth")).get(`/programs/${program}/health`))
		.text;
	assert.match(health, /said how it goes .* Somebody helps .* Not yet/s);
	assert.match(room, /Your next session .* facilitates/s);
	const wei = await as("Wei");
	const linksIn = async (path: string, kind: string) => [
		...new Set(
			(await wei.get(path)).html.match(
				new RegExp(`/${kind}/[0-9a-f-]{36}`, "g"),
			),
		),
	];
	const own = await linksIn("/relationships", "relationships");
	const dates = await Promise.all(
		own.map((path) => linksIn(`${path}/sessions`, "sessions")),
	);
	const seen = await Promise.all(
		dates.flat().map(async (path) => (await wei.get(path)).text),
	);
	assert.ok(
		seen.some((text) =>
			/The board wants one date .* I would have given/s.test(text),
		),
	);
});
