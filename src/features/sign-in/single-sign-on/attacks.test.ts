import assert from "node:assert/strict";
import test from "node:test";
import {
	type FalseProvider,
	falseProvider,
	type Story,
} from "../../../../test/identity-provider.ts";
import { asOwner } from "../../../../test/owner.ts";
import { establishedWorld } from "../../../../test/world.ts";
import {
	arrive,
	linked,
	pathOf,
	setOut,
	trusting,
} from "../../../../test/single-sign-on.ts";

const hour = 3600;
const now = Math.floor(Date.now() / 1000);

const lies: readonly (readonly [string, Story])[] = [
	["with a foreign nonce", { claims: { nonce: "somebody-elses" } }],
	["without a nonce", { claims: { nonce: undefined } }],
	["for another client", { claims: { aud: "another-client" } }],
	[
		"for us and another, passed on to that other",
		{ claims: { aud: ["baton", "another"], azp: "another" } },
	],
	[
		"for us and another, without saying for whom",
		{ claims: { aud: ["baton", "another"] } },
	],
	["that another client was given", { claims: { azp: "another-client" } }],
	["of another issuer", { claims: { iss: "https://identity.example" } }],
	["without an issuer", { claims: { iss: undefined } }],
	["that has expired", { claims: { exp: now - hour, iat: now - 2 * hour } }],
	["without an expiry", { claims: { exp: undefined } }],
	["that is not valid yet", { claims: { nbf: now + hour } }],
	["without a subject", { claims: { sub: undefined } }],
	["with an empty subject", { claims: { sub: "" } }],
	["signed by a foreign key", { isForged: true }],
	["without a signature", { isUnsigned: true }],
	["that is missing", { withoutIdToken: true }],
];

for (const [what, story] of lies)
	test(`an id token ${what} signs nobody in`, async () => {
		await using provider = await falseProvider();
		await using world = await establishedWorld(trusting(provider));
		await linked(world, provider, world.ada, "ada-there");
		const stranger = world.stranger();
		const seen = await arrive(
			stranger,
			await provider.answer(await setOut(stranger), "ada-there", story),
		);
		assert.equal(seen.status, 403);
		assert.match(seen.text, /did not sign you in/);
		assert.match((await stranger.get("/me")).text, /Sign in/);
	});

const detours: readonly (readonly [
	string,
	(back: URL, provider: FalseProvider) => void,
])[] = [
	["a forged state", (back) => back.searchParams.set("state", "forged")],
	["no state", (back) => back.searchParams.delete("state")],
	["two states", (back) => back.searchParams.append("state", "another")],
	[
		"a code of the attacker's making",
		(back) => back.searchParams.set("code", "guessed"),
	],
	[
		"another issuer's name",
		(back) => back.searchParams.set("iss", "https://identity.example"),
	],
	["no issuer's name", (back) => back.searchParams.delete("iss")],
	[
		"an error instead of a code",
		(back) => {
			back.searchParams.delete("code");
			back.searchParams.set("error", "access_denied");
		},
	],
];

for (const [what, bend] of detours)
	test(`an answer with ${what} signs nobody in`, async () => {
		await using provider = await falseProvider();
		await using world = await establishedWorld(trusting(provider));
		await linked(world, provider, world.ada, "ada-there");
		const stranger = world.stranger();
		const back = await provider.answer(await setOut(stranger), "ada-there");
		bend(back, provider);
		assert.equal((await arrive(stranger, back)).status, 403);
		assert.match((await stranger.get("/me")).text, /Sign in/);
	});

test("the same answer a second time signs nobody in, and asks the provider nothing", async () => {
	await using provider = await falseProvider();
	await using world = await establishedWorld(trusting(provider));
	await linked(world, provider, world.ada, "ada-there");
	const stranger = world.stranger();
	const back = await provider.answer(await setOut(stranger), "ada-there");
	assert.equal((await arrive(stranger, back)).status, 200);
	await stranger.post("/sign-out");
	const asked = provider.asked.length;
	const seen = await arrive(stranger, back);
	assert.equal(seen.status, 403);
	assert.match(seen.text, /belongs to no visit/);
	assert.equal(provider.asked.length, asked);
});

