// A checkpoint of the journal in the text form that transparency logs use (C2SP tlog-checkpoint and signed-note): the name of the log, the
// number of entries, the root in base64, one more line with the time; then an empty line and the signature. A checkpoint that lies outside
// the database, in a mailbox or a file, is what makes a shortened or rewritten journal show.
import {
	createHash,
	createPrivateKey,
	createPublicKey,
	type KeyObject,
	sign,
	verify,
} from "node:crypto";

export type Checkpoint = {
	readonly log: string;
	readonly size: number;
	readonly root: Buffer;
	/** UTC, to the second. */
	readonly at: string;
};

/** Signs for one log; its public half can be handed to anyone. */
export type Signer = { readonly secret: KeyObject; readonly open: KeyObject };

/** The signing key that belongs to 32 bytes of secret. */
export function signerFrom(seed: Uint8Array): Signer {
	const secret = createPrivateKey({
		key: Buffer.concat([pkcs8Prefix, seed]),
		format: "der",
		type: "pkcs8",
	});
	return { secret, open: createPublicKey(secret) };
}

/** What others need to check signatures: name, key hash and key, as the C2SP signed-note writes a verifier key. */
export function verifierKey(log: string, open: KeyObject): string {
	const key = rawKey(open);
	return `${log}+${keyHash(log, key).toString("hex")}+${Buffer.concat([Buffer.of(algorithm), key]).toString("base64")}`;
}

/** The verifier key as a key again; undefined when it is none. */
export function readVerifierKey(
	text: string,
): { readonly log: string; readonly open: KeyObject } | undefined {
	const found = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(
		text.trim(),
	);
	const [, log = "", hash = "", encoded = ""] = found ?? [];
	const bytes = Buffer.from(encoded, "base64");
	const key = bytes.subarray(1);
	if (bytes[0] !== algorithm || key.length !== 32) return undefined;
	if (keyHash(log, key).toString("hex") !== hash) return undefined;
	return { log, open: publicKey(key) };
}

export function signedNote(checkpoint: Checkpoint, signer: Signer): string {
	const text = noteText(checkpoint);
	const signature = Buffer.concat([
		keyHash(checkpoint.log, rawKey(signer.open)),
		sign(null, Buffer.from(text), signer.secret),
	]);
	return `${text}\n— ${checkpoint.log} ${signature.toString("base64")}\n`;
}

/** A checkpoint as it was found, with its signature lines. */
export type Note = { readonly checkpoint: Checkpoint; readonly note: string };

/** Every checkpoint in a text, without judging signatures. Text around them, as in a mail or a file that grew, is passed over. */
export function readNotes(text: string): Note[] {
	const found = [...text.matchAll(head)];
	return found.flatMap((match, index) => {
		const [, log = "", size = "", root = "", at = ""] = match;
		if (!Number.isSafeInteger(Number(size))) return [];
		const end = found[index + 1]?.index ?? text.length;
		return [
			{
				checkpoint: {
					log,
					size: Number(size),
					root: Buffer.from(root, "base64"),
					at,
				},
				note: text.slice(match.index, end),
			},
		];
	});
}

// Mail programs quote with a sign in front of each line, and may end lines in two characters.
const head =
	/^[> \t]*(baton\/journal\/\S+)\r?\n[> \t]*(0|[1-9]\d*)\r?\n[> \t]*([A-Za-z0-9+/]{43}=)\r?\n[> \t]*time (\S+)\r?$/gm;

/** Whether one of the note's signatures is this key's. */
export function isSignedBy(note: string, open: KeyObject): boolean {
	const [read] = readNotes(note);
	if (read === undefined) return false;
	const { checkpoint } = read;
	const own = keyHash(checkpoint.log, rawKey(open));
	return [...note.matchAll(/^[> \t]*— (\S+) ([A-Za-z0-9+/=]+)\r?$/gm)].some(
		([, name, encoded = ""]) => {
			const bytes = Buffer.from(encoded, "base64");
			return (
				name === checkpoint.log &&
				bytes.subarray(0, 4).equals(own) &&
				verify(null, Buffer.from(noteText(checkpoint)), open, bytes.subarray(4))
			);
		},
	);
}

function noteText({ log, size, root, at }: Checkpoint): string {
	return `${log}\n${size}\n${root.toString("base64")}\ntime ${at}\n`;
}

// The signed-note form numbers Ed25519 as 1.
const algorithm = 1;

function keyHash(log: string, key: Uint8Array): Buffer {
	return createHash("sha256")
		.update(`${log}\n`)
		.update(Buffer.of(algorithm))
		.update(key)
		.digest()
		.subarray(0, 4);
}

// RFC 8410: what stands before the 32 bytes of an Ed25519 key in PKCS #8 and in SPKI.
const pkcs8Prefix = Buffer.from("302e020100300506032b657004220420", "hex");
const spkiPrefix = Buffer.from("302a300506032b6570032100", "hex");

function rawKey(open: KeyObject): Buffer {
	return open
		.export({ format: "der", type: "spki" })
		.subarray(spkiPrefix.length);
}

function publicKey(key: Uint8Array): KeyObject {
	return createPublicKey({
		key: Buffer.concat([spkiPrefix, key]),
		format: "der",
		type: "spki",
	});
}
