// The link that lets somebody write up one session without signing in (platform/links: signed, not stored, for one purpose, until it expires).
import { linkToken, readLink } from "../../platform/links/signed-link.ts";
import type { Vault } from "../../platform/vault/vault.ts";

export const linkDays = 14;

export type SessionLink = {
	readonly session: string;
	readonly person: string;
};

const purpose = "write-up";
const milliseconds = linkDays * 86_400_000;

/** The address, below an installation's own, at which `person` writes up `session` until `now` plus 14 days. `now` in milliseconds. */
export function writeUpPath(
	vault: Vault,
	{ session, person }: SessionLink,
	now: number,
): string {
	const expires = new Date(now + milliseconds);
	return `/write-up/${linkToken(vault, person, { purpose, subject: session, expires })}`;
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
