import assert from "node:assert/strict";
import test from "node:test";
import { passphraseRounds } from "../../../domain/sealing/floors.ts";
import { writeRecoveryCode } from "../../../domain/sealing/recovery-code.ts";
import { randomBytes, Refused } from "./bytes.ts";
import { wordsOf } from "./comparison.ts";
import { makeGrant, newSpaceKey, openGrant } from "./grant.ts";
import { knownIdentity, makeIdentity, openIdentity } from "./identity.ts";
import { openText, sealText } from "./text.ts";
import {
	makeUnlocker,
	newDeviceKey,
	newPassphrase,
	type Opener,
	useUnlocker,
} from "./unlocker.ts";

test("every way in opens the same account key, and no other opens it", async () => {
	const { identity, accountKey } = await person("ingrid");
	const device = await newDeviceKey();
	const openers: Opener[] = [
		{ kind: "recovery-code", typed: writeRecoveryCode(randomBytes(20)) },
		{ kind: "passphrase", typed: newPassphrase() },
		{ kind: "passkey", secret: randomBytes(32) },
		{ kind: "device", key: device },
	];
	for (const opener of openers) {
		const unlocker = await makeUnlocker(
			{
				id: `unlocker-${opener.kind}`,
				identity: identity.id,
				person: "ingrid",
			},
			opener,
			accountKey,
		);
		assert.deepEqual(await useUnlocker(unlocker, opener), accountKey);
		for (const wrong of await wrongOpeners())
			await refused(
				useUnlocker(unlocker, wrong),
				wrong.kind === opener.kind ? "wrong-key" : "weak-key",
			);
		await refused(
			useUnlocker({ ...unlocker, person: "tomas" }, opener),
			"wrong-key",
		);
		await refused(
			useUnlocker({ ...unlocker, id: "another" }, opener),
			"wrong-key",
		);
	}
});

test("a passphrase is stretched as much as the browser demands, whatever the server says", async () => {
	const { identity, accountKey } = await person("ingrid");
	const opener = { kind: "passphrase", typed: newPassphrase() } as const;
	const unlocker = await makeUnlocker(
		{ id: "u", identity: identity.id, person: "ingrid" },
		opener,
		accountKey,
	);
	assert.equal(unlocker.rounds, passphraseRounds);
	assert.equal(opener.typed.split(" ").length, 6);
	await refused(useUnlocker({ ...unlocker, rounds: 1 }, opener), "weak-key");
	await refused(
		useUnlocker({ ...unlocker, salt: new Uint8Array(0) }, opener),
		"weak-key",
	);
	assert.deepEqual(
		await useUnlocker(unlocker, {
			...opener,
			typed: ` ${opener.typed.toUpperCase().replaceAll(" ", "  ")} `,
		}),
		accountKey,
	);
});

test("what one seals the other reads, and nobody else", async () => {
	const [ingrid, wei, mallory] = await Promise.all(
		["ingrid", "wei", "mallory"].map(person),
	);
	assert.ok(ingrid && wei && mallory);
	const key = await newSpaceKey({ space: "relationship", id: "r", epoch: 1 });
	const grant = await makeGrant(key, ingrid.own, wei.own.known);
	const place = { space: "relationship", id: "r", epoch: 1 } as const;
	const opened = await openGrant(grant, place, {
		own: wei.own,
		from: ingrid.own.known,
	});
	const sealed = await sealText(
		standing,
		{ text: "Between us" },
		{ own: ingrid.own, key: key.key },
	);
	assert.deepEqual(
		await openText(sealed, { writer: ingrid.own.known, key: opened.key }),
		{ text: "Between us" },
	);
	await refused(
		openGrant({ ...grant, to: mallory.identity.id }, place, {
			own: mallory.own,
			from: ingrid.own.known,
		}),
		"forged-grant",
	);
	await refused(
		openGrant(
			grant,
			{ ...place, epoch: 2 },
			{ own: wei.own, from: ingrid.own.known },
		),
		"foreign-grant",
	);
	await refused(
		openText(sealed, { writer: wei.own.known, key: opened.key }),
		"unknown-writer",
	);
	for (const change of [
		{ text: "other" },
		{ version: 2 },
		{ spaceId: "s" },
		{ epoch: 2 },
		{ isDeleted: true },
	])
		await refused(
			openText(
				{ ...sealed, ...change },
				{ writer: ingrid.own.known, key: opened.key },
			),
			"forged-text",
		);
});

test("the words to compare are the same for the same keys, and others for others", async () => {
	const [ingrid, mallory] = await Promise.all(
		["ingrid", "mallory"].map(person),
	);
	assert.ok(ingrid && mallory);
	const words = await wordsOf(ingrid.own.known);
	assert.equal(words.length, 6);
	assert.deepEqual(await wordsOf(await knownIdentity(ingrid.identity)), words);
	assert.notDeepEqual(await wordsOf(mallory.own.known), words);
});

const standing = {
	space: "relationship",
	spaceId: "r",
	epoch: 1,
	text: "t",
	version: 1,
	isDeleted: false,
} as const;

async function person(name: string) {
	const made = await makeIdentity(`identity-of-${name}`, name);
	return {
		...made,
		own: await openIdentity(made.identity, made.sealedKeys, made.accountKey),
	};
}

async function wrongOpeners(): Promise<Opener[]> {
	return [
		{ kind: "recovery-code", typed: writeRecoveryCode(randomBytes(20)) },
		{ kind: "passphrase", typed: newPassphrase() },
		{ kind: "passkey", secret: randomBytes(32) },
		{ kind: "device", key: await newDeviceKey() },
	];
}

function refused(
	attempt: Promise<unknown>,
	reason: Refused["reason"],
): Promise<void> {
	return assert.rejects(
		attempt,
		(error) => error instanceof Refused && error.reason === reason,
	);
}
