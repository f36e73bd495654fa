import { randomBytes, toText } from "../../src/ui/browser/sealing/bytes.ts";
import { vouchFor } from "../../src/ui/browser/sealing/comparison.ts";
import { makeGrant, newSpaceKey } from "../../src/ui/browser/sealing/grant.ts";
import { asJson, type Json, list, member, put } from "./json.ts";
import type { Attack, Scene } from "./scene.ts";

/** On who belongs to a space, and whose keys are whose. */
export function memberAttacks({
	attacker,
	pair,
	wei,
}: Scene): Record<string, Attack> {
	const first = (space: Json) =>
		list(member(space, pair.mentor), "identities")[0];
	return {
		"partner's keys swapped": async ({ space }) =>
			put(member(space, pair.mentor), "identities", [attacker.wire]),
		"partner's keys swapped, and vouched for by the attacker": async ({
			space,
		}) => {
			put(member(space, pair.mentor), "identities", [attacker.wire]);
			const forged = await vouchFor(
				attacker.own.known,
				"compared",
				attacker.own,
			);
			put(space, "comparisons", [asJson({ ...forged, by: wei.own.known.id })]);
		},
		"partner's agreement key swapped": async ({ space }) =>
			put(first(space), "agreementKey", attacker.wire["agreementKey"]),
		"partner's signing key swapped": async ({ space }) =>
			put(first(space), "signingKey", attacker.wire["signingKey"]),
		"partner's proof stripped": async ({ space }) =>
			put(first(space), "proof", toText(new Uint8Array(64))),
		"a key that is no point of the curve": async ({ space }) =>
			put(first(space), "agreementKey", toText(new Uint8Array(65))),
		"partner left out": async ({ space }) =>
			void list(space, "members").shift(),
		"a third member added": async ({ space }) => {
			const stranger = crypto.randomUUID();
			list(space, "members").push(
				asJson({
					person: stranger,
					isReady: true,
					identities: [{ ...attacker.wire, person: stranger }],
				}),
			);
		},
		"partner named twice": async ({ space }) => {
			list(space, "members").push(
				asJson({
					person: pair.mentor,
					isReady: true,
					identities: [attacker.wire],
				}),
			);
		},
		"partner's keys taken away": async ({ space }) =>
			put(member(space, pair.mentor), "isReady", false),
		"another relationship's notes": async ({ space }) =>
			put(space, "id", crypto.randomUUID()),
	};
}

/** On how a space's key comes to its members. */
export function grantAttacks({
	attacker,
	wei,
	pair,
	elsewhere,
}: Scene): Record<string, Attack> {
	const grant = (space: Json) => list(space, "grants")[0];
	const forged = async (by: string) => {
		const key = await newSpaceKey({
			space: "relationship",
			id: pair.id,
			epoch: 1,
		});
		return { ...asJson(await makeGrant(key, attacker.own, wei.own.known)), by };
	};
	return {
		"a key granted by a stranger": async ({ space }) =>
			put(space, "grants", [await forged(attacker.own.known.id)]),
		"a stranger's key in the partner's name": async ({ space }) =>
			put(space, "grants", [await forged(String(grant(space)?.["by"]))]),
		"a second key beside the first": async ({ space }) =>
			void list(space, "grants").push(
				await forged(String(grant(space)?.["by"])),
			),
		"granted key swapped": async ({ space }) =>
			put(grant(space), "wrapped", toText(randomBytes(60))),
		"ephemeral key swapped": async ({ space }) =>
			put(grant(space), "ephemeral", attacker.wire["agreementKey"]),
		"grant's signature stripped": async ({ space }) =>
			put(grant(space), "signature", toText(new Uint8Array(64))),
		"grant moved to another epoch": async ({ space }) =>
			put(grant(space), "epoch", 2),
		"grant of another relationship": async ({ space }) =>
			put(space, "grants", elsewhere["grants"]),
		"grant of another relationship, renamed": async ({ space }) =>
			put(space, "grants", [
				{
					...list(elsewhere, "grants")[0],
					id: pair.id,
					to: wei.own.known.id,
					by: String(grant(space)?.["by"]),
				},
			]),
		"key's name swapped": async ({ space }) =>
			put(grant(space), "keyName", toText(randomBytes(32))),
		"all grants held back": async ({ space }) => put(space, "grants", []),
	};
}
