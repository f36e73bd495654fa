import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { sharedData, skipWithout } from "../../../test/shared-data.ts";
import test from "node:test";
import { z } from "zod";
import { starterCatalogue } from "../../domain/competencies/starter.ts";
import { searchTextOf } from "../../domain/people/fold.ts";
import { addPerson, establishedWorld } from "../../../test/world.ts";
import { adoptCatalogue } from "../competencies/commands.ts";

const cast = [
	["Amara", "Okafor", "Chief Financial Officer", "Finance", "Lagos"],
	["Tomás", "Łukasiewicz", "Head of Treasury", "Finance", "Warsaw"],
	["Jürgen", "Müller", "Plant Director", "Operations", "Munich"],
	["Søren", "Bjørnstad", "Counsel", "Legal", "Oslo"],
	["Wei", "Zhang", "Manager Research", "Research", "Shanghai"],
	["Ingrid", "Sørensen", "Vice President", "Operations", "Oslo"],
] as const;

async function peopledWorld() {
	const world = await establishedWorld();
	const ids = await world.arrange(async (tx) => {
		const added = new Map<string, string>();
		for (const [firstName, lastName, jobTitle, job, location] of cast) {
			const person = {
				firstName,
				lastName,
				jobTitle,
				function: job,
				unit: null,
			};
			const id = await addPerson(tx, {
				first_name: firstName,
				last_name: lastName,
			});
			await tx
				.updateTable("person")
				.set({
					job_title: jobTitle,
					function: job,
					location,
					search_text: searchTextOf(person),
				})
				.where("id", "=", id)
				.execute();
			added.set(firstName, id);
		}
		return added;
	});
	return { ...world, ids };
}

const asked = (query: string) => `/people?search=${encodeURIComponent(query)}`;

for (const [query, name] of [
	["okafor", "Amara Okafor"],
	["AMARA", "Amara Okafor"],
	["okafro", "Amara Okafor"],
	["Okafr", "Amara Okafor"],
	["amra okafor", "Amara Okafor"],
	["lukasiewicz", "Tomás Łukasiewicz"],
	["tomas", "Tomás Łukasiewicz"],
	["Lukasievich", "Tomás Łukasiewicz"],
	["muller", "Jürgen Müller"],
	["Mueller", "Jürgen Müller"],
	["jurgen", "Jürgen Müller"],
	["soren bjornstad", "Søren Bjørnstad"],
	["wie", "Wei Zhang"],
	["zhnag", "Wei Zhang"],
	["ingird", "Ingrid Sørensen"],
	["plant director", "Jürgen Müller"],
	["tresury", "Tomás Łukasiewicz"],
	["legal", "Søren Bjørnstad"],
] as const)
	test(`“${query}” finds ${name}`, async () => {
		await using world = await peopledWorld();
		const ruth = await world.as(world.ruth);
		const { text, status } = await ruth.get(asked(query));
		assert.equal(status, 200);
		assert.match(text, new RegExp(name));
	});

test("an exact hit is no guess; a guess says that it is one; nonsense finds nobody", async () => {
	await using world = await peopledWorld();
	const ruth = await world.as(world.ruth);
	assert.doesNotMatch((await ruth.get(asked("okafor"))).text, /come close/);
	assert.match((await ruth.get(asked("okafro"))).text, /These come close/);
	assert.match((await ruth.get(asked("xyzzyq"))).text, /Nothing here matches/);
});

test("whoever offers a competency is found by its name, with the level", async () => {
	await using world = await peopledWorld();
	const amara = world.ids.get("Amara") ?? "";
	const competency = await world.arrange(async (tx) => {
		await adoptCatalogue(tx, starterCatalogue("en"), { by: null, note: "" });
		const row = await tx
			.selectFrom("competency")
			.select(["id", "name"])
			.orderBy("position")
			.executeTakeFirstOrThrow();
		await tx
			.insertInto("offer")
			.values({ person_id: amara, competency_id: row.id, level: 4 })
			.execute();
		return row;
	});
	const ruth = await world.as(world.ruth);
	for (const path of [
		asked(competency.name),
		`/people?competency=${competency.id}`,
	]) {
		const { text } = await ruth.get(path);
		assert.match(text, /Amara Okafor/);
		assert.match(text, new RegExp(`${competency.name}, level 4`));
		assert.doesNotMatch(text, /Wei Zhang/);
	}
	const mistyped = await ruth.get(asked(swapped(competency.name)));
	assert.match(mistyped.text, /These come close/);
	assert.match(mistyped.text, new RegExp(`${competency.name}, level 4`));
	const unknown = await ruth.get("/people?competency=nonsense");
	assert.match(unknown.text, /Nothing here matches/);
});

test("filters and order come from the address; leavers only when asked for", async () => {
	await using world = await peopledWorld();
	await world.arrange((tx) =>
		tx
			.updateTable("person")
			.set({ left_on: "2026-01-31" })
			.where("id", "=", world.ids.get("Wei") ?? "")
			.execute(),
	);
	const ruth = await world.as(world.ruth);
	const oslo = (await ruth.get("/people?location=Oslo&sort=-name")).text;
	assert.match(oslo, /Ingrid Sørensen.*Søren Bjørnstad/);
	assert.doesNotMatch(oslo, /Amara Okafor/);
	assert.doesNotMatch((await ruth.get(asked("zhang"))).text, /Wei Zhang/);
	for (const query of ["zhang", "zhnag"]) {
		const all = await ruth.get(`${asked(query)}&leavers=shown`);
		assert.match(all.text, /Wei Zhang has left/, query);
	}
});

test("a changed name is found by its new spelling, mistyped as well", async () => {
	await using world = await peopledWorld();
	await world.arrange((tx) =>
		tx
			.updateTable("person")
			.set({ last_name: "Adeyemi", search_text: "amara adeyemi" })
			.where("id", "=", world.ids.get("Amara") ?? "")
			.execute(),
	);
	const ruth = await world.as(world.ruth);
	assert.match((await ruth.get(asked("adeyemi"))).text, /Amara Adeyemi/);
	assert.match((await ruth.get(asked("adeymei"))).text, /Amara Adeyemi/);
	assert.match((await ruth.get(asked("okafro"))).text, /Nothing here matches/);
});

/** The first word of a name with its last two letters in the wrong order. */
function swapped(name: string): string {
	const [first = ""] = name.split(" ");
	return first.slice(0, -2) + first.slice(-1) + first.slice(-2, -1);
}

const naughty = "naughty-strings/blns.json";

test("no query breaks the search", { skip: skipWithout(naughty) }, async () => {
	await using world = await peopledWorld();
	const ruth = await world.as(world.ruth);
	const queries = z
		.array(z.string())
		.parse(JSON.parse(readFileSync(sharedData(naughty), "utf8")));
	for (const query of queries) {
		const { status } = await ruth.get(asked(query));
		assert.equal(status, 200, query);
	}
});
