import assert from "node:assert/strict";
import test from "node:test";
import { starterCatalogue } from "../../domain/competencies/starter.ts";
import { addPerson, establishedWorld } from "../../../test/world.ts";
import { adoptCatalogue } from "./commands.ts";

const anchors = ["sees", "tries", "does", "leads", "shapes"] as const;
const listening = {
	name: "Listening",
	cluster: "People",
	definition: "Hears what is said and what is not.",
	"level-1": anchors[0],
	"level-2": anchors[1],
	"level-3": anchors[2],
	"level-4": anchors[3],
	"level-5": anchors[4],
	note: "",
};

async function catalogueWorld() {
	const world = await establishedWorld();
	await world.arrange((tx) =>
		adoptCatalogue(tx, starterCatalogue("en"), { by: null, note: "Starter" }),
	);
	return world;
}

function stored(world: Awaited<ReturnType<typeof establishedWorld>>) {
	return world.arrange((tx) =>
		tx.selectFrom("competency").selectAll().orderBy("position").execute(),
	);
}

test("an empty catalogue is installed with one button, in the language chosen, once", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	assert.match(
		(await ruth.get("/competencies")).text,
		/Install the starter catalogue/,
	);
	const page = await ruth.post("/competencies/install", { language: "de" });
	assert.match(page.text, /is installed/);
	const rows = await stored(world);
	assert.equal(rows.length, 24);
	assert.equal(
		rows[0]?.name,
		starterCatalogue("de").competencies[0]?.name,
		"and it keeps its order",
	);
	const again = await ruth.send("/competencies/install", { language: "en" });
	assert.equal(again.status, 409);
});

test("everyone reads the catalogue; only curators find and may use what changes it", async () => {
	await using world = await catalogueWorld();
	const wei = await world.as(
		await world.arrange((tx) =>
			addPerson(tx, { first_name: "Wei", last_name: "Zhang" }),
		),
	);
	const page = await wei.get("/competencies");
	assert.match(page.text, /Level 3: Does it alone/);
	assert.doesNotMatch(page.text, /Add a competency/);
	assert.equal((await wei.get("/competencies/new")).status, 404);
	assert.equal((await wei.send("/competencies", listening)).status, 404);
	assert.equal((await wei.get("/competencies/history")).status, 200);
});

test("a new competency is a new version, and stands at the end of its cluster", async () => {
	await using world = await catalogueWorld();
	const ruth = await world.as(world.ruth);
	const cluster = (await stored(world))[0]?.cluster ?? "";
	const page = await ruth.post("/competencies", { ...listening, cluster });
	assert.match(page.text, /Listening is in the catalogue/);
	assert.match(page.text, /Version 2, by Ruth Feld/);
	const rows = await stored(world);
	const at = rows.findIndex(({ name }) => name === "Listening");
	assert.equal(rows[at - 1]?.cluster, cluster);
	assert.notEqual(rows[at + 1]?.cluster, cluster);
	const twice = await ruth.send("/competencies", {
		...listening,
		name: "LISTENING",
	});
	assert.equal(twice.status, 422);
	assert.match(twice.text, /already a competency of this name/);
});

test("the second of two editors is told, keeps their text, and may then replace knowingly", async () => {
	await using world = await catalogueWorld();
	const [ruth, ada] = [await world.as(world.ruth), await world.as(world.ada)];
	await ruth.post("/competencies", listening);
	const id = (await stored(world)).find(({ name }) => name === "Listening")?.id;
	const path = `/competencies/${id}`;
	const basedOn = basedOnOf((await ada.get(`${path}/edit`)).html);
	await ruth.post(path, {
		...listening,
		definition: "Ruth's definition",
		"based-on": basedOn,
	});
	const second = { ...listening, definition: "Ada's definition" };
	const refused = await ada.send(path, { ...second, "based-on": basedOn });
	assert.equal(refused.status, 422);
	assert.match(refused.text, /Someone else changed this competency/);
	assert.match(refused.text, /Ada's definition/, "what Ada typed is there");
	assert.match(refused.text, /How it reads now.*Ruth's definition/);
	await ada.post(path, {
		...second,
		"based-on": basedOnOf(refused.html),
	});
	const page = await ada.get(path);
	assert.match(page.text, /Ada's definition/);
	assert.match(page.text, /version 3.*Ruth's definition/, "and in its history");
});

test("a retired competency leaves the catalogue and can be brought back", async () => {
	await using world = await catalogueWorld();
	const ruth = await world.as(world.ruth);
	const [first] = await stored(world);
	await ruth.post(`/competencies/${first?.id}/retire`);
	assert.notEqual((await stored(world))[0]?.retired_in, null);
	const page = await ruth.post(`/competencies/${first?.id}/restore`);
	assert.match(page.text, /is back in the catalogue/);
	assert.equal((await stored(world))[0]?.retired_in, null);
});

test("a file goes out, is changed and comes in again whole", async () => {
	await using world = await catalogueWorld();
	const ruth = await world.as(world.ruth);
	const csv = (await ruth.get("/competencies/export")).html;
	const [first] = starterCatalogue("en").competencies;
	const changed = csv.replace(first?.definition ?? "", "Our own definition");
	const preview = await ruth.send("/competencies/import", {
		file: new File([changed], "ours.csv"),
	});
	assert.match(preview.text, /One competency new or changed, 23 as they are/);
	assert.equal((await stored(world))[0]?.version, 1, "nothing is stored yet");
	const adopt = {
		rows: unescaped(fieldOf(preview.html, "rows")),
		"based-on": fieldOf(preview.html, "based-on"),
		note: "Our words",
	};
	await ruth.post("/competencies/import/adopt", adopt);
	const rows = await stored(world);
	assert.equal(rows[0]?.definition, "Our own definition");
	assert.equal(rows.filter(({ version }) => version === 2).length, 1);
	const late = await ruth.send("/competencies/import/adopt", adopt);
	assert.equal(late.status, 409, "the catalogue has moved on meanwhile");
});

test("a file with mistakes is refused whole, each by row and column", async () => {
	await using world = await catalogueWorld();
	const ruth = await world.as(world.ruth);
	const header =
		"competency,cluster,definition,level 1,level 2,level 3,level 4,level 5";
	const file = new File(
		[`${header}\nA,B,C,1,2,3,4,5\n\nD,,E,1,2,,4,5\n`],
		"bad.csv",
	);
	const seen = await ruth.send("/competencies/import", { file });
	assert.equal(seen.status, 422);
	assert.match(seen.text, /Row 4, column “cluster”: empty/);
	assert.match(seen.text, /Row 4, column “level 3”: empty/);
	const none = await ruth.send("/competencies/import", {
		file: new File([""], "empty.csv"),
	});
	assert.equal(none.status, 422);
	assert.match(none.text, /Choose a file/);
});

function fieldOf(html: string, name: string): string {
	return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";
}

function basedOnOf(html: string): string {
	return fieldOf(html, "based-on");
}

function unescaped(text: string): string {
	return text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
