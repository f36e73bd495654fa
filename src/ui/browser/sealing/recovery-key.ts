// The organisation's recovery key is three custodians' public keys and nothing else: there is no private half that one browser could ever have held.
// Each custodian signs that they see the same three; its six words, which a custodian reads to the members, say that the server shows the right ones.
import { statementBytes } from "../../../domain/sealing/statement.ts";
import { type Bytes, Refused } from "./bytes.ts";
import { digest, isSignedBy, sign } from "./cipher.ts";
import { wordsOf } from "./comparison.ts";
import {
	type Identity,
	isSameIdentity,
	type KnownIdentity,
	knownIdentity,
	type OpenIdentity,
} from "./identity.ts";

export const custodianCount = 3;

/** As the server shows it. */
export type ShownRecoveryKey = {
	readonly id: string;
	readonly custodians: readonly {
		readonly identity: Identity;
		/** undefined: has not accepted. */
		readonly signature: Bytes | undefined;
	}[];
};

/** One that is what it says it is. Whether it is the organisation's the words tell. */
export type RecoveryKey = {
	readonly id: string;
	readonly fingerprint: Bytes;
	readonly custodians: readonly KnownIdentity[];
	/** All three have signed that they see these three. */
	readonly isAccepted: boolean;
};

/** Refused unless it is three people with keys whose proofs hold, and every signature on it is theirs. */
export async function knownRecoveryKey({
	id,
	custodians,
}: ShownRecoveryKey): Promise<RecoveryKey> {
	const people = new Set(custodians.map(({ identity }) => identity.person));
	if (people.size !== custodianCount || custodians.length !== custodianCount)
		throw new Refused("forged-recovery");
	const shown = custodians.toSorted((one, other) =>
		one.identity.person < other.identity.person ? -1 : 1,
	);
	const known = await Promise.all(
		shown.map(({ identity }) => knownIdentity(identity)),
	);
	const fingerprint = await digest(
		statementBytes("recovery key", [
			id,
			...known.flatMap((each) => [each.person, each.fingerprint]),
		]),
	);
	const accepted = await Promise.all(
		known.map((identity, place) =>
			hasAccepted(shown[place]?.signature, fingerprint, identity),
		),
	);
	return {
		id,
		fingerprint,
		custodians: known,
		isAccepted: accepted.every(Boolean),
	};
}

/** A custodian's signature that they have accepted, with the keys that are theirs. */
export function acceptCustody(
	key: RecoveryKey,
	own: OpenIdentity,
): Promise<Bytes> {
	if (!isCustodian(key, own)) throw new Refused("forged-recovery");
	return sign(own.signing, acceptance(key.fingerprint, own.known));
}

export function isCustodian(key: RecoveryKey, own: OpenIdentity): boolean {
	return key.custodians.some((each) => isSameIdentity(each, own.known));
}

/** Refused where the six words that a custodian gave are not those of this key. */
export async function refuseOtherWords(
	key: RecoveryKey,
	typed: string,
): Promise<void> {
	const words =
		typed
			.normalize("NFKC")
			.toLowerCase()
			.match(/[a-z]+/g) ?? [];
	if (words.join(" ") !== (await wordsOf(key)).join(" "))
		throw new Refused("wrong-words");
}

async function hasAccepted(
	signature: Bytes | undefined,
	fingerprint: Bytes,
	by: KnownIdentity,
): Promise<boolean> {
	if (signature === undefined) return false;
	if (!(await isSignedBy(by.verifying, signature, acceptance(fingerprint, by))))
		throw new Refused("forged-recovery");
	return true;
}

function acceptance(fingerprint: Bytes, by: KnownIdentity): Bytes {
	return statementBytes("custody of a recovery key", [
		fingerprint,
		by.person,
		by.fingerprint,
	]);
}
