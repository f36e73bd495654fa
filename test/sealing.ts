// People whose browsers seal and open, without the browsers: the same code, the real application, a memory in a Map.
import { writeRecoveryCode } from "../src/domain/sealing/recovery-code.ts";
import type { Desk } from "../src/ui/browser/sealed-pages/book.ts";
import { randomBytes } from "../src/ui/browser/sealing/bytes.ts";
import { toJson } from "../src/ui/browser/sealing/documents.ts";
import {
	makeIdentity,
	type OpenIdentity,
	openIdentity,
} from "../src/ui/browser/sealing/identity.ts";
import type { Memory } from "../src/ui/browser/sealing/memory.ts";
import {
	makeUnlocker,
	newPassphrase,
} from "../src/ui/browser/sealing/unlocker.ts";
import { Refused } from "../src/ui/browser/sealing/bytes.ts";
import type { Client } from "./client.ts";
import type { Pair, PairWorld } from "./two-pairs.ts";

export type Sealer = {
	readonly client: Client;
	readonly person: string;
	readonly own: OpenIdentity;
	readonly code: string;
	readonly passphrase: string;
	readonly memory: ReturnType<typeof mapMemory>;
	/** What the island of the relationship's page works with. */
	readonly desk: Desk;
};

/** A browser's memory that can be copied as it is now. */
export function mapMemory(
	kept = new Map<string, unknown>(),
): Memory & { readonly copy: () => Memory } {
	return {
		get: async (name) => structuredClone(kept.get(name)),
		set: async (name, value) => void kept.set(name, structuredClone(value)),
		remove: async (name) => void kept.delete(name),
		copy: () => mapMemory(new Map(structuredClone([...kept]))),
	};
}

/** Somebody of a pair, who has made keys. */
export async function sealer(
	world: PairWorld,
	pair: Pair,
	person: string,
): Promise<Sealer> {
	const client = await world.as(person);
	const keys = await makeKeys(client, person);
	const memory = mapMemory();
	const desk: Desk = {
		place: placeOf(client, pair),
		own: keys.own,
		memory,
		circle: { relationship: pair.id, people: [pair.mentor, pair.mentee] },
	};
	return { client, person, memory, desk, ...keys };
}

/** Makes keys with a recovery code and six words, and sends them. */
export async function makeKeys(client: Client, person: string) {
	const { identity, accountKey, sealedKeys } = await makeIdentity(
		crypto.randomUUID(),
		person,
	);
	const code = writeRecoveryCode(randomBytes(20));
	const passphrase = newPassphrase();
	const wayIn = (kind: "recovery-code" | "passphrase", typed: string) =>
		makeUnlocker(
			{ id: crypto.randomUUID(), identity: identity.id, person },
			{ kind, typed },
			accountKey,
		);
	const unlockers = [
		await wayIn("recovery-code", code),
		await wayIn("passphrase", passphrase),
	];
	await client.post("/me/keys/identity", {
		document: toJson({ identity, sealedKeys, unlockers }),
	});
	return {
		own: await openIdentity(identity, sealedKeys, accountKey),
		code,
		passphrase,
	};
}

export function placeOf(client: Client, pair: Pick<Pair, "id">): Desk["place"] {
	const base = `/relationships/${pair.id}`;
	const addresses: Readonly<Record<string, string>> = {
		keyring: "/me/keys/keyring.json",
		comparisons: "/me/keys/comparisons",
		alone: "/me/notes.json",
		"write-alone": "/me/notes",
		space: `${base}/notes.json`,
		keys: `${base}/keys`,
		grants: `${base}/grants`,
		"write-space": `${base}/notes`,
		"recovery-consents": `${base}/recovery-consents`,
		"recovery-take-back": `${base}/recovery-take-back`,
	};
	const read = ({
		status,
		html,
	}: {
		readonly status: number;
		readonly html: string;
	}): unknown => {
		if (status === 409) throw new Refused("conflict");
		if (status !== 200) throw new Refused("not-sent");
		return JSON.parse(html);
	};
	return {
		load: async (name) => read(await client.get(addresses[name] ?? "")),
		send: async (name, document) =>
			read(
				await client.post(addresses[name] ?? "", {
					document: toJson(document),
				}),
			),
	};
}