test("an answer fetched by one browser is worth nothing in another", async () => {
	await using provider = await falseProvider();
	await using world = await establishedWorld(trusting(provider));
	await linked(world, provider, world.ruth, "attacker-there");
	const attacker = world.stranger();
	const back = await provider.answer(await setOut(attacker), "attacker-there");
	const victim = world.stranger();
	await setOut(victim);
	assert.equal((await arrive(victim, back)).status, 403);
	assert.match((await victim.get("/me")).text, /Sign in/);
});

test("an answer that comes after ten minutes is none", async () => {
	await using provider = await falseProvider();
	await using world = await establishedWorld(trusting(provider));
	await linked(world, provider, world.ada, "ada-there");
	const stranger = world.stranger();
	const back = await provider.answer(await setOut(stranger), "ada-there");
	await asOwner(
		world.database,
		"update identity_flow set expires_at = now() - interval '1 second'",
	);
	assert.equal((await arrive(stranger, back)).status, 403);
});

test("somebody else's e-mail address opens nothing, verified or not", async () => {
	await using provider = await falseProvider();
	await using world = await establishedWorld(trusting(provider));
	for (const claims of [
		{ email: "ada@meridian.example" },
		{ email: "ada@meridian.example", email_verified: true },
		{ preferred_username: "ada@meridian.example", upn: "ada@meridian.example" },
	]) {
		const stranger = world.stranger();
		const seen = await arrive(
			stranger,
			await provider.answer(await setOut(stranger), "mallory", { claims }),
		);
		assert.equal(seen.status, 403);
		assert.match(seen.text, /Baton does not know this identity yet/);
	}
	assert.deepEqual(await asOwner(world.database, "select * from identity"), []);
});

test("the subject of another issuer is another identity", async () => {
	await using provider = await falseProvider();
	await using world = await establishedWorld(trusting(provider));
	await asOwner(
		world.database,
		"insert into identity (person_id, issuer, subject, linked_by) values ($1, 'https://identity.example', 'same-subject', 'person')",
		[world.ada],
	);
	const stranger = world.stranger();
	const seen = await arrive(
		stranger,
		await provider.answer(await setOut(stranger), "same-subject"),
	);
	assert.match(seen.text, /Baton does not know this identity yet/);
});

test("a visit begun to link somebody's account links nobody else's, and no identity belongs to two", async () => {
	await using provider = await falseProvider();
	await using world = await establishedWorld(trusting(provider));
	const [ada, ruth] = [await world.as(world.ada), await world.as(world.ruth)];
	const begun = await ada.send("/me/identity", {});
	const [address = ""] = /http:[^"]*authorize[^"]*/.exec(begun.html) ?? [];
	const back = await provider.answer(
		address.replaceAll("&amp;", "&"),
		"mallory",
	);
	assert.equal((await ruth.get(pathOf(back))).status, 403);
	await linked(world, provider, world.ada, "ada-there");
	const begunToo = await ruth.send("/me/identity", {});
	const [too = ""] = /http:[^"]*authorize[^"]*/.exec(begunToo.html) ?? [];
	const seen = await ruth.get(
		pathOf(await provider.answer(too.replaceAll("&amp;", "&"), "ada-there")),
	);
	assert.equal(seen.status, 403);
	assert.match(seen.text, /cannot be linked to your account/);
});

test("whoever has left is let in by no identity", async () => {
	await using provider = await falseProvider();
	await using world = await establishedWorld(trusting(provider));
	await linked(world, provider, world.ruth, "ruth-there");
	await asOwner(
		world.database,
		"update person set left_on = '2026-03-01' where id = $1",
		[world.ruth],
	);
	const stranger = world.stranger();
	const seen = await arrive(
		stranger,
		await provider.answer(await setOut(stranger), "ruth-there"),
	);
	assert.equal(seen.status, 403);
});
