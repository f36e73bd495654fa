import { createHash } from "node:crypto";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import { type Db, transact, type Tx } from "../database/database.ts";
import { cookie } from "./cookies.ts";
import { networkOf } from "./network.ts";
import type { CookieName, Visit, Visitor } from "./visit.ts";
import type { Place, Wiring } from "./wiring.ts";

/** Everything a route learns about its request. Runs as `sign-in`, before the transaction is handed to the visitor. */
export async function openVisit(
	context: Context,
	wiring: Wiring,
	place: Place,
	tx: Tx,
): Promise<Visit> {
	const token = cookie(context, signInCookie(place.isDemonstration));
	const signIn =
		token === undefined || token === ""
			? null
			: createHash("sha256").update(token).digest();
	const apart: Visit["apart"] = (process, work) =>
		transact(
			place.database,
			{ actor: { kind: "process", process }, access: "write", isApart: true },
			work,
		);
	const visitor =
		signIn === null ? null : await wiring.findVisitor(tx, signIn, apart);
	const organisation = await findOrganisation(tx);
	const now = wiring.now();
	const url = new URL(context.req.url);
	return {
		db: tx,
		params: context.req.param(),
		query: url.searchParams,
		visitor,
		frame: wiring.frame(context, {
			visitor,
			organisation: organisation?.name ?? null,
			isDemonstration: place.isDemonstration,
			now,
		}),
		now,
		today: dayIn(visitor, organisation?.time_zone, now),
		origin: wiring.origin,
		signIn: visitor === null ? null : signIn,
		network: networkOf(
			remoteAddress(context),
			context.req.header("x-forwarded-for"),
		),
		flow: cookie(context, "baton-flow") || undefined,
		device: deviceOf(context.req.header("user-agent") ?? ""),
		apart,
	};
}

/** The demonstration has a cookie of its own: leaving it finds the sign-in of the real organisation untouched. */
export function signInCookie(isDemonstration: boolean): CookieName {
	return isDemonstration ? "baton-demonstration-sign-in" : "baton-sign-in";
}

function findOrganisation(db: Db) {
	return db
		.selectFrom("organisation")
		.select(["name", "time_zone"])
		.executeTakeFirst();
}

function dayIn(
	visitor: Visitor | null,
	organisationZone: string | undefined,
	now: Date,
): string {
	const timeZone = visitor?.timeZone ?? organisationZone ?? "UTC";
	const format =
		dayFormats.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone });
	dayFormats.set(timeZone, format);
	return format.format(now);
}

// Making a formatter costs a hundred times what using it does. Swedish days are ISO days.
const dayFormats = new Map<string, Intl.DateTimeFormat>();

function remoteAddress(context: Context): string | undefined {
	try {
		return getConnInfo(context).remote.address;
	} catch {
		// No socket: a request handed in by a test.
		return undefined;
	}
}

/** "Firefox on Windows": enough to recognise a device by, no more. */
function deviceOf(agent: string): string {
	const browser = /Edg\//.test(agent)
		? "Edge"
		: (/(Firefox|Chrome|Safari)\//.exec(agent)?.[1] ?? "Browser");
	const system = /iPhone|iPad/.test(agent)
		? "iOS"
		: (/(Android|Windows|Mac OS|Linux)/.exec(agent)?.[1] ?? "");
	return system === "" ? browser : `${browser} · ${system}`;
}
