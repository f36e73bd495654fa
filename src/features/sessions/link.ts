// The link that lets somebody write up one session without signing in (platform/links: signed, not stored, for one purpose, until it expires).
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
