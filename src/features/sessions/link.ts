// The links that let somebody write up one session, or settle one commitment of theirs, without signing in (platform/links: signed, not stored, each for one
// purpose, until it expires).
import {
	linkToken,
	readLink,
	unsignedLink,
} from "../../platform/links/signed-link.ts";
import type { Vault } from "../../platform/vault/vault.ts";

export const linkDays = 14;

export type SessionLink = {
	readonly session: string;
	readonly person: string;
};

const purpose = "write-up";
const milliseconds = linkDays * 86_400_000;

/** The address, below an installation's own, at which `person` writes up `session` until 14 days after `from`. In milliseconds. */
export function writeUpPath(
	vault: Vault,
	{ session, person }: SessionLink,
	from: number,
): string {
	return `/write-up/${linkToken(vault, person, terms(session, from))}`;
}

/** The same as it stands in a letter that is kept: signed when the mail goes out, for whoever it goes to. */
export function unsignedWriteUpLink(
	origin: string,
	session: string,
	from: number,
): string {
	return unsignedLink(origin, "/write-up", terms(session, from));
}

function terms(session: string, from: number) {
	return {
		purpose,
		subject: session,
		expires: new Date(from + milliseconds),
	};
}

/** What a link is for; undefined: it is not one of ours, or its time is over. */
export function readWriteUpLink(
	vault: Vault,
	token: string,
	now: number,
): SessionLink | undefined {
	const link = readLink(vault, { purpose, token, now: new Date(now) });
	return link && { session: link.subject, person: link.person };
}

const promise = "commitment";

/** Where the owner of a commitment says that it is done, or moves it, as it stands in a letter that is kept; for 14 days from `from`. */
export function unsignedCommitmentLink(
	origin: string,
	commitment: string,
	from: Date,
): string {
	return unsignedLink(origin, "/commitment", {
		purpose: promise,
		subject: commitment,
		expires: new Date(from.getTime() + milliseconds),
	});
}

export type CommitmentLink = {
	readonly commitment: string;
	readonly person: string;
};

export function readCommitmentLink(
	vault: Vault,
	token: string,
	now: Date,
): CommitmentLink | undefined {
	const link = readLink(vault, { purpose: promise, token, now });
	return link && { commitment: link.subject, person: link.person };
}
