import assert from "node:assert/strict";
import test from "node:test";
import { writeRecoveryCode } from "../../domain/sealing/recovery-code.ts";
import { establishedWorld } from "../../../test/world.ts";
import { randomBytes } from "../../ui/browser/sealing/bytes.ts";
import { toJson } from "../../ui/browser/sealing/documents.ts";
import { makeIdentity } from "../../ui/browser/sealing/identity.ts";
import { readOwnKeyring, unlock } from "../../ui/browser/sealing/keyring.ts";
import {
	makeUnlocker,
	newDeviceKey,
} from "../../ui/browser/sealing/unlocker.ts";

test("what a browser made comes back as it was, and opens", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	const made = await makeKeys(world.ruth);
	const answer = await ruth.post("/me/keys/identity", {
		document: toJson(made.document),
	});
	assert.equal(answer.status, 200);
	const keyring = readOwnKeyring(JSON.parse(answer.html));
	const unlocker = keyring.unlockers.find(
		({ kind }) => kind === "recovery-code",
	);
	assert.ok(unlocker);
	const { own } = await unlock(keyring, unlocker, {
		kind: "recovery-code",
		typed: made.code,
	});
	assert.equal(own.known.person, world.ruth);
	assert.match((await ruth.get("/me/keys")).text, /Recovery code/);
	assert.ok(!answer.html.includes(made.code));
});

test("keys need two ways in, one of them a recovery code, and are one's own", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	const { document } = await makeKeys(world.ruth);
	const [code, device] = document.unlockers;
	for (const unlockers of [[code], [device, device], []]) {
		const sent = await ruth.send("/me/keys/identity", {
			document: toJson({ ...document, unlockers }),
		});
		assert.equal(sent.status, 422);
	}
	const foreign = await makeKeys(world.ada);
	const sent = await ruth.send("/me/keys/identity", {
		document: toJson(foreign.document),
	});
	assert.equal(sent.status, 404);
	assert.equal(
		(await ruth.send("/me/keys/identity", { document: "{" })).status,
		422,
	);
});

test("a way in goes only while two stay, one of them a code", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	const { document, accountKey } = await makeKeys(world.ruth);
	await ruth.post("/me/keys/identity", { document: toJson(document) });
	const [code, device] = document.unlockers;
	assert.ok(code && device);
	const remove = (unlocker: string) =>
		ruth.send("/me/keys/unlockers/remove", { unlocker });
	assert.equal((await remove(device.id)).status, 409);
	const another = await wayIn(document.identity, accountKey);
	await ruth.post("/me/keys/unlockers", { document: toJson(another) });
	assert.equal((await remove(code.id)).status, 409);
	assert.equal((await remove(device.id)).status, 303);
	const ada = await world.as(world.ada);
	assert.equal(
		(await ada.send("/me/keys/unlockers/remove", { unlocker: code.id })).status,
		404,
	);
});

test("new keys take the old ones' ways in away and keep their public halves", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	const [first, second] = await Promise.all([
		makeKeys(world.ruth),
		makeKeys(world.ruth),
	]);
	await ruth.post("/me/keys/identity", { document: toJson(first.document) });
	const answer = await ruth.post("/me/keys/identity", {
		document: toJson(second.document),
	});
	const keyring = readOwnKeyring(JSON.parse(answer.html));
	assert.equal(keyring.identity?.id, second.document.identity.id);
	assert.equal(keyring.unlockers.length, 2);
	const { rows } = await world.database.pool.query(
		"select count(*)::int as n from sealing_secret",
	);
	assert.deepEqual(rows, [{ n: 0 }], "without an actor nothing is seen");
});

async function makeKeys(person: string) {
	const { identity, accountKey, sealedKeys } = await makeIdentity(
		crypto.randomUUID(),
		person,
	);
	const code = writeRecoveryCode(randomBytes(20));
	const unlockers = [
		await makeUnlocker(
			{ id: crypto.randomUUID(), identity: identity.id, person },
			{ kind: "recovery-code", typed: code },
			accountKey,
		),
		await wayIn(identity, accountKey),
	];
	return { document: { identity, sealedKeys, unlockers }, accountKey, code };
}

async function wayIn(
	{ id, person }: { readonly id: string; readonly person: string },
	accountKey: Uint8Array<ArrayBuffer>,
) {
	return makeUnlocker(
		{ id: crypto.randomUUID(), identity: id, person },
		{ kind: "device", key: await newDeviceKey() },
		accountKey,
	);
}
