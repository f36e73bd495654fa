import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Notice } from "../../ui/frame.ts";
import type { CookieChange, CookieName } from "./visit.ts";

/** HttpOnly, SameSite=Lax, and Secure under https. */
export function changeCookie(
	context: Context,
	{ name, value, seconds }: CookieChange,
	isSecure: boolean,
): void {
	setCookie(context, name, value ?? "", {
		path: "/",
		httpOnly: true,
		sameSite: "Lax",
		secure: isSecure,
		maxAge: value === null ? 0 : (seconds ?? 31_536_000),
	});
}

export function cookie(context: Context, name: CookieName): string | undefined {
	return getCookie(context, name);
}

/** What just happened, carried over one redirect. */
export function packNotice(notice: Notice): string {
	return Buffer.from(JSON.stringify(notice)).toString("base64url");
}

export function unpackNotice(packed: string | undefined): Notice | undefined {
	if (packed === undefined || packed === "") return undefined;
	try {
		const read: unknown = JSON.parse(
			Buffer.from(packed, "base64url").toString(),
		);
		return isNotice(read) ? read : undefined;
	} catch {
		return undefined;
	}
}

function isNotice(read: unknown): read is Notice {
	return (
		typeof read === "object" &&
		read !== null &&
		"text" in read &&
		typeof read.text === "string" &&
		"kind" in read &&
		["done", "attention", "problem"].includes(String(read.kind))
	);
}
