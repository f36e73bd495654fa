// Links that let somebody do one thing without signing in: say no more mails like this, answer one question, fill one form. Who has the link
// can do that one thing as the person it was made for, until it expires, and can read nothing else. Opening it must only show; pressing acts:
// mail scanners open every link they find.
//
// In a mail as it is kept the link stands unsigned, so that whoever reads the outbox or the database cannot use it; it is signed when the
// mail goes out, and only there. HMAC-SHA-256 under a key derived from the key file, over purpose, person, subject and expiry.
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Vault } from "../vault/vault.ts";

export type LinkTerms = {
	/** What the link is for, "mail-topic"; a link for one purpose opens nothing else. */
	readonly purpose: string;
	/** What it is about: an id, or a word; letters, figures and hyphens. */
	readonly subject: string;
	readonly expires: Date;
};

export type ReadLink = {
	readonly person: string;
	readonly subject: string;
	readonly expires: Date;
};

/** A link as it stands in a letter that is kept. `path` ends where the token begins: "/reply". */
export function unsignedLink(
	origin: string,
	path: string,
	{ purpose, subject, expires }: LinkTerms,
): string {
	if (!/^[a-z-]+$/.test(purpose) || !/^[\w-]+$/.test(subject))
		throw new Error("a link holds only plain words and ids");
	return `${origin}${path}/~${purpose}~${subject}~${seconds(expires)}~`;
}

/** Signs every link of a text for the person it goes to. */
export function signLinks(vault: Vault, person: string, text: string): string {
	return text.replace(
		/\/~([a-z-]+)~([\w-]+)~(\d+)~/g,
		(_, purpose: string, subject: string, expires: string) =>
			`/${linkToken(vault, person, {
				purpose,
				subject,
				expires: new Date(Number(expires) * 1000),
			})}`,
	);
}

export function linkToken(
	vault: Vault,
	person: string,
	{ purpose, subject, expires }: LinkTerms,
): string {
	const version = vault.version();
	const body = [version, person, subject, seconds(expires)].join("~");
	const proof = prove(vault, version, `${purpose}~${body}`);
	return Buffer.from(`${body}~${proof.toString("base64url")}`).toString(
		"base64url",
	);
}

/** Whose link it is and what it is about; undefined where it is not ours, for another purpose, or has expired. */
export function readLink(
	vault: Vault,
	{ purpose, token, now }: { purpose: string; token: string; now: Date },
): ReadLink | undefined {
	const parts = Buffer.from(token, "base64url").toString("utf8").split("~");
	const [version = "", person = "", subject = "", expires = "", proof = ""] =
		parts;
	if (parts.length !== 5 || !/^\d{1,3}$/.test(version)) return undefined;
	const body = [version, person, subject, expires].join("~");
	const expected = proofOf(vault, Number(version), `${purpose}~${body}`);
	if (expected === undefined || !isSame(proof, expected.toString("base64url")))
		return undefined;
	const until = new Date(Number(expires) * 1000);
	return until <= now ? undefined : { person, subject, expires: until };
}

// As written, not as decoded: the last character of a proof has bits that decoding leaves out, so that another would open as well.
function isSame(one: string, other: string): boolean {
	const [a, b] = [Buffer.from(one), Buffer.from(other)];
	return a.length === b.length && timingSafeEqual(a, b);
}

// A key that was replaced is gone with its links.
function proofOf(
	vault: Vault,
	version: number,
	text: string,
): Buffer | undefined {
	try {
		return prove(vault, version, text);
	} catch {
		return undefined;
	}
}

function prove(vault: Vault, version: number, text: string): Buffer {
	return createHmac("sha256", vault.key("signed links", version))
		.update(text)
		.digest();
}

function seconds(moment: Date): number {
	return Math.floor(moment.getTime() / 1000);
}
