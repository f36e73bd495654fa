import assert from "node:assert/strict";
import test from "node:test";
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
