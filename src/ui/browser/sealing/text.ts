// A sealed text: encrypted under a space's key or one's own, bound to where it stands (space, text, version, writer, epoch), signed by its writer.
// Another text, another version, another writer or another relationship in its place does not open.
import { pad, unpad } from "../../../domain/sealing/padding.ts";
import { statementBytes } from "../../../domain/sealing/statement.ts";
import { type Bytes, Refused } from "./bytes.ts";
import { decrypt, encrypt, isSignedBy, sign } from "./cipher.ts";
import type { SpaceKey } from "./grant.ts";
import type { KnownIdentity, OpenIdentity } from "./identity.ts";

/** Where a text stands. For texts of one's own the space is `alone`, its id the person, its epoch 0. */
export type Standing = {
	readonly space: "alone" | SpaceKey["space"];
	readonly spaceId: string;
	readonly epoch: number;
	readonly text: string;
	/** From 1, one more with every change. */
	readonly version: number;
	/** The writer's identity. */
	readonly writer: string;
	readonly isDeleted: boolean;
};

export type SealedText = Standing & {
	readonly sealed: Bytes;
	readonly signature: Bytes;
};

/** Seals what JSON can hold. A deleted text is one with nothing in it, signed like any other. */
export async function sealText(
	standing: Omit<Standing, "writer">,
	content: unknown,
	{ own, key }: { readonly own: OpenIdentity; readonly key: CryptoKey },
): Promise<SealedText> {
	const full: Standing = { ...standing, writer: own.known.id };
	const statement = textStatement(full, own.known);
	const bytes = new TextEncoder().encode(JSON.stringify(content));
	const sealed = await encrypt(key, pad(bytes), statement);
	const signature = await sign(own.signing, signedStatement(statement, sealed));
	return { ...full, sealed, signature };
}

/** What was sealed. Refused where anything about it is not what it was when its writer signed it. */
export async function openText(
	text: SealedText,
	{ writer, key }: { readonly writer: KnownIdentity; readonly key: CryptoKey },
): Promise<unknown> {
	if (text.writer !== writer.id) throw new Refused("unknown-writer");
	const statement = textStatement(text, writer);
	if (
		!(await isSignedBy(
			writer.verifying,
			text.signature,
			signedStatement(statement, text.sealed),
		))
	)
		throw new Refused("forged-text");
	const bytes = unpad(
		await decrypt(key, text.sealed, statement, "misplaced-text"),
	);
	if (bytes === undefined) throw new Refused("malformed");
	try {
		return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
	} catch {
		throw new Refused("malformed");
	}
}

function textStatement(standing: Standing, writer: KnownIdentity): Bytes {
	const { space, spaceId, epoch, text, version, isDeleted } = standing;
	return statementBytes("text", [
		space,
		spaceId,
		epoch,
		text,
		version,
		isDeleted ? "deleted" : "written",
		writer.person,
		writer.fingerprint,
	]);
}

function signedStatement(statement: Bytes, sealed: Bytes): Bytes {
	return statementBytes("signed text", [statement, sealed]);
}
