import { randomBytes, toText } from "../../src/ui/browser/sealing/bytes.ts";
import { makeUnlocker } from "../../src/ui/browser/sealing/unlocker.ts";
import { inner, type Json, list, put } from "./json.ts";
import type { Attack, Scene } from "./scene.ts";

/** On one's own keys and the ways in. */
export function keyringAttacks({
	attacker,
	pair,
	wei,
}: Scene): Record<string, Attack> {
	const ring =
		(change: (keyring: Json) => void | Promise<void>): Attack =>
		async ({ keyring }) =>
			change(keyring);
	const words = (keyring: Json) =>
		list(keyring, "unlockers").find(({ kind }) => kind === "passphrase") ??
		keyring;
	return {
		"own agreement key swapped": ring((all) =>
			put(
				inner(all, "identity"),
				"agreementKey",
				attacker.wire["agreementKey"],
			),
		),
		"own signing key swapped": ring((all) =>
			put(inner(all, "identity"), "signingKey", attacker.wire["signingKey"]),
		),
		"own identity swapped for another whole one": ring((all) =>
			put(all, "identity", { ...attacker.wire, person: pair.mentee }),
		),
		"own identity shown as another person's": ring((all) =>
			put(inner(all, "identity"), "person", pair.mentor),
		),
		"own identity renamed": ring((all) =>
			put(inner(all, "identity"), "id", crypto.randomUUID()),
		),
		"proof stripped": ring((all) => put(inner(all, "identity"), "proof", "")),
		"proof of another": ring((all) =>
			put(inner(all, "identity"), "proof", attacker.wire["proof"]),
		),
		"private keys cut off": ring((all) =>
			put(all, "sealedKeys", String(all["sealedKeys"]).slice(0, 100)),
		),
		"private keys of random bytes": ring((all) =>
			put(all, "sealedKeys", toText(randomBytes(320))),
		),
		"passphrase rounds lowered": ring((all) => put(words(all), "rounds", 1)),
		"passphrase rounds raised without end": ring((all) =>
			put(words(all), "rounds", 1_000_000_000),
		),
		"salt emptied": ring((all) => put(words(all), "salt", "")),
		"salt swapped": ring((all) =>
			put(words(all), "salt", toText(randomBytes(32))),
		),
		"unlocker renamed": ring((all) =>
			put(words(all), "id", crypto.randomUUID()),
		),
		"unlocker of another person": ring((all) =>
			put(words(all), "person", pair.mentor),
		),
		"unlocker of another identity": ring((all) =>
			put(words(all), "identity", crypto.randomUUID()),
		),
		"account key of the attacker under guessed words": ring(async (all) => {
			const made = await makeUnlocker(
				{
					id: String(words(all)["id"]),
					identity: String(words(all)["identity"]),
					person: wei.person,
				},
				{ kind: "passphrase", typed: "guess" },
				randomBytes(32),
			);
			put(words(all), "wrapped", toText(made.wrapped));
		}),
		"no bytes where bytes should be": ring((all) =>
			put(words(all), "wrapped", "<script>"),
		),
		"a list where a person should be": ring((all) => put(all, "person", [])),
	};
}
