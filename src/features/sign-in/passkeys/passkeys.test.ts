import assert from "node:assert/strict";
import test from "node:test";
import { type Lies, newAuthenticator } from "../../../../test/authenticator.ts";
import type { Client } from "../../../../test/client.ts";
import { asOwner } from "../../../../test/owner.ts";
import { establishedWorld, type World } from "../../../../test/world.ts";
import { transact } from "../../../platform/database/database.ts";
import { credentialsOf } from "./queries.ts";

test("a passkey is added, named, used to sign in, renamed and removed", async () => {
	await using world = await establishedWorld();
	const ada = await world.as(world.ada);
	const device = newAuthenticator();
	const added = await ada.post("/me/passkeys", {
		name: "Grey laptop",
		answer: device.make(await challenge(ada, "/me/passkeys/challenge")),
	});
	assert.match(added.text, /Grey laptop now signs you in\./);
	const stranger = world.stranger();
	const today = await signIn(stranger, device);
	assert.match(today.text, /What waits for you today/);
	const seen = await ada.get("/me/sign-ins");
	assert.match(seen.text, /by passkey/);
	const [path = ""] = /\/me\/passkeys\/[0-9a-f-]+/.exec(seen.html) ?? [];
	const renamed = await ada.post(`${path}/name`, { name: "Old laptop" });
	assert.match(renamed.text, /Old laptop/);
	const nameless = await ada.send(`${path}/name`, { name: " " });
	assert.equal(nameless.status, 422);
	assert.match(nameless.text, /Give the passkey a name to know it by/);
	const long = await ada.send(`${path}/name`, { name: "y".repeat(81) });
	assert.match(long.text, /At most 80 characters/);
	assert.match(long.html, /<details class="disclosure" open[^]*?value="y{81}"/);
	const removed = await ada.post(`${path}/remove`);
	assert.match(removed.text, /Old laptop signs you in no more/);
	assert.match(removed.text, /No passkey yet/);
	const refused = await signIn(world.stranger(), device);
	assert.equal(refused.status, 422);
});

test("its owner is told of a new passkey, and the journal holds ids, not names", async () => {
	await using world = await establishedWorld();
	const ada = await world.as(world.ada);
	await addTo(ada, "Grey laptop");
	const rows = await world.arrange((tx) =>
		tx.selectFrom("mail").select(["person_id", "kind"]).execute(),
	);
	assert.deepEqual(rows, []);
	const own = await transact(
		world.database,
		{ actor: { kind: "person", person: world.ada }, access: "read" },
		async (tx) => ({
			mails: await tx
				.selectFrom("mail")
				.select(["kind", "body_text"])
				.execute(),
			acts: await tx
				.selectFrom("journal")
				.selectAll()
				.where("act", "=", "add-passkey")
				.execute(),
			credentials: await credentialsOf(tx, world.ada),
		}),
	);
	assert.equal(own.mails[0]?.kind, "passkey-added");
	assert.match(own.mails[0]?.body_text ?? "", /Grey laptop/);
	assert.equal(own.acts.length, 1);
	assert.doesNotMatch(JSON.stringify(own.acts), /Grey laptop/);
	assert.equal(own.credentials[0]?.hasPrf, true);
});

const falseAnswers: readonly (readonly [string, Lies])[] = [
	["for another site's page", { origin: "http://localhost.example" }],
	["for another port of this host", { origin: "http://localhost:8080" }],
	["for another host", { host: "localhost.example" }],
	["without its owner being verified", { isUnverified: true }],
	["signed by a foreign key", { isForged: true }],
	["with a counter that went back", { counter: 1 }],
	["of the kind that makes a passkey", { type: "webauthn.create" }],
	["to a challenge of its own", { challenge: "bm90IG91cnMgYXQgYWxs" }],
];

for (const [what, lies] of falseAnswers)
	test(`an answer ${what} signs nobody in`, async () => {
		await using world = await establishedWorld();
		const device = await addTo(await world.as(world.ada), "Grey laptop");
		assert.equal(
			(await signIn(world.stranger(), device, { counter: 5 })).status,
			200,
		);
		const stranger = world.stranger();
		const seen = await signIn(stranger, device, { counter: 6, ...lies });
		assert.equal(seen.status, 422);
		assert.match(seen.text, /This passkey did not let you in/);
		assert.match((await stranger.get("/me")).text, /Sign in/);
	});

test("the same answer sent twice signs in once", async () => {
	await using world = await establishedWorld();
	const device = await addTo(await world.as(world.ada), "Grey laptop");
	const stranger = world.stranger();
	const answer = device.sign(await challenge(stranger));
	assert.equal(
		(await stranger.send("/sign-in/passkey", { answer })).status,
		303,
	);
	const thief = world.stranger();
	assert.equal((await thief.send("/sign-in/passkey", { answer })).status, 422);
});

