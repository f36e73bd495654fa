import assert from "node:assert/strict";
import test from "node:test";
import {
	askAddresses,
	bothAgree,
	type Custodian,
	custodianNames,
	custodyWorld,
	openingAddresses,
	passHours,
	refusedFor,
	setUpCustody,
	write,
} from "../../../test/custodians.ts";
import {
	asJson,
	inner,
	type Json,
	list,
	put,
} from "../../../test/hostile/json.ts";
import {
	coveredAttacks,
	helpAttacks,
	ownRecoveryKey,
} from "../../../test/hostile/recovery-attacks.ts";
import type { Sealer } from "../../../test/sealing.ts";
import { meet, openBook } from "../../ui/browser/sealed-pages/book.ts";
import {
	ask,
	type Desk,
	help,
	openCustody,
	read,
} from "../../ui/browser/sealed-pages/opening-desk.ts";
import { agreeToRecovery } from "../../ui/browser/sealed-pages/recovery-consent.ts";
import { Refused } from "../../ui/browser/sealing/bytes.ts";
import { wordsOf } from "../../ui/browser/sealing/comparison.ts";

test("a server that adds, hides or swaps what custodians can open is refused, visibly, every time", async () => {
	await using world = await custodyWorld();
	const { ingrid, wei, people } = world;
	await write(ingrid, "Old");
	const words = await setUpCustody(world);
	const made = await ownRecoveryKey(
		await idOfKey(wei),
		custodianNames.map((name) => people[name] ?? ""),
	);

	// Before anybody has agreed: other custodians than those whose words were read out are agreed to by nobody.
	const swapped = await loaded(wei);
	put(inner(swapped, "recovery"), "keys", [made.wire]);
	const desk = {
		...wei.desk,
		place: { ...place(swapped), send: refuseToSend },
	};
	await refusedFor(
		agreeToRecovery(desk, await openBook(desk), words),
		"wrong-words",
	);

	await bothAgree(world, words);
	await write(ingrid, "New");
	await meet(wei.desk, await openBook(wei.desk));
	assert.deepEqual(
		await signsOf(wei, async () => {}),
		[],
		"an honest server is refused nothing",
	);
	for (const [name, attack] of Object.entries(coveredAttacks(world, made)))
		assert.notDeepEqual(await signsOf(wei, attack), [], `unnoticed: ${name}`);
});

test("a custodian's browser helps nobody too early, and with nothing that was not signed", async () => {
	await using world = await custodyWorld();
	const { ingrid, noor, greta, henrik, people, clock } = world;
	await bothAgree(world, await setUpCustody(world));
	await write(ingrid, "New");
	const id = await ask(
		noor.at(askAddresses(world, 2)),
		"The regulator asks for it.",
	);
	await greta.client.post(`/recovery/openings/${id}/agree`);
	await passHours(world, 72);
	const sent = await caseFor(greta, id);
	const other = await caseFor(henrik, id);
	put(other, "asking", { ...inner(sent, "asking"), by: henrik.own.known.id });
	put(other, "copy", { ...inner(sent, "copy"), reader: henrik.person });
	const made = await ownRecoveryKey(
		String(inner(sent, "key")["id"]),
		custodianNames.map((name) => people[name] ?? ""),
	);
	clock.hours = 71;
	// The database would let it out now; the custodian's own clock does not.
	await refusedFor(help(facing(greta, sent)), "too-early");
	clock.hours = 73;
	for (const [name, attack] of Object.entries(helpAttacks(made, other))) {
		const changed = asJson(sent);
		await attack(changed);
		await assert.rejects(
			help(facing(greta, changed)),
			Refused,
			`unnoticed: ${name}`,
		);
	}
	await help(greta.at(openingAddresses(id)));

	// Who helped has learnt nothing that opens anything, nor does the third custodian; and what is read is what the two wrote.
	await noor.client.post(`/recovery/openings/${id}/read`, { document: "{}" });
	const given = await caseFor(noor, id);
	for (const each of [greta, henrik])
		await refusedFor(read(facing(each, given, true)), "forged-recovery");
	const texts = (await read(facing(noor, given, true))).texts;
	assert.deepEqual(
		texts.map(({ content }) => Object(content).text),
		["New"],
	);
	for (const [name, value] of [
		["epoch", 1],
		["writer", noor.own.known.id],
		["spaceId", crypto.randomUUID()],
		["version", 2],
	] as const) {
		const changed = asJson(given);
		put(list(inner(changed, "space"), "texts")[0], name, value);
		const [text] = (await read(facing(noor, changed, true))).texts;
		assert.ok(text?.refused, `unnoticed: ${name}`);
	}
	const wrong = asJson(given);
	put(wrong, "peeled", inner(sent, "copy")["sealed"]);
	await refusedFor(read(facing(noor, wrong, true)), "forged-recovery");
});

test("who accepts custody sees with the two others whether they see the same", async () => {
	await using world = await custodyWorld();
	const { noor, people } = world;
	await setUpCustody(world);
	const sent = asJson(
		JSON.parse((await noor.client.get("/recovery/key.json")).html),
	);
	const honest = await openCustody(facing(noor, sent));
	const made = await ownRecoveryKey(
		honest.id,
		custodianNames.map((name) => people[name] ?? ""),
	);
	const stripped = asJson({
		...sent,
		custodians: list(sent, "custodians").map((each) => ({
			...each,
			signature: null,
		})),
	});
	const swapped = list(stripped, "custodians")[0];
	const whose = inner(swapped, "identity")["person"];
	put(
		swapped,
		"identity",
		list(made.wire, "custodians").find(
			(each) => inner(each, "identity")["person"] === whose,
		)?.["identity"],
	);
	const shown = await openCustody(facing(noor, stripped));
	assert.notDeepEqual(await wordsOf(shown), await wordsOf(honest));
});

async function loaded({ desk }: Sealer): Promise<Json> {
	return asJson(await desk.place.load("space"));
}

async function idOfKey(member: Sealer): Promise<string> {
	return String(inner(await loaded(member), "recovery")["current"]);
}

function place(space: Json): Pick<Sealer["desk"]["place"], "load"> {
	return { load: async (name) => (name === "space" ? space : { texts: [] }) };
}

/** What a member's page says when the server does this. */
async function signsOf(
	member: Sealer,
	attack: (sent: Json) => Promise<void>,
): Promise<readonly string[]> {
	const space = await loaded(member);
	await attack(space);
	const desk = {
		...member.desk,
		memory: member.memory.copy(),
		place: { ...place(space), send: refuseToSend },
	};
	try {
		const book = await openBook(desk);
		return [
			...(book.space?.refusedGrants ?? []),
			...book.notes.flatMap(({ opened }) => opened.refused ?? []),
		];
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		return [error.reason];
	}
}

async function caseFor({ client }: Custodian, id: string): Promise<Json> {
	return asJson(
		JSON.parse((await client.get(`/recovery/openings/${id}/case.json`)).html),
	);
}

/** A custodian's browser that is given this, whatever it asks for; it may send only where that is expected. */
function facing(custodian: Custodian, sent: Json, maySend = false): Desk {
	return {
		...custodian.at({}),
		place: {
			load: async () => sent,
			send: maySend ? async () => undefined : refuseToSend,
		},
	};
}

function refuseToSend(): never {
	assert.fail("sent something");
}
