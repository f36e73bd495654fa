// Wei reads notes that Ingrid started, while the server does what it should not.
import assert from "node:assert/strict";
import {
	type Desk,
	keepNote,
	meet,
	openBook,
	start,
} from "../../src/ui/browser/sealed-pages/book.ts";
import { Refused, toText } from "../../src/ui/browser/sealing/bytes.ts";
import {
	makeIdentity,
	openIdentity,
} from "../../src/ui/browser/sealing/identity.ts";
import {
	readOwnKeyring,
	unlock,
} from "../../src/ui/browser/sealing/keyring.ts";
import { type Sealer, sealer } from "../sealing.ts";
import type { Pair, PairWorld } from "../two-pairs.ts";
import { asJson, type Json } from "./json.ts";

type Attacker = {
	readonly own: Awaited<ReturnType<typeof openIdentity>>;
	readonly wire: Json;
};

export type Scene = {
	readonly world: PairWorld;
	readonly pair: Pair;
	readonly ingrid: Sealer;
	readonly wei: Sealer;
	/** Somebody who calls themselves Ingrid. */
	readonly attacker: Attacker;
	/** Space documents as they were earlier, and of another relationship. */
	readonly earlier: Json;
	readonly elsewhere: Json;
	/** The passphrase the keyring is opened with. */
	readonly ringOf: (json: Json) => Promise<unknown>;
};

export type Sent = {
	readonly keyring: Json;
	readonly space: Json;
	readonly alone: Json;
};
export type Attack = (sent: Sent) => Promise<void>;

/** Ingrid has started notes; Wei reads, has changed one, and has one of his own. */
export async function setScene(world: PairWorld): Promise<Scene> {
	const { pair, otherPair } = world;
	const [ingrid, wei] = await Promise.all([
		sealer(world, pair, pair.mentor),
		sealer(world, pair, pair.mentee),
	]);
	await start(ingrid.desk, await openBook(ingrid.desk));
	for (const text of ["The merger is off", "Ports: sell?"])
		await keepNote(ingrid.desk, await openBook(ingrid.desk), {
			kind: "ours",
			text,
			before: undefined,
		});
	const first = await openBook(wei.desk);
	await meet(wei.desk, first);
	const earlier = await json(wei.desk, "space");
	const note = first.notes.find(
		({ content }) => content?.text === "Ports: sell?",
	);
	await keepNote(wei.desk, first, {
		kind: "ours",
		text: "Ports: wait",
		before: note,
	});
	await keepNote(wei.desk, first, {
		kind: "mine",
		text: "Ask her about Lagos",
		before: undefined,
	});
	await openBook(wei.desk);
	const tomas = await sealer(world, otherPair, otherPair.mentor);
	await start(tomas.desk, await openBook(tomas.desk));
	await keepNote(tomas.desk, await openBook(tomas.desk), {
		kind: "ours",
		text: "Elsewhere",
		before: undefined,
	});
	const made = await makeIdentity(crypto.randomUUID(), pair.mentor);
	const unlocked = await openIdentity(
		made.identity,
		made.sealedKeys,
		made.accountKey,
	);
	return {
		world,
		pair,
		ingrid,
		wei,
		attacker: { own: unlocked, wire: asJson(made.identity) },
		earlier,
		elsewhere: await json(tomas.desk, "space"),
		ringOf: async (sent) => {
			const keyring = readOwnKeyring(sent);
			const unlocker = keyring.unlockers.find(
				({ kind }) => kind === "passphrase",
			);
			if (unlocker === undefined) throw new Refused("no-key");
			const { own } = await unlock(keyring, unlocker, {
				kind: "passphrase",
				typed: wei.passphrase,
			});
			if (toText(own.known.fingerprint) !== toText(wei.own.known.fingerprint))
				throw new Refused("forged-identity");
		},
	};
}

/** What Wei's page says when the server does this; nothing where it notices nothing. */
export async function signsOf(
	{ wei, ringOf, pair }: Scene,
	attack: Attack,
): Promise<string[]> {
	const sent: Sent = {
		keyring: await json(wei.desk, "keyring"),
		space: await json(wei.desk, "space"),
		alone: await json(wei.desk, "alone"),
	};
	const honest = JSON.stringify(sent);
	await attack(sent);
	const desk: Desk = {
		...wei.desk,
		memory: wei.memory.copy(),
		place: {
			load: async (name) => (name === "space" ? sent.space : sent.alone),
			send: () => assert.fail("sent something by itself"),
		},
	};
	try {
		const isRingTouched =
			JSON.stringify(sent.keyring) !==
			JSON.stringify(JSON.parse(honest).keyring);
		if (isRingTouched) await ringOf(sent.keyring);
		const book = await openBook(desk);
		const alone = await openBook({ ...desk, circle: undefined });
		const partner = book.space?.members.find(
			({ person }) => person === pair.mentor,
		);
		return [
			...(book.space?.refusedGrants ?? []),
			...[...book.notes, ...alone.notes].flatMap(
				({ opened }) => opened.refused ?? [],
			),
			...Array.from(
				{ length: book.missing + alone.missing },
				() => "missing-text",
			),
			...(partner?.current === undefined ? ["no partner"] : []),
			...(partner?.current?.standing === "changed" ? ["changed"] : []),
			...(partner?.current?.standing === "compared"
				? ["compared though it never was"]
				: []
			).map((wrong) => assert.fail(wrong)),
		];
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		return [error.reason];
	}
}

export async function json(desk: Desk, name: string): Promise<Json> {
	return asJson(await desk.place.load(name));
}
