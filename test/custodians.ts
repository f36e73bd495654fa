// A pair that seals notes, and three custodians who have accepted: the browsers' own code against the real application.
import assert from "node:assert/strict";
import {
	type Book,
	keepNote,
	openBook,
	start,
} from "../src/ui/browser/sealed-pages/book.ts";
import {
	accept,
	type Desk as Custody,
	openCustody,
} from "../src/ui/browser/sealed-pages/opening-desk.ts";
import { agreeToRecovery } from "../src/ui/browser/sealed-pages/recovery-consent.ts";
import { Refused } from "../src/ui/browser/sealing/bytes.ts";
import { wordsOf } from "../src/ui/browser/sealing/comparison.ts";
import { toJson } from "../src/ui/browser/sealing/documents.ts";
import type { OpenIdentity } from "../src/ui/browser/sealing/identity.ts";
import type { Client } from "./client.ts";
import { asOwner } from "./owner.ts";
import { makeKeys, mapMemory, type Sealer, sealer } from "./sealing.ts";
import { type PairWorld, pairWorld } from "./two-pairs.ts";

export const custodianNames = ["Noor", "Greta", "Henrik"] as const;

export type Custodian = {
	readonly person: string;
	readonly client: Client;
	readonly own: OpenIdentity;
	/** Their own recovery code, on paper. */
	readonly code: string;
	/** The same browser at other addresses: of a key to accept, of a relationship, of an asking. */
	readonly at: (addresses: Readonly<Record<string, string>>) => Custody;
};

export type CustodyWorld = PairWorld & {
	readonly ingrid: Sealer;
	readonly wei: Sealer;
	readonly noor: Custodian;
	readonly greta: Custodian;
	readonly henrik: Custodian;
	/** Hours that have passed by the clocks of the browsers. */
	readonly clock: { hours: number };
};

/** Ingrid and Wei have notes; Noor, Greta and Henrik have keys, and nobody has named anybody. */
export async function custodyWorld(): Promise<CustodyWorld> {
	const world = await pairWorld();
	const { pair } = world;
	const [ingrid, wei] = await Promise.all([
		sealer(world, pair, pair.mentor),
		sealer(world, pair, pair.mentee),
	]);
	await start(ingrid.desk, await openBook(ingrid.desk));
	const clock = { hours: 0 };
	const at = (name: string) => custodian(world, name, clock);
	return {
		...world,
		ingrid,
		wei,
		noor: await at("Noor"),
		greta: await at("Greta"),
		henrik: await at("Henrik"),
		clock,
	};
}

async function custodian(
	world: PairWorld,
	name: string,
	clock: { readonly hours: number },
): Promise<Custodian> {
	const person = world.people[name] ?? "";
	const client = await world.as(person);
	const { own, code } = await makeKeys(client, person);
	const memory = mapMemory();
	return {
		person,
		client,
		own,
		code,
		at: (addresses) => ({
			own,
			memory,
			now: () => Date.now() + clock.hours * 3_600_000,
			place: {
				load: async (name) => read(await client.get(addresses[name] ?? "")),
				send: async (name, document) =>
					read(
						await client.post(addresses[name] ?? "", {
							document: toJson(document),
						}),
					),
			},
		}),
	};
}

/** Ada names the three, and all three accept; gives the six words. */
export async function setUpCustody(world: CustodyWorld): Promise<string> {
	const ada = await world.as(world.ada);
	await nameCustodians(ada, custodianNames);
	let words = "";
	for (const each of [world.noor, world.greta, world.henrik]) {
		const desk = each.at(custodyAddresses);
		const key = await openCustody(desk);
		words = (await wordsOf(key)).join(" ");
		await accept(desk, key);
	}
	return words;
}

export const custodyAddresses = {
	key: "/recovery/key.json",
	acceptance: "/recovery/acceptance",
};

const lastNames: Readonly<Record<string, string>> = {
	Noor: "haddad",
	Greta: "baum",
	Henrik: "lund",
	Amara: "okafor",
};

export function nameCustodians(ada: Client, names: readonly string[]) {
	const [first = "", second = "", third = ""] = names.map((name) =>
		name.includes("@")
			? name
			: `${name}.${lastNames[name]}@meridian.example`.toLowerCase(),
	);
	return ada.send("/administration/recovery", { first, second, third });
}

/** Both agree; what Ingrid then writes can be opened. */
export async function bothAgree(
	world: CustodyWorld,
	words: string,
): Promise<void> {
	const { ingrid, wei } = world;
	for (const { desk } of [wei, ingrid])
		await agreeToRecovery(desk, await openBook(desk), words);
}

export async function write(
	{ desk }: Sealer,
	text: string,
	kind: "ours" | "mine" = "ours",
): Promise<void> {
	await keepNote(desk, await openBook(desk), { kind, text, before: undefined });
}

/** The addresses of a relationship's page for custodians, and of one asking. */
export function askAddresses({ pair }: PairWorld, epoch: number) {
	return {
		case: `/recovery/relationships/${pair.id}/case.json?epoch=${epoch}`,
		ask: "/recovery/openings",
	};
}

export function openingAddresses(id: string) {
	const base = `/recovery/openings/${id}`;
	return {
		case: `${base}/case.json`,
		peel: `${base}/peel`,
		read: `${base}/read`,
	};
}

/** Lets hours pass: by the clocks of the browsers, and for the database's own. */
export async function passHours(
	world: CustodyWorld,
	hours: number,
): Promise<void> {
	world.clock.hours += hours;
	await asOwner(
		world.database,
		"update recovery_opening set asked_at = asked_at - make_interval(hours => $1)",
		[hours],
	);
}

export function textsOf({ notes }: Book): readonly (string | undefined)[] {
	return notes.map(({ content }) => content?.text);
}

export function refusedFor(
	attempt: Promise<unknown>,
	reason: Refused["reason"],
): Promise<void> {
	return assert.rejects(
		attempt,
		(error) => error instanceof Refused && error.reason === reason,
	);
}

function read({
	status,
	html,
}: {
	readonly status: number;
	readonly html: string;
}): unknown {
	if (status === 409) throw new Refused("conflict");
	if (status !== 200) throw new Refused("not-sent");
	return JSON.parse(html);
}
