// What a server could do with the recovery key: to the two whose notes custodians can open, and to the custodians.
import { randomBytes, toText } from "../../src/ui/browser/sealing/bytes.ts";
import {
	makeIdentity,
	openIdentity,
} from "../../src/ui/browser/sealing/identity.ts";
import {
	beginRecovery,
	consentTo,
} from "../../src/ui/browser/sealing/recovery-epoch.ts";
import {
	acceptCustody,
	knownRecoveryKey,
} from "../../src/ui/browser/sealing/recovery-key.ts";
import { newSpaceKey } from "../../src/ui/browser/sealing/grant.ts";
import type { CustodyWorld } from "../custodians.ts";
import { asJson, inner, type Json, list, put } from "./json.ts";

export type Attacks = Readonly<Record<string, (sent: Json) => Promise<void>>>;

/** A recovery key of the attacker's own making, accepted by three who are all the attacker, under an id that is known. */
export async function ownRecoveryKey(id: string, people: readonly string[]) {
	const three = await Promise.all(
		people.map(async (person) => {
			const made = await makeIdentity(crypto.randomUUID(), person);
			const { identity, sealedKeys, accountKey } = made;
			return {
				identity,
				own: await openIdentity(identity, sealedKeys, accountKey),
			};
		}),
	);
	const bare = {
		id,
		custodians: three.map(({ identity }) => ({
			identity,
			signature: undefined,
		})),
	};
	const known = await knownRecoveryKey(bare);
	return {
		key: { ...known, isAccepted: true },
		three,
		wire: asJson({
			id,
			custodians: await Promise.all(
				three.map(async ({ identity, own }) => ({
					identity,
					signature: await acceptCustody(known, own),
				})),
			),
		}),
	};
}

type Made = Awaited<ReturnType<typeof ownRecoveryKey>>;

/** On the document of a relationship's notes, of which custodians can open those of epoch 2. */
export function coveredAttacks(
	{ pair }: CustodyWorld,
	{ key, three, wire }: Made,
): Attacks {
	const shown = (space: Json) => inner(space, "recovery");
	const keyOf = (space: Json) => list(shown(space), "keys")[0];
	const consent = (space: Json, place: number) =>
		list(shown(space), "consents")[place];
	const grants = (space: Json) => list(space, "grants");
	const place = { space: "relationship", id: pair.id, epoch: 3 } as const;
	return {
		"recovery not mentioned": async (space) =>
			void Reflect.deleteProperty(space, "recovery"),
		"epoch said to be closed to custodians": async (space) =>
			put(shown(space), "epochs", []),
		"epoch said to be closed, and its mark stripped": async (space) => {
			put(shown(space), "epochs", []);
			for (const grant of grants(space)) put(grant, "recovery", null);
		},
		"mark of another recovery key": async (space) =>
			put(grants(space)[1], "recovery", toText(key.fingerprint)),
		"old epoch marked": async (space) =>
			put(grants(space)[0], "recovery", grants(space)[1]?.["recovery"]),
		"old epoch opened with the word for another": async (space) => {
			const [epoch] = list(shown(space), "epochs");
			list(shown(space), "epochs").push({ ...epoch, epoch: 1 });
			for (const each of [...list(shown(space), "consents")])
				list(shown(space), "consents").push({ ...each, epoch: 1 });
		},
		"epoch opened by the server": async (space) => {
			const made = await newSpaceKey({ ...place, epoch: 1 }, key.fingerprint);
			const [first] = three;
			if (first === undefined) return;
			list(shown(space), "epochs").push(
				asJson({
					...(await beginRecovery(made, key, first.own)),
					key: keyOf(space)?.["id"],
					by: list(shown(space), "epochs")[0]?.["by"],
				}),
			);
		},
		"own word left out": async (space) =>
			void list(shown(space), "consents").shift(),
		"the other's word left out": async (space) =>
			void list(shown(space), "consents").pop(),
		"word forged in the other's name": async (space) => {
			const [first] = three;
			if (first === undefined) return;
			list(shown(space), "consents").push(
				asJson({
					...(await consentTo(place, key, first.own)),
					key: keyOf(space)?.["id"],
					by: consent(space, 1)?.["by"],
				}),
			);
		},
		"word moved to the next epoch": async (space) =>
			void list(shown(space), "consents").push({
				...consent(space, 0),
				epoch: 3,
			}),
		"recovery key swapped": async (space) => put(shown(space), "keys", [wire]),
		"one custodian's keys swapped": async (space) =>
			put(
				list(keyOf(space), "custodians")[0],
				"identity",
				list(wire, "custodians")[0]?.["identity"],
			),
		"a custodian left out": async (space) =>
			void list(keyOf(space), "custodians").pop(),
		"a custodian named twice": async (space) => {
			const all = list(keyOf(space), "custodians");
			put(keyOf(space), "custodians", [all[0], all[0], all[1]]);
		},
		"a custodian's word stripped": async (space) =>
			put(list(keyOf(space), "custodians")[0], "signature", null),
		"a custodian's word forged": async (space) =>
			put(
				list(keyOf(space), "custodians")[0],
				"signature",
				toText(randomBytes(64)),
			),
	};
}

/** On what a custodian who helps is given when the hours are over. */
export function helpAttacks({ key, wire }: Made, other: Json): Attacks {
	const asking = (sent: Json) => inner(sent, "asking");
	return {
		"reason changed": async (sent) =>
			put(asking(sent), "reason", "Nothing of importance."),
		"asked earlier than it was": async (sent) =>
			put(asking(sent), "saidAt", Number(asking(sent)["saidAt"]) - 1),
		"asked by another custodian": async (sent) =>
			put(asking(sent), "by", inner(other, "asking")["by"]),
		"an asking replayed": async (sent) =>
			put(asking(sent), "id", crypto.randomUUID()),
		"another copy": async (sent) => put(sent, "copy", other["copy"]),
		"copy for another reader": async (sent) =>
			put(inner(sent, "copy"), "reader", inner(sent, "copy")["peeler"]),
		"copy changed": async (sent) =>
			put(inner(sent, "copy"), "sealed", toText(randomBytes(218))),
		"copy's signature stripped": async (sent) =>
			put(inner(sent, "copy"), "signature", toText(new Uint8Array(64))),
		"recovery key swapped": async (sent) => put(sent, "key", wire),
		"epoch renumbered": async (sent) => put(inner(sent, "epoch"), "epoch", 1),
		"key's name swapped": async (sent) =>
			put(inner(sent, "epoch"), "keyName", toText(key.fingerprint)),
		"another relationship's": async (sent) =>
			put(inner(sent, "space"), "id", crypto.randomUUID()),
		"granted by nobody of them": async (sent) =>
			put(inner(sent, "epoch"), "by", crypto.randomUUID()),
		"members' keys swapped": async (sent) => {
			for (const member of list(inner(sent, "space"), "members"))
				put(member, "identities", [
					{
						...inner(list(wire, "custodians")[0], "identity"),
						person: member["person"],
					},
				]);
		},
	};
}
