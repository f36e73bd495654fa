// A person's identity: one key pair to sign with, one to agree on keys with, both on P-256 (every browser has it). The private halves lie on
// the server sealed by the account key, 256 random bits that only the person's unlockers give out.
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

/** The public halves of somebody's keys. `proof`: the signing key vouches for the agreement key and for whose they are. */
export type Identity = {
	readonly id: string;
	readonly person: string;
	/** Uncompressed points, 65 bytes each. */
	readonly signingKey: Bytes;
	readonly agreementKey: Bytes;
	readonly proof: Bytes;
};

/** An identity whose proof holds. */
export type KnownIdentity = Identity & {
	readonly fingerprint: Bytes;
	readonly verifying: CryptoKey;
	readonly agreeing: CryptoKey;
};

/** One's own identity, unlocked. None of the keys can be taken out of the browser again. */
export type OpenIdentity = {
	readonly known: KnownIdentity;
	readonly signing: CryptoKey;
	readonly agreement: CryptoKey;
	/** For texts that are for oneself alone. */
	readonly alone: CryptoKey;
};

const curve = { namedCurve: "P-256" } as const;

/** What a new identity is made of: `sealedKeys` and `identity` go to the server, the account key to the unlockers and then nowhere. */
export async function makeIdentity(id: string, person: string) {
	const [signing, agreement] = await Promise.all([
		crypto.subtle.generateKey({ name: "ECDSA", ...curve }, true, [
			"sign",
			"verify",
		]),
		crypto.subtle.generateKey({ name: "ECDH", ...curve }, true, ["deriveBits"]),
	]);
	const signingKey = await exported("raw", signing.publicKey);
	const agreementKey = await exported("raw", agreement.publicKey);
	const proof = await sign(
		signing.privateKey,
		identityStatement({ id, person, signingKey, agreementKey }),
	);
	const identity: Identity = { id, person, signingKey, agreementKey, proof };
	const accountKey = randomBytes(32);
	const [one, two] = await Promise.all([
		exported("pkcs8", signing.privateKey),
		exported("pkcs8", agreement.privateKey),
	]);
	const keys = new Uint8Array(2 + one.length + two.length);
	new DataView(keys.buffer).setUint16(0, one.length);
	keys.set(one, 2);
	keys.set(two, 2 + one.length);
	const sealedKeys = await encrypt(
		await bundleKey(accountKey, identity),
		keys,
		bundleStatement(identity),
	);
	return { identity, accountKey, sealedKeys };
}

/** Opens one's keys. Refused where they are not the private halves of the identity the server shows as one's own. */
export async function openIdentity(
	identity: Identity,
	sealedKeys: Bytes,
	accountKey: Bytes,
): Promise<OpenIdentity> {
	const known = await knownIdentity(identity);
	const keys = await decrypt(
		await bundleKey(accountKey, identity),
		sealedKeys,
		bundleStatement(identity),
		"forged-identity",
	);
	const length = new DataView(keys.buffer).getUint16(0);
	const [signing, agreement] = await Promise.all([
		crypto.subtle.importKey(
			"pkcs8",
			keys.slice(2, 2 + length),
			{ name: "ECDSA", ...curve },
			false,
			["sign"],
		),
		crypto.subtle.importKey(
			"pkcs8",
			keys.slice(2 + length),
			{ name: "ECDH", ...curve },
			false,
			["deriveBits"],
		),
	]);
	const alone = await keyFrom(
		accountKey,
		new Uint8Array(32),
		statementBytes("key of texts for oneself alone", [
			identity.person,
			identity.id,
		]),
	);
	return { known, signing, agreement, alone };
}

/** Checks the proof and makes the keys usable. Refused where it does not hold, or the keys are no points of the curve. */
export async function knownIdentity(
	identity: Identity,
): Promise<KnownIdentity> {
	try {
		const [verifying, agreeing] = await Promise.all([
			crypto.subtle.importKey(
				"raw",
				identity.signingKey,
				{ name: "ECDSA", ...curve },
				true,
				["verify"],
			),
			crypto.subtle.importKey(
				"raw",
				identity.agreementKey,
				{ name: "ECDH", ...curve },
				true,
				[],
			),
		]);
		const statement = identityStatement(identity);
		if (await isSignedBy(verifying, identity.proof, statement))
			return {
				...identity,
				verifying,
				agreeing,
				fingerprint: await digest(statement),
			};
	} catch {
		// The same answer as for a proof that does not hold.
	}
	throw new Refused("forged-identity");
}

export function isSameIdentity(
	one: KnownIdentity,
	other: KnownIdentity,
): boolean {
	return isSame(one.fingerprint, other.fingerprint);
}

function identityStatement({
	id,
	person,
	signingKey,
	agreementKey,
}: Omit<Identity, "proof">): Bytes {
	return statementBytes("identity", [id, person, signingKey, agreementKey]);
}

function bundleStatement(identity: Identity): Bytes {
	return statementBytes("private keys", [
		identity.id,
		identity.person,
		identity.signingKey,
		identity.agreementKey,
	]);
}

function bundleKey(
	accountKey: Bytes,
	{ id, person }: Identity,
): Promise<CryptoKey> {
	return keyFrom(
		accountKey,
		new Uint8Array(32),
		statementBytes("key of private keys", [person, id]),
	);
}

async function exported(
	format: "raw" | "pkcs8",
	key: CryptoKey,
): Promise<Bytes> {
	return new Uint8Array(await crypto.subtle.exportKey(format, key));
}
