import assert from "node:assert/strict";
import test from "node:test";
import { emptyWorld, establishedWorld } from "../../../test/world.ts";

const setUpFields = {
	organisation: "Meridian",
	"time-zone": "Europe/Berlin",
	locale: "en",
	"first-name": "Ada",
	"last-name": "Nwosu",
	email: "ada@meridian.example",
	password: "four random words here",
	"runs-program": "yes",
};

test("an empty installation opens on two doors and is set up once", async () => {
	await using world = await emptyWorld();
	const ada = world.stranger();
	assert.match((await ada.get("/")).text, /Welcome to Baton/);
	const today = await ada.post("/set-up", setUpFields);
	assert.match(today.text, /Meridian is set up\./);
	assert.match(today.text, /What waits for you today/);
	const late = world.stranger();
	assert.equal((await late.get("/set-up")).status, 404);
	assert.equal((await late.send("/set-up", setUpFields)).status, 409);
});

test("what was typed comes back with a message at the field", async () => {
	await using world = await emptyWorld();
	const seen = await world
		.stranger()
		.send("/set-up", { ...setUpFields, password: "short" });
	assert.equal(seen.status, 422);
	assert.match(seen.text, /Choose a password of at least 12 characters/);
	assert.match(seen.html, /value="Nwosu"/);
	assert.doesNotMatch(seen.html, /short/);
});

test("a right password signs in; a wrong one and an unknown address get the same answer", async () => {
	await using world = await establishedWorld();
	const ada = world.stranger();
	const wrong = await ada.send("/sign-in", {
		email: "ada@meridian.example",
		password: "not the one",
	});
	const unknown = await ada.send("/sign-in", {
		email: "nobody@meridian.example",
		password: "not the one",
	});
	assert.equal(wrong.status, 422);
	assert.match(wrong.text, /do not belong together/);
	assert.equal(
		wrong.text.replaceAll("ada@", ""),
		unknown.text.replaceAll("nobody@", ""),
	);
	const today = await ada.post("/sign-in", {
		email: "Ada@Meridian.Example",
		password: "four random words here",
	});
	assert.match(today.text, /What waits for you today/);
});

test("after ten attempts in a quarter of an hour even the right password waits", async () => {
	await using world = await establishedWorld();
	const stranger = world.stranger();
	const attempt = (password: string) =>
		stranger.send("/sign-in", { email: "ada@meridian.example", password });
	for (let count = 0; count < 10; count += 1) await attempt("wrong password");
	const seen = await attempt("four random words here");
	assert.equal(seen.status, 422);
	assert.match(seen.text, /Too many attempts/);
});

test("signing out everywhere ends every sign-in", async () => {
	await using world = await establishedWorld();
	const [phone, desk] = [await world.as(world.ada), await world.as(world.ada)];
	await phone.post("/me/sign-ins/end-all");
	assert.match((await desk.get("/")).text, /Sign in/);
});

test("the same form sent twice acts once", async () => {
	await using world = await establishedWorld();
	const ada = await world.as(world.ada);
	const grant = { person: "ruth.feld@meridian.example", office: "analyst" };
	const key = "the-same-key-for-both-of-them";
	const [first, second] = await Promise.all([
		ada.send("/administration/offices", grant, key),
		ada.send("/administration/offices", grant, key),
	]);
	assert.equal(first.status, 303);
	assert.equal(second.location, first.location);
	const { text } = await ada.get("/administration/offices");
	assert.equal(text.match(/Analyst for all programs/g)?.length, 1);
});

test("a form from another site is refused", async () => {
	await using world = await establishedWorld();
	const response = await world.app.request("/sign-out", {
		method: "POST",
		headers: { "sec-fetch-site": "cross-site" },
		body: new FormData(),
	});
	assert.equal(response.status, 403);
});

test("a form sent after signing out is not lost without a word, and shows no password again", async () => {
	await using world = await establishedWorld();
	const seen = await world.stranger().send("/me/words", {
		about: "Ten minutes of careful words.",
		industries: ["Ports and rail", "Energy"],
		"new-password": "four random words here",
	});
	assert.equal(seen.status, 401);
	assert.match(seen.text, /what you sent was not stored/);
	assert.match(seen.text, /Ten minutes of careful words\..*Ports and rail/);
	assert.doesNotMatch(seen.text, /four random words/);
	assert.match(seen.html, /href="\/sign-in\?next=/);
});
