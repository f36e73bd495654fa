import { createHash } from "node:crypto";
import type { Context } from "hono";
import { renderPage } from "../../ui/page.tsx";
import { changeCookie, packNotice } from "./cookies.ts";
import type { Reply } from "./visit.ts";
import type { Wiring } from "./wiring.ts";

/** Turns what a route answered into what goes over the wire. */
export function respond(
	context: Context,
	reply: Reply,
	{ isSecure }: Pick<Wiring, "isSecure">,
): Response {
	switch (reply.kind) {
		case "page":
			for (const change of [
				{ name: "baton-notice", value: null } as const,
				...(reply.cookies ?? []),
			])
				changeCookie(context, change, isSecure);
			return new Response(renderPage(reply.page), {
				status: reply.status ?? 200,
				headers: withCookies(context, {
					"Content-Type": "text/html; charset=utf-8",
					"Cache-Control": "no-store",
				}),
			});
		case "redirect":
			for (const change of reply.cookies ?? [])
				changeCookie(context, change, isSecure);
			if (reply.notice !== undefined)
				changeCookie(
					context,
					{
						name: "baton-notice",
						value: packNotice(reply.notice),
						seconds: 60,
					},
					isSecure,
				);
			return new Response(null, {
				status: 303,
				headers: withCookies(context, { Location: reply.to }),
			});
		case "calendar": {
			const hash = createHash("sha256").update(reply.text).digest("base64url");
			const headers = {
				ETag: `"${hash}"`,
				"Cache-Control": "private, no-cache",
			};
			return context.req.header("if-none-match") === headers.ETag
				? new Response(null, { status: 304, headers })
				: new Response(reply.text, {
						headers: {
							...headers,
							"Content-Type": "text/calendar; charset=utf-8",
						},
					});
		}
		case "file":
			return new Response(
				typeof reply.body === "string"
					? reply.body
					: new Uint8Array(reply.body),
				{
					headers: withCookies(context, {
						"Content-Type": reply.type,
						"Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(reply.name)}`,
						"Cache-Control": "no-store",
					}),
				},
			);
	}
}

function withCookies(
	context: Context,
	headers: Readonly<Record<string, string>>,
): Headers {
	const all = new Headers(headers);
	for (const value of context.res.headers.getSetCookie())
		all.append("Set-Cookie", value);
	return all;
}
