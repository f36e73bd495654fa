// The browser's own code for concerns, run against the application without a browser: real keys, real seals, the real server.
import type { Desk } from "../src/ui/browser/sealed-pages/concern-desk.ts";
import { toJson } from "../src/ui/browser/sealing/documents.ts";
import {
	makeIdentity,
	openIdentity,
} from "../src/ui/browser/sealing/identity.ts";
import { transact } from "../src/platform/database/database.ts";
import type { Client } from "./client.ts";
import type { World } from "./world.ts";

export type Seat = {
	readonly person: string;
	readonly client: Client;
	readonly desk: Desk;
	/** The same browser on the page of one concern. */
	readonly at: (concern: string) => Desk;
};

/** Somebody with keys, at their browser. */
export async function seat(world: World, person: string): Promise<Seat> {
	const { identity, sealedKeys, accountKey } = await makeIdentity(
		crypto.randomUUID(),
		person,
	);
	await transact(
		world.database,
		{ actor: { kind: "person", person }, access: "write" },
		(tx) =>
			tx
				.insertInto("sealing_identity")
				.values({
					id: identity.id,
					person_id: person,
					signing_key: Buffer.from(identity.signingKey),
					agreement_key: Buffer.from(identity.agreementKey),
					proof: Buffer.from(identity.proof),
				})
				.execute(),
	);
	const own = await openIdentity(identity, sealedKeys, accountKey);
	const client = await world.as(person);
	const kept = new Map<string, unknown>();
	const memory = {
		get: async (name: string) => kept.get(name),
		set: async (name: string, value: unknown) => void kept.set(name, value),
		remove: async (name: string) => void kept.delete(name),
	};
	const at = (base: string): Desk => ({
		own,
		memory,
		place: {
			load: async (name) =>
				JSON.parse((await client.get(addressOf(base, name))).html),
			send: async (name, document) => {
				const answer = await client.post(addressOf(base, name), {
					document: toJson(document),
				});
				if (answer.status !== 200)
					throw new Error(`${name}: ${answer.status} ${answer.text}`);
				return JSON.parse(answer.html);
			},
		},
	});
	return {
		person,
		client,
		desk: at("/concerns"),
		at: (concern) => at(`/concerns/${concern}`),
	};
}

function addressOf(base: string, name: string): string {
	if (name === "raise") return "/concerns";
	if (name === "candidates") return "/concerns/candidates.json";
	return name === "space" ? `${base}/space.json` : `${base}/${name}`;
}
