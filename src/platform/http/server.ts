import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { log, logError, withRequestId } from "../log/log.ts";
import { answerAction, answerPage, answerStream, refuse } from "./answer.ts";
import { TooLarge } from "./body.ts";
import { isRefusal } from "./refusal.ts";
import type { Route } from "./route.ts";
import { protectedHeaders } from "./security-headers.ts";
import { respond } from "./respond.ts";
import { Busy } from "./turns.ts";
import type { Wiring } from "./wiring.ts";

/** The application's one request entry: routes in the order of the table of contents, and what every answer has in common. */
export function requestEntry(routes: readonly Route[], wiring: Wiring): Hono {
	const app = new Hono();
	app.use(async (context, next) => {
		const id = randomUUID();
		const began = performance.now();
		await withRequestId(id, next);
		for (const [name, value] of protectedHeaders(wiring.isSecure))
			context.res.headers.set(name, value);
		context.res.headers.set("X-Request-Id", id);
		if (!isUnlogged(context.req.path))
			withRequestId(id, () =>
				log("request", {
					method: context.req.method,
					route: context.req.routePath,
					status: context.res.status,
					ms: Math.round(performance.now() - began),
				}),
			);
	});
	app.get("/assets/:file", (context) => serveAsset(context, wiring));
	app.get("/healthz", (context) => context.json({ status: "ok" }));
	app.get("/readyz", async (context) => {
		const isReady = await wiring.isReady();
		return context.json(
			{ status: isReady ? "ready" : "waiting for the database" },
			isReady ? 200 : 503,
		);
	});
	for (const route of routes) mount(app, route, wiring);
	app.notFound((context) =>
		wiring.inLocale(context, () => refuse(context, wiring, "not-found")),
	);
	app.onError((error, context) =>
		wiring.inLocale(context, () => failed(error, context, wiring)),
	);
	return app;
}

// That somebody turned to an ombudsperson at this minute is nobody's to know, not even without a name.
function isUnlogged(path: string): boolean {
	return path.startsWith("/assets/") || /^\/concerns(\/|$)/.test(path);
}

function mount(app: Hono, route: Route, wiring: Wiring): void {
	const inLocale = (context: Context, work: () => Promise<Response>) =>
		wiring.inLocale(context, work);
	switch (route.kind) {
		case "page":
			app.get(route.path, (context) =>
				inLocale(context, () => answerPage(route, context, wiring)),
			);
			break;
		case "action":
			app.post(route.path, (context) =>
				inLocale(context, () => answerAction(route, context, wiring)),
			);
			break;
		case "stream":
			app.get(route.path, (context) =>
				inLocale(context, async () => {
					const follow = await answerStream(route, context, wiring);
					if (follow instanceof Response) return follow;
					return streamSSE(context, async (stream) => {
						const gone = new Promise<void>((resolve) =>
							stream.onAbort(resolve),
						);
						for await (const event of follow(gone)) {
							if (stream.aborted) return;
							await stream.writeSSE({ data: JSON.stringify(event) });
						}
					});
				}),
			);
			break;
	}
}

function serveAsset(context: Context, wiring: Wiring): Response {
	const file = wiring.assets.files.get(context.req.path);
	if (file === undefined) return context.text("Not found", 404);
	return context.body(new Uint8Array(file.body), 200, {
		"Content-Type": file.type,
		"Cache-Control": "public, max-age=31536000, immutable",
	});
}

function failed(
	error: unknown,
	context: Context,
	wiring: Wiring,
): Response | Promise<Response> {
	if (error instanceof TooLarge)
		return respond(
			context,
			wiring.refused(context, "too-large", { error }),
			wiring,
		);
	if (error instanceof Busy)
		return answeredLater(
			respond(context, wiring.refused(context, "busy"), wiring),
		);
	if (isRefusal(error)) return refuse(context, wiring, "refused", error);
	if (isUnreachableDatabase(error)) {
		logError("database-unreachable", error);
		return respond(context, wiring.refused(context, "unavailable"), wiring);
	}
	if (isBrokenRule(error)) {
		logError("rule-broken", error);
		return refuse(context, wiring, "conflict");
	}
	logError("bug", error);
	wiring.onBug(error);
	return refuse(context, wiring, "went-wrong");
}

function answeredLater(response: Response): Response {
	response.headers.set("Retry-After", "10");
	return response;
}

// 08… connection, 57P… shut down or starting, 53300 no connection free.
function isUnreachableDatabase(error: unknown): boolean {
	const code = codeOf(error);
	return (
		/^(08|57P)/.test(code) ||
		["53300", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT"].includes(code) ||
		(error instanceof Error &&
			/Connection terminated|timeout exceeded when trying to connect/.test(
				error.message,
			))
	);
}

/** Two people at once: a rule of the database stopped the second. Which row it met, or missed, is nobody's business: one answer for all. */
function isBrokenRule(error: unknown): boolean {
	return ["23503", "23505", "23P01", "40001", "40P01"].includes(codeOf(error));
}

function codeOf(error: unknown): string {
	return error instanceof Error && "code" in error ? String(error.code) : "";
}
