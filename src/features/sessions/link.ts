// A link that does one thing for one person and one session without signing in. Signed, not stored: nothing in the database opens anything.
// Layout, before base64url: key version 1, purpose 1, session 16, person 16, ends at 4 (seconds since 1970), HMAC-SHA-256 32.
import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Vault } from "../../platform/vault/vault.ts";

export const linkDays = 14;

export type SessionLink = {
	readonly session: string;
	readonly person: string;
};

const WRITE_UP = 1;
const BODY = 38;
const LENGTH = BODY + 32;

/** The address, below an installation's own, at which `person` writes up `session` until `now` plus 14 days. `now` in milliseconds. */
export function writeUpPath(
	vault: Vault,
	{ session, person }: SessionLink,
	now: number,
): string {
	const body = Buffer.alloc(BODY);
	body.writeUInt8(vault.version(), 0);
	body.writeUInt8(WRITE_UP, 1);
	bytesOf(session).copy(body, 2);
	bytesOf(person).copy(body, 18);
	body.writeUInt32BE(Math.floor(now / 1000) + linkDays * 86_400, 34);
	const token = Buffer.concat([body, sign(vault, body)]);
	return `/write-up/${token.toString("base64url")}`;
}

/** What a link is for; undefined: it is not one of ours, or its time is over. */
export function readWriteUpLink(
	vault: Vault,
	token: string,
	now: number,
): SessionLink | undefined {
	const bytes = Buffer.from(token, "base64url");
	if (bytes.length !== LENGTH || bytes.readUInt8(1) !== WRITE_UP)
		return undefined;
	const body = bytes.subarray(0, BODY);
	const expected = signIfKnown(vault, body);
	if (
		expected === undefined ||
		!timingSafeEqual(expected, bytes.subarray(BODY))
	)
		return undefined;
	if (body.readUInt32BE(34) * 1000 < now) return undefined;
	return { session: uuidIn(body, 2), person: uuidIn(body, 18) };
}

function sign(vault: Vault, body: Buffer): Buffer {
	return createHmac("sha256", vault.key("session-link", body.readUInt8(0)))
		.update(body)
		.digest();
}

// A version nobody has a key for is a link nobody made.
function signIfKnown(vault: Vault, body: Buffer): Buffer | undefined {
	const version = body.readUInt8(0);
	if (version < 1 || version > vault.version()) return undefined;
	try {
		return sign(vault, body);
	} catch {
		return undefined;
	}
}

function bytesOf(uuid: string): Buffer {
	return Buffer.from(z.uuid().parse(uuid).replaceAll("-", ""), "hex");
}

function uuidIn(body: Buffer, at: number): string {
	const hex = body.subarray(at, at + 16).toString("hex");
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		hex.slice(12, 16),
		hex.slice(16, 20),
		hex.slice(20),
	].join("-");
}
