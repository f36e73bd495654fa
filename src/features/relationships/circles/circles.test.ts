import assert from "node:assert/strict";
import test from "node:test";
import { roundWorld } from "../../../../test/round.ts";
import { asSessions, nextWeekday } from "../../../../test/sessions.ts";

test("a circle of eight is asked, begins with the fourth yes, meets, takes in who comes later, and lets go without a mark", async () => {
	await using world = await roundWorld();
	const { program } = world;
	const ruth = await world.as(world.ruth);
	const base = `/programs/${program}/circles`;
	// Fourteen are enrolled: a page shows twelve, a search finds by name or unit, and whoever was ticked stays.
	const look = (sent: Readonly<Record<string, string | readonly string[]>>) =>
		ruth.send(`${base}/new`, sent);
	const ticked = (html: string) =>
		[...html.matchAll(/name="people" value="([0-9a-f-]{36})" checked/g)].map(
			([, id = ""]) => id,
		);
	const first12 = await ruth.get(`${base}/new`);
	assert.match(first12.text, /1 to 12 of 14/);
	const { Wei = "", Jola = "", ...others } = world.people;
	const found = await look({ search: "zhang", people: [Jola], page: "1" });
	assert.equal(found.status, 200);
	assert.match(found.text, /One person chosen/);
	assert.match(found.html, new RegExp(`id="field-people-${Wei}"`));
	assert.doesNotMatch(found.html, new RegExp(`id="field-people-${Jola}"`));
	const paged = await look({
		search: "",
		people: [Wei, Jola],
		page: "2",
		name: "Half typed",
	});
	assert.match(paged.text, /13 to 14 of 14/);
	assert.match(paged.html, /value="Half typed"/);
	assert.deepEqual(ticked(paged.html).toSorted(), [Wei, Jola].toSorted());
	assert.match((await look({ search: "menon" })).text, /Ravi Menon/);
	assert.match((await look({ search: "Nobody of ours" })).text, /Nobody here/);
	const outsider = await look({ people: [world.ada] });
	assert.deepEqual(ticked(outsider.html), []);

	const [facilitator, ...peers] = [
		...Object.values(others).slice(0, 6),
		Wei,
		Jola,
	];
	const form = {
		name: "Decisions in the open",
		theme: "How we decide when nobody knows",
		cadence: "month",
		minutes: "60",
		facilitator,
	};
	const few = await ruth.send(base, { ...form, people: peers.slice(0, 2) });
	assert.equal(few.status, 422);
	assert.match(few.text, /Choose 3 to 12 people/);
	assert.match(few.html, /Decisions in the open/);
	assert.deepEqual(
		ticked(few.html).toSorted(),
		[...peers.slice(0, 2)].toSorted(),
	);
	const started = await ruth.send(base, { ...form, people: peers });
	const circle = (started.location ?? "").split("/").at(-1) ?? "";
	const asked = `/circles/${circle}`;

	const [
		one = "",
		two = "",
		three = "",
		four = "",
		five = "",
		six = "",
		seven = "",
	] = peers;
	const first = await world.as(one);
	assert.match((await first.get("/")).text, /Do you come into the circle/);
	assert.match(
		(await first.get(asked)).text,
		/How we decide when nobody knows/,
	);
	const stranger = await world.as(world.ada);
	assert.equal((await stranger.get(asked)).status, 404);
	assert.equal(
		(await stranger.send(`${asked}/answer`, { answer: "yes" })).status,
		404,
	);
	const say = async (person: string, answer: string) =>
		(await world.as(person)).send(`${asked}/answer`, { answer });
	await say(seven, "no");
	for (const person of [one, two, three])
		assert.equal((await say(person, "yes")).location, asked);
	const begun = (await say(facilitator, "yes")).location ?? "";
	assert.match(begun, /^\/relationships\//);
	assert.equal((await say(one, "no")).status, 409);
	for (const person of [four, five]) await say(person, "yes");
	const page = await first.get(begun);
	assert.match(page.text, /Decisions in the open/);
	assert.match(page.text, /facilitates/);
	assert.equal(page.html.match(/class="person"/g)?.length, 6);
	assert.equal(
		(await first.get("/relationships")).text.match(/Decisions in the open/g)
			?.length,
		1,
	);
	assert.match((await first.get(`${begun}/notes`)).text, /otes/);

	const booked = await first.send(`${begun}/sessions`, {
		format: "circle",
		minutes: "60",
		at: String(nextWeekday(7, 10)),
	});
	const session = booked.location ?? "";
	assert.match((await first.get(session)).text, /Who has the floor/);

	// Joining as it runs: in every session to come. Leaving: out of them, and nothing tells of it.
	await say(six, "yes");
	const joined = await world.as(six);
	assert.match((await joined.get(session)).text, /You: no answer yet/);
	const second = await world.as(two);
	assert.match((await second.get(`${begun}/end`)).text, /The others go on/);
	await second.post(`${begun}/end`);
	assert.equal((await second.get(begun)).status, 404);
	assert.equal((await second.get(session)).status, 404);
	assert.equal((await second.get(asked)).status, 404);
	const after = await first.get(begun);
	assert.equal(after.html.match(/class="person"/g)?.length, 6);
	const rows = await asSessions(world, (tx) =>
		tx
			.selectFrom("session_member")
			.select("person_id")
			.where("person_id", "in", [two, six])
			.execute(),
	);
	assert.ok(rows.length > 0);
	assert.ok(rows.every(({ person_id }) => person_id === six));
	const manager = await ruth.get(`${base}/${circle}`);
	assert.match(manager.text, /not this time/);
	await ruth.post(`${base}/${circle}/end`);
	assert.match((await first.get(session)).text, /cancelled/);
	assert.match((await first.get(begun)).text, /This circle ended/);
});
