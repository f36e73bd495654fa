import { createPublicKey, type KeyObject } from "node:crypto";
import type { Vault } from "../vault/vault.ts";
import { type Signer, signerFrom } from "./checkpoint.ts";

const purpose = "journal checkpoint";

/** What signs the checkpoints of a journal: follows from the key file. */
export function journalSigner(vault: Pick<Vault, "key">): Signer {
	return signerFrom(vault.key(purpose));
}

/** The public halves of the present key and of those before it, as far as the key file still holds them. */
export function journalKeys(
	vault: Pick<Vault, "key" | "version">,
): readonly KeyObject[] {
	const versions = Array.from(
		{ length: vault.version() },
		(_, index) => index + 1,
	);
	return versions.flatMap((version) => {
		try {
			return [createPublicKey(signerFrom(vault.key(purpose, version)).secret)];
		} catch {
			// Taken out of the file since: what it signed cannot be judged by it any more.
			return [];
		}
	});
}
