import { fromText, toText } from "../../src/ui/browser/sealing/bytes.ts";
import { newSpaceKey } from "../../src/ui/browser/sealing/grant.ts";
import { sealText } from "../../src/ui/browser/sealing/text.ts";
import { asJson, type Json, list, member, put } from "./json.ts";
import type { Attack, Scene } from "./scene.ts";

/** On notes that members share. */
export function textAttacks({
	attacker,
	pair,
	earlier,
	elsewhere,
	wei,
}: Scene): Record<string, Attack> {
	const at = (space: Json, index: number) => list(space, "texts")[index];
	const change =
		(
			name: string,
			value: (note: Json | undefined, space: Json) => unknown,
		): Attack =>
		async ({ space }) =>
			put(at(space, 0), name, value(at(space, 0), space));
	return {
		"content of another note": change(
			"sealed",
			(_, space) => at(space, 1)?.["sealed"],
		),
		"name of another note": change("text", () => crypto.randomUUID()),
		"version raised": change(
			"version",
			(note) => Number(note?.["version"]) + 1,
		),
		"earlier state": async ({ space }) => put(space, "texts", earlier["texts"]),
		"writer swapped": change("writer", (note) =>
			String(note?.["writer"]) === wei.own.known.id
				? list(member(earlier, pair.mentor), "identities")[0]?.["id"]
				: wei.own.known.id,
		),
		"writer unknown": change("writer", () => attacker.own.known.id),
		"signature stripped": change("signature", () => toText(new Uint8Array(64))),
		"signature of another note": change(
			"signature",
			(_, space) => at(space, 1)?.["signature"],
		),
		"marked as deleted": change("isDeleted", () => true),
		"one bit turned": change("sealed", (note) => {
			const bytes = fromText(note?.["sealed"]);
			return toText(bytes.with(40, (bytes[40] ?? 0) ^ 1));
		}),
		"cut off": change("sealed", (note) =>
			String(note?.["sealed"]).slice(0, 370),
		),
		"another epoch": change("epoch", () => 9),
		"another relationship's note": async ({ space }) =>
			put(space, "texts", elsewhere["texts"]),
		"another relationship's note, renamed": async ({ space }) =>
			put(space, "texts", [
				{ ...list(elsewhere, "texts")[0], spaceId: pair.id },
				...list(space, "texts"),
			]),
		"a note left out": async ({ space }) => void list(space, "texts").pop(),
		"all notes left out": async ({ space }) => put(space, "texts", []),
		"a note by somebody without the key": async ({ space }) => {
			const key = await newSpaceKey({
				space: "relationship",
				id: pair.id,
				epoch: 1,
			});
			const forged = await sealText(
				{
					space: "relationship",
					spaceId: pair.id,
					epoch: 1,
					text: crypto.randomUUID(),
					version: 1,
					isDeleted: false,
				},
				{ text: "Trust me", at: 0 },
				{ own: attacker.own, key: key.key },
			);
			list(space, "texts").push(asJson(forged));
		},
		"a number where a text should be": change("sealed", () => 7),
	};
}

/** On notes of one's own. */
export function aloneAttacks(): Record<string, Attack> {
	const change =
		(name: string, value: (note: Json | undefined) => unknown): Attack =>
		async ({ alone }) =>
			put(list(alone, "texts")[0], name, value(list(alone, "texts")[0]));
	return {
		"own note of another person": change("spaceId", () => crypto.randomUUID()),
		"own note at another version": change("version", () => 2),
		"own note left out": async ({ alone }) => put(alone, "texts", []),
		"own note among the shared": async ({ alone, space }) => {
			list(space, "texts").push(...list(alone, "texts"));
		},
		"own note's signature stripped": change("signature", () =>
			toText(new Uint8Array(64)),
		),
	};
}
