import assert from "node:assert/strict";
import test from "node:test";
import { addPerson, establishedWorld } from "../../../test/world.ts";

const fields = {
	"first-name": "Søren",
	"last-name": "Bjørnstad",
	email: "soren@meridian.example",
	"job-title": "Counsel",
	unit: "",
	function: "Legal",
	discipline: "",
	location: "Oslo",
	manager: "ruth.feld@meridian.example",
	"employee-number": "E-1",
	grade: "",
	"hire-date": "",
};

test("one person is added by hand, found, and invited", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	const directory = await ruth.get("/people");
	assert.match(directory.html, /href="\/people\/new"/);
	assert.match(directory.html, /href="\/people\/import"/);
	const page = await ruth.post("/people/new", fields);
	assert.match(page.text, /Søren Bjørnstad is in the directory/);
	assert.equal(page.text.match(/Invite to sign in/g)?.length, 1);
	assert.match((await ruth.get("/people?search=bjornstda")).text, /Bjørnstad/);
	const [row] = await world.arrange((tx) =>
		tx
			.selectFrom("person")
			.innerJoin("employment", "employment.person_id", "person.id")
			.select(["id", "manager_id", "search_text", "employee_number"])
			.where("email", "=", fields.email)
			.execute(),
	);
	assert.deepEqual(
		[row?.manager_id, row?.search_text, row?.employee_number],
		[world.ruth, "soren bjornstad counsel legal", "E-1"],
	);
	const invited = await ruth.post(`/people/${row?.id}/invite`);
	assert.match(invited.html, /\/link\//);
});

test("an address or number that somebody has is refused at its field, and what was typed stays", async () => {
	await using world = await establishedWorld();
	const ada = await world.as(world.ada);
	const taken = await ada.send("/people/new", {
		...fields,
		email: "RUTH.feld@meridian.example",
	});
	assert.equal(taken.status, 422);
	assert.match(taken.text, /Someone else has this address/);
	assert.match(taken.html, /value="Bjørnstad"/);
	assert.equal((await ada.send("/people/new", fields)).status, 303);
	const number = await ada.send("/people/new", {
		...fields,
		email: "other@meridian.example",
	});
	assert.match(number.text, /Someone else has this employee number/);
	const empty = await ada.send("/people/new", {});
	assert.equal(empty.status, 422);
	assert.match(empty.text, /Enter a name\..*Enter an e-mail address/);
});

test("two who add the same person at once add one", async () => {
	await using world = await establishedWorld();
	const [ruth, ada] = [await world.as(world.ruth), await world.as(world.ada)];
	const answers = await Promise.all(
		[ruth, ada].map((client) => client.send("/people/new", fields)),
	);
	const statuses = answers.map(({ status }) => status);
	assert.deepEqual(new Set(statuses), new Set([303, 422]));
});

test("nobody else adds people or sees how", async () => {
	await using world = await establishedWorld();
	const wei = await world.arrange((tx) =>
		addPerson(tx, { first_name: "Wei", last_name: "Zhang" }),
	);
	const client = await world.as(wei);
	assert.equal((await client.get("/people/new")).status, 404);
	assert.equal((await client.send("/people/new", fields)).status, 404);
	assert.doesNotMatch(
		(await client.get("/people")).html,
		/people\/(new|import)/,
	);
});
