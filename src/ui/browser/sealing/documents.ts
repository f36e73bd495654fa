// The documents that go between browser and server: what each holds, read and written in one place. Bytes travel as base64url.
import { toText } from "./bytes.ts";
import type { Comparison } from "./comparison.ts";
import type { Grant, SpaceKind } from "./grant.ts";
import type { Identity } from "./identity.ts";
import { readIdentity } from "./identity-document.ts";
import {
	bytesOf,
	countOf,
	type Fields,
	fieldsOf,
	isTrue,
	listOf,
	oneOf,
	textOf,
} from "./read.ts";
import { readRecovery } from "./recovery-documents.ts";
import type { ShownRecovery } from "./recovery-epoch.ts";
import type { SealedText } from "./text.ts";
import type { Unlocker } from "./unlocker.ts";

/** One's own keys, as the server keeps them. */
export type KeyringDocument = {
	readonly person: string;
	readonly identity: Identity | undefined;
	readonly sealedKeys: Uint8Array<ArrayBuffer>;
	readonly unlockers: readonly Unlocker[];
};

/** A space as one of its members gets it. */
export type SpaceDocument = {
	readonly space: SpaceKind;
	readonly id: string;
	readonly members: readonly {
		readonly person: string;
		/** Newest first; the first is the one in use, unless all are gone. */
		readonly identities: readonly Identity[];
		readonly isReady: boolean;
	}[];
	/** Who wrote or granted here and is no member any more: their keys, to check what they signed. */
	readonly formers: readonly {
		readonly person: string;
		readonly identities: readonly Identity[];
	}[];
	/** Grants to oneself. */
	readonly grants: readonly Grant[];
	/** Which identity has a grant for which epoch. */
	readonly granted: readonly { readonly epoch: number; readonly to: string }[];
	/** Every grant of the newest epoch, so that who holds it can be checked. */
	readonly newest: readonly Grant[];
	/** The newest there is; 0: none. */
	readonly epoch: number;
	/** Somebody who held the newest key has left. */
	readonly isOutworn: boolean;
	readonly comparisons: readonly Comparison[];
	readonly texts: readonly SealedText[];
	readonly recovery: ShownRecovery;
};

export function readKeyring(value: unknown): KeyringDocument {
	const { person, identity, sealedKeys, unlockers } = fieldsOf(value);
	return {
		person: textOf(person),
		identity: identity === null ? undefined : readIdentity(fieldsOf(identity)),
		sealedKeys: bytesOf(sealedKeys),
		unlockers: listOf(unlockers, readUnlocker),
	};
}

export function readSpace(value: unknown): SpaceDocument {
	const document = fieldsOf(value);
	return {
		space: oneOf(document["space"], ["relationship", "concern"]),
		id: textOf(document["id"]),
		members: listOf(document["members"], ({ person, identities, isReady }) => ({
			person: textOf(person),
			identities: listOf(identities, readIdentity),
			isReady: isTrue(isReady),
		})),
		formers: listOf(document["formers"] ?? [], ({ person, identities }) => ({
			person: textOf(person),
			identities: listOf(identities, readIdentity),
		})),
		grants: listOf(document["grants"], readGrant),
		granted: listOf(document["granted"], ({ epoch, to }) => ({
			epoch: countOf(epoch),
			to: textOf(to),
		})),
		newest: listOf(document["newest"] ?? [], readGrant),
		epoch: countOf(document["epoch"] ?? 0),
		isOutworn: isTrue(document["isOutworn"] ?? false),
		comparisons: listOf(document["comparisons"], readComparison),
		texts: listOf(document["texts"], readText),
		recovery: readRecovery(document["recovery"]),
	};
}

export function readUnlocker({
	id,
	identity,
	person,
	kind,
	salt,
	rounds,
	wrapped,
	credential,
}: Fields): Unlocker {
	return {
		id: textOf(id),
		identity: textOf(identity),
		person: textOf(person),
		kind: oneOf(kind, ["passkey", "recovery-code", "passphrase", "device"]),
		salt: bytesOf(salt),
		rounds: countOf(rounds),
		wrapped: bytesOf(wrapped),
		credential: credential === null ? undefined : textOf(credential),
	};
}

export function readGrant({
	space,
	id,
	epoch,
	to,
	by,
	ephemeral,
	wrapped,
	keyName,
	signature,
	recovery,
}: Fields): Grant {
	return {
		space: oneOf(space, ["relationship", "concern"]),
		id: textOf(id),
		epoch: countOf(epoch),
		to: textOf(to),
		by: textOf(by),
		ephemeral: bytesOf(ephemeral),
		wrapped: bytesOf(wrapped),
		keyName: bytesOf(keyName),
		signature: bytesOf(signature),
		recovery:
			recovery === undefined || recovery === null
				? undefined
				: bytesOf(recovery),
	};
}

export function readComparison({
	by,
	of,
	assurance,
	signature,
}: Fields): Comparison {
	return {
		by: textOf(by),
		of: textOf(of),
		assurance: oneOf(assurance, ["seen", "compared"]),
		signature: bytesOf(signature),
	};
}

export function readText(fields: Fields): SealedText {
	return {
		space: oneOf(fields["space"], ["alone", "relationship", "concern"]),
		spaceId: textOf(fields["spaceId"]),
		epoch: countOf(fields["epoch"]),
		text: textOf(fields["text"]),
		version: countOf(fields["version"]),
		writer: textOf(fields["writer"]),
		isDeleted: isTrue(fields["isDeleted"]),
		sealed: bytesOf(fields["sealed"]),
		signature: bytesOf(fields["signature"]),
	};
}

/** JSON with bytes as text. */
export function toJson(value: unknown): string {
	return JSON.stringify(value, (_, each: unknown) =>
		each instanceof Uint8Array ? toText(each) : each,
	);
}
