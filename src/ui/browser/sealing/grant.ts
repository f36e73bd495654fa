// A space is a set of people who read each other's sealed texts: a relationship, or a concern. Its key is 256 random bits; a new epoch has a new
// one. A grant is that key wrapped to one person's agreement key by an ephemeral one (ECIES; SEC 1, section 5.1), and signed by whoever grants it
// over the space, the epoch, both fingerprints and the key's own name, so that a server can neither add a reader nor pass off an older key.
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
};

/** The key of one epoch, in the hands of a member. */
export type SpaceKey = Place & {
	readonly key: CryptoKey;
	/** A hash that says which key this is and nothing about it. */
	readonly name: Bytes;
	/** The raw bytes, to grant it on. */
	readonly raw: Bytes;
};

export async function newSpaceKey(place: Place): Promise<SpaceKey> {
	return spaceKeyFrom(place, randomBytes(32));
}

export async function makeGrant(
	{ raw, name, ...key }: SpaceKey,
	from: OpenIdentity,
	to: KnownIdentity,
): Promise<Grant> {
	const place: Place = { space: key.space, id: key.id, epoch: key.epoch };
	const pair = await crypto.subtle.generateKey(
		{ name: "ECDH", namedCurve: "P-256" },
		false,
		["deriveBits"],
	);
	const ephemeral = new Uint8Array(
		await crypto.subtle.exportKey("raw", pair.publicKey),
	);
	const statement = grantStatement(place, {
		from: from.known,
		to,
		ephemeral,
		name,
	});
	const wrapped = await encrypt(
		await agreedKey(pair.privateKey, to.agreeing, statement),
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
	);
	if (!isSame(key.name, grant.keyName)) throw new Refused("forged-grant");
	return key;
}

/** Two grants of one epoch must be of one key: else somebody was given a room of their own. */
export function isSameKey(one: SpaceKey, other: SpaceKey): boolean {
	return isSame(one.name, other.name);
}

async function spaceKeyFrom(place: Place, raw: Bytes): Promise<SpaceKey> {
	const { space, id, epoch } = place;
	return {
		space,
		id,
		epoch,
		raw,
		key: await keyFrom(
			raw,
			new Uint8Array(32),
			statementBytes("key of texts", [space, id, epoch]),
		),
		name: await digest(
			statementBytes("name of a key", [space, id, epoch, raw]),
		),
	};
}

async function agreedKey(
	own: CryptoKey,
	other: CryptoKey,
	statement: Bytes,
): Promise<CryptoKey> {
	const bits = await crypto.subtle.deriveBits(
		{ name: "ECDH", public: other },
		own,
		256,
	);
	return keyFrom(new Uint8Array(bits), new Uint8Array(32), statement);
}

function grantStatement(
	{ space, id, epoch }: Place,
	{
		from,
		to,
		ephemeral,
		name,
	}: {
		readonly from: KnownIdentity;
		readonly to: KnownIdentity;
		readonly ephemeral: Bytes;
		readonly name: Bytes;
	},
): Bytes {
	return statementBytes("grant", [
		space,
		id,
		epoch,
		from.person,
		from.fingerprint,
		to.person,
		to.fingerprint,
		ephemeral,
		name,
	]);
}

function signedStatement(statement: Bytes, wrapped: Bytes): Bytes {
	return statementBytes("signed grant", [statement, wrapped]);
}
