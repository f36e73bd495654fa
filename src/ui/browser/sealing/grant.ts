// A space is a set of people who read each other's sealed texts: a relationship, or a concern. Its key is 256 random bits; a new epoch has a new
// one. A grant is that key wrapped to one person's agreement key by an ephemeral one (ECIES; SEC 1, section 5.1), and signed by whoever grants it
// over the space, the epoch, both fingerprints and the key's own name, so that a server can neither add a reader nor pass off an older key. Where
// custodians can open the epoch, the fingerprint of their recovery key is part of the key's name and of every grant: no server can hide it.
import { statementBytes } from "../../../domain/sealing/statement.ts";
import { type Bytes, isSame, randomBytes, Refused } from "./bytes.ts";
import {
	decrypt,
	digest,
	encrypt,
	isSignedBy,
	keyFrom,
	sign,
} from "./cipher.ts";
import type { KnownIdentity, OpenIdentity } from "./identity.ts";
import { agreedKey, ephemeralPair } from "./wrap.ts";

export type SpaceKind = "relationship" | "concern";

/** Which key of which space: its epoch counts from 1. */
export type Place = {
	readonly space: SpaceKind;
	readonly id: string;
	readonly epoch: number;
};

export type Grant = Place & {
	/** Identities. */
	readonly to: string;
	readonly by: string;
	readonly ephemeral: Bytes;
	readonly wrapped: Bytes;
	readonly keyName: Bytes;
	readonly signature: Bytes;
	/** The fingerprint of the recovery key whose custodians can open this epoch, where there is one. */
	readonly recovery?: Bytes | undefined;
};

/** The key of one epoch, in the hands of a member. */
export type SpaceKey = Place & {
	readonly key: CryptoKey;
	/** A hash that says which key this is and nothing about it. */
	readonly name: Bytes;
	/** The raw bytes, to grant it on. */
	readonly raw: Bytes;
	/** As in its grants. */
	readonly recovery: Bytes | undefined;
};

export async function newSpaceKey(
	place: Place,
	recovery?: Bytes,
): Promise<SpaceKey> {
	return spaceKeyFrom(place, randomBytes(32), recovery);
}

export async function makeGrant(
	{ raw, name, recovery, ...key }: SpaceKey,
	from: OpenIdentity,
	to: KnownIdentity,
): Promise<Grant> {
	const place: Place = { space: key.space, id: key.id, epoch: key.epoch };
	const { ephemeral, own } = await ephemeralPair();
	const statement = grantStatement(place, {
		from: from.known,
		to,
		ephemeral,
		name,
		recovery,
	});
	const wrapped = await encrypt(
		await agreedKey(own, to.agreeing, statement),
		raw,
		statement,
	);
	const signature = await sign(
		from.signing,
		signedStatement(statement, wrapped),
	);
	return {
		...place,
		to: to.id,
		by: from.known.id,
		ephemeral,
		wrapped,
		keyName: name,
		signature,
		recovery,
	};
}

/** The key that somebody granted. Refused unless it is for this person and this place, and truly from the member named. */
export async function openGrant(
	grant: Grant,
	place: Place,
	{ own, from }: { readonly own: OpenIdentity; readonly from: KnownIdentity },
): Promise<SpaceKey> {
	if (
		grant.space !== place.space ||
		grant.id !== place.id ||
		grant.epoch !== place.epoch ||
		grant.to !== own.known.id ||
		grant.by !== from.id
	)
		throw new Refused("foreign-grant");
	const statement = grantStatement(place, {
		from,
		to: own.known,
		ephemeral: grant.ephemeral,
		name: grant.keyName,
		recovery: grant.recovery,
	});
	if (
		!(await isSignedBy(
			from.verifying,
			grant.signature,
			signedStatement(statement, grant.wrapped),
		))
	)
		throw new Refused("forged-grant");
	const ephemeral = await crypto.subtle
		.importKey(
			"raw",
			grant.ephemeral,
			{ name: "ECDH", namedCurve: "P-256" },
			true,
			[],
		)
		.catch(() => {
			throw new Refused("forged-grant");
		});
	const agreed = await agreedKey(own.agreement, ephemeral, statement);
	const key = await spaceKeyFrom(
		place,
		await decrypt(agreed, grant.wrapped, statement, "forged-grant"),
		grant.recovery,
	);
	if (!isSame(key.name, grant.keyName)) throw new Refused("forged-grant");
	return key;
}

/** Whether a member truly granted this key to another: what anybody can check who knows both and the key's name. */
export function isGranted(
	grant: Grant,
	{ name, recovery, ...key }: SpaceKey,
	{ from, to }: { readonly from: KnownIdentity; readonly to: KnownIdentity },
): Promise<boolean> {
	const place: Place = { space: key.space, id: key.id, epoch: key.epoch };
	const { ephemeral } = grant;
	return isSignedBy(
		from.verifying,
		grant.signature,
		signedStatement(
			grantStatement(place, { from, to, ephemeral, name, recovery }),
			grant.wrapped,
		),
	);
}

/** Two grants of one epoch must be of one key: else somebody was given a room of their own. */
export function isSameKey(one: SpaceKey, other: SpaceKey): boolean {
	return isSame(one.name, other.name);
}

export async function spaceKeyFrom(
	place: Place,
	raw: Bytes,
	recovery: Bytes | undefined,
): Promise<SpaceKey> {
	const { space, id, epoch } = place;
	return {
		space,
		id,
		epoch,
		raw,
		recovery,
		key: await keyFrom(
			raw,
			new Uint8Array(32),
			statementBytes("key of texts", [space, id, epoch]),
		),
		name: await digest(
			recovery === undefined
				? statementBytes("name of a key", [space, id, epoch, raw])
				: statementBytes("name of a key with recovery", [
						space,
						id,
						epoch,
						raw,
						recovery,
					]),
		),
	};
}

function grantStatement(
	{ space, id, epoch }: Place,
	{
		from,
		to,
		ephemeral,
		name,
		recovery,
	}: {
		readonly from: KnownIdentity;
		readonly to: KnownIdentity;
		readonly ephemeral: Bytes;
		readonly name: Bytes;
		readonly recovery: Bytes | undefined;
	},
): Bytes {
	const fields = [
		space,
		id,
		epoch,
		from.person,
		from.fingerprint,
		to.person,
		to.fingerprint,
		ephemeral,
		name,
	];
	return recovery === undefined
		? statementBytes("grant", fields)
		: statementBytes("grant with recovery", [...fields, recovery]);
}

function signedStatement(statement: Bytes, wrapped: Bytes): Bytes {
	return statementBytes("signed grant", [statement, wrapped]);
}