test("a wrong answer uses its challenge up, and an old challenge is none", async () => {
	await using world = await establishedWorld();
	const device = await addTo(await world.as(world.ada), "Grey laptop");
	const stranger = world.stranger();
	const asked = await challenge(stranger);
	const attempt = (answer: string) =>
		stranger.send("/sign-in/passkey", { answer });
	assert.equal(
		(await attempt(device.sign(asked, { isForged: true }))).status,
		422,
	);
	assert.equal((await attempt(device.sign(asked))).status, 422);
	const late = await challenge(stranger);
	await outdateChallenges(world);
	assert.equal((await attempt(device.sign(late))).status, 422);
});

test("a challenge for one person adds no passkey to another, and one for signing in adds none at all", async () => {
	await using world = await establishedWorld();
	const [ada, ruth] = [await world.as(world.ada), await world.as(world.ruth)];
	const asked = await challenge(ada, "/me/passkeys/challenge");
	const stolen = await ruth.send("/me/passkeys", {
		name: "Not mine",
		answer: newAuthenticator().make(asked),
	});
	assert.equal(stolen.status, 422);
	const swapped = await ada.send("/me/passkeys", {
		name: "Swapped",
		answer: newAuthenticator().make(await challenge(ada)),
	});
	assert.equal(swapped.status, 422);
	assert.match(swapped.text, /No passkey yet/);
});

test("nobody renames, removes or reads another's passkeys", async () => {
	await using world = await establishedWorld();
	const ada = await world.as(world.ada);
	await addTo(ada, "Grey laptop");
	const { html } = await ada.get("/me/sign-ins");
	const [path = ""] = /\/me\/passkeys\/[0-9a-f-]+/.exec(html) ?? [];
	const ruth = await world.as(world.ruth);
	assert.equal((await ruth.send(`${path}/remove`, {})).status, 404);
	assert.equal((await ruth.send(`${path}/name`, { name: "x" })).status, 404);
	for (const person of [world.ruth, world.ada]) {
		const rows = await transact(
			world.database,
			{ actor: { kind: "person", person }, access: "read" },
			(tx) => tx.selectFrom("passkey").select("id").execute(),
		);
		assert.equal(rows.length, person === world.ada ? 1 : 0);
	}
});

test("whoever leaves has no passkey any more", async () => {
	await using world = await establishedWorld();
	const device = await addTo(await world.as(world.ruth), "Grey laptop");
	const ada = await world.as(world.ada);
	const left = await ada.send(`/people/${world.ruth}/leave`, {
		"left-on": "2026-03-01",
	});
	assert.equal(left.status, 303);
	assert.equal((await signIn(world.stranger(), device)).status, 422);
	const rows = await transact(
		world.database,
		{ actor: { kind: "process", process: "sign-in" }, access: "read" },
		(tx) => tx.selectFrom("passkey").select("id").execute(),
	);
	assert.deepEqual(rows, []);
});

test("an hour after signing in a new passkey needs another sign-in", async () => {
	await using world = await establishedWorld();
	const ada = await world.as(world.ada);
	const answer = newAuthenticator().make(
		await challenge(ada, "/me/passkeys/challenge"),
	);
	await ageSignIns(world);
	const seen = await ada.get("/me/sign-ins");
	assert.match(seen.text, /Sign in once more/);
	const refused = await ada.send("/me/passkeys", { name: "Late", answer });
	assert.equal(refused.status, 403);
	const again = await ada.send("/me/sign-ins/again", {});
	assert.equal(again.location, "/sign-in?next=/me/sign-ins");
});

async function addTo(client: Client, name: string) {
	const device = newAuthenticator();
	const added = await client.send("/me/passkeys", {
		name,
		answer: device.make(await challenge(client, "/me/passkeys/challenge")),
	});
	assert.equal(added.status, 303);
	return device;
}

async function signIn(
	client: Client,
	device: ReturnType<typeof newAuthenticator>,
	lies?: Lies,
) {
	return client.post("/sign-in/passkey", {
		answer: device.sign(await challenge(client), lies),
	});
}

async function challenge(
	client: Client,
	path = "/sign-in/passkey/challenge",
): Promise<string> {
	const { html } = await client.get(path);
	const options: { challenge: string; rpId?: string } = JSON.parse(html);
	return options.challenge;
}

async function outdateChallenges(world: World): Promise<void> {
	await asOwner(
		world.database,
		"update passkey_challenge set expires_at = now() - interval '1 second'",
	);
}

async function ageSignIns(world: World): Promise<void> {
	await asOwner(
		world.database,
		"update sign_in set signed_in_at = now() - interval '61 minutes'",
	);
}
