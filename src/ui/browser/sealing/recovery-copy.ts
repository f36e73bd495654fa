// A relationship's key for two of three custodians, with no more than wrapping: for each two, wrapped for the one who reads, and that wrapped again for
// the one who helps. Six copies, for either of two may be the one who reads. The one who helps takes the outer wrap off and learns nothing; the one
// who reads cannot begin without them. Every copy is bound to where it belongs and signed by the member who granted it.
import { statementBytes } from "../../../domain/sealing/statement.ts";
import { type Bytes, isSame, Refused } from "./bytes.ts";
import { isSignedBy, sign } from "./cipher.ts";
import { type Place, type SpaceKey, spaceKeyFrom } from "./grant.ts";
import type { KnownIdentity, OpenIdentity } from "./identity.ts";
import { isCustodian, type RecoveryKey } from "./recovery-key.ts";
import { unwrap, wrapFor } from "./wrap.ts";

export type RecoveryCopy = {
	/** Persons. */
	readonly peeler: string;
	readonly reader: string;
	readonly sealed: Bytes;
	readonly signature: Bytes;
};

/** What a copy is bound to. */
export type CopyTerms = {
	readonly place: Place;
	/** The name of the relationship's key. */
	readonly name: Bytes;
	readonly key: RecoveryKey;
	readonly granter: KnownIdentity;
	readonly peeler: string;
	readonly reader: string;
};

export async function makeCopies(
	{ raw, name, ...place }: SpaceKey,
	key: RecoveryKey,
	own: OpenIdentity,
): Promise<readonly RecoveryCopy[]> {
	const pairs = key.custodians.flatMap((peeler) =>
		key.custodians
			.filter((reader) => reader !== peeler)
			.map((reader) => ({ peeler, reader })),
	);
	return Promise.all(
		pairs.map(async ({ peeler, reader }) => {
			const terms = {
				place,
				name,
				key,
				granter: own.known,
				peeler: peeler.person,
				reader: reader.person,
			};
			const statement = copyStatement(terms);
			const inner = await wrapFor(reader.agreeing, raw, innerOf(statement));
			const sealed = await wrapFor(peeler.agreeing, inner, outerOf(statement));
			const signature = await sign(own.signing, signedCopy(statement, sealed));
			return {
				peeler: peeler.person,
				reader: reader.person,
				sealed,
				signature,
			};
		}),
	);
}

/** Takes the outer wrap off, as the custodian who helps. */
export async function peel(
	copy: RecoveryCopy,
	terms: CopyTerms,
	own: OpenIdentity,
): Promise<Bytes> {
	if (
		!isCustodian(terms.key, own) ||
		copy.peeler !== own.known.person ||
		copy.peeler !== terms.peeler ||
		copy.reader !== terms.reader
	)
		throw new Refused("forged-recovery");
	const statement = copyStatement(terms);
	if (
		!(await isSignedBy(
			terms.granter.verifying,
			copy.signature,
			signedCopy(statement, copy.sealed),
		))
	)
		throw new Refused("forged-recovery");
	return unwrap(
		own.agreement,
		copy.sealed,
		outerOf(statement),
		"forged-recovery",
	);
}

/** The relationship's key, as the custodian who reads. */
export async function openPeeled(
	inner: Bytes,
	terms: CopyTerms,
	own: OpenIdentity,
): Promise<SpaceKey> {
	const raw = await unwrap(
		own.agreement,
		inner,
		innerOf(copyStatement(terms)),
		"forged-recovery",
	);
	const key = await spaceKeyFrom(terms.place, raw, terms.key.fingerprint);
	if (!isSame(key.name, terms.name)) throw new Refused("forged-recovery");
	return key;
}

function copyStatement({
	place: { space, id, epoch },
	name,
	key,
	granter,
	peeler,
	reader,
}: CopyTerms): Bytes {
	return statementBytes("copy for two custodians", [
		space,
		id,
		epoch,
		name,
		key.id,
		key.fingerprint,
		granter.person,
		granter.fingerprint,
		peeler,
		reader,
	]);
}

function innerOf(statement: Bytes): Bytes {
	return statementBytes("inner wrap", [statement]);
}

function outerOf(statement: Bytes): Bytes {
	return statementBytes("outer wrap", [statement]);
}

function signedCopy(statement: Bytes, sealed: Bytes): Bytes {
	return statementBytes("signed copy", [statement, sealed]);
}
