import type { Context } from "hono";
import { type Access, actAs, transact, type Tx } from "../database/database.ts";
import { hasRecorded } from "../journal/journal.ts";
import { openVisit } from "./arrival.ts";
import { readFormData } from "./body.ts";
import { isFormKey, rememberAnswer, takeFormKey } from "./form-keys.ts";
import { readSent, type Sent, stateOf } from "./form-input.ts";
import { mayEnter } from "./guard.ts";
import { Invalid, NotFound } from "./refusal.ts";
import { respond } from "./respond.ts";
import type { ActionRoute, PageRoute, Route, StreamRoute } from "./route.ts";
import { signedOutReply } from "./signed-out.tsx";
import {
	type Followed,
	NoLongerAdmitted,
	whileAdmitted,
} from "./still-admitted.ts";
import { inTurn } from "./turns.ts";
import { type Reply, redirect, type Visit, type Writing } from "./visit.ts";
import type { Trouble, Wiring } from "./wiring.ts";

export async function answerPage(
	route: PageRoute,
	context: Context,
	wiring: Wiring,
): Promise<Response> {
	const access = route.isJournalled ? "write" : "read";
	const reply = await inTurn(route.inTurn, () =>
		inside(context, wiring, access, (visit, tx) =>
			admit(route, visit, () =>
				route.answer(visit, { ...visit, tx, files: {} }),
			),
		),
	);
	return respond(context, reply, wiring);
}

export async function answerAction(
	route: ActionRoute,
	context: Context,
	wiring: Wiring,
): Promise<Response> {
	if (!route.isKeyless && !isOwnForm(context))
		return refuse(context, wiring, "foreign-form");
	const sent = readSent(await readFormData(context.req.raw, route.maxBytes));
	const { formKey } = sent;
	if (!route.isKeyless && !isFormKey(formKey))
		return refuse(context, wiring, "stale-form");
	try {
		const reply = await inTurn(route.inTurn, () =>
			inside(context, wiring, "write", (visit, tx) =>
				admit(
					route,
					visit,
					() =>
						actOnce(route, { ...visit, tx, files: sent.files }, sent, formKey),
					() =>
						signedOutReply(visit, sent.values, context.req.header("referer")),
				),
			),
		);
		return respond(context, reply, wiring);
	} catch (refusal) {
		const { again } = route;
		if (!(refusal instanceof Invalid) || again === undefined) throw refusal;
		// What failed was rolled back; the form comes back on a transaction of its own.
		const reply = await inside(context, wiring, "read", (visit) =>
			Promise.resolve(again(visit, stateOf(sent.values, refusal))),
		);
		return respond(
			context,
			// A page that says something graver than "look again" keeps its own status.
			reply.kind === "page" && (reply.status ?? 200) === 200
				? { ...reply, status: 422 }
				: reply,
			wiring,
		);
	}
}

async function actOnce(
	route: ActionRoute,
	visit: Writing,
	sent: Sent,
	formKey: string | undefined,
): Promise<Reply> {
	const key =
		formKey === undefined ? "taken" : await takeFormKey(visit.tx, formKey);
	if (key !== "taken") return redirect(key.alreadyAnswered);
	const reply = await route.answer(visit, sent.values);
	if (route.isJournalled && !hasRecorded(visit.tx))
		throw new Error(`${route.path} wrote nothing to the journal`);
	if (reply.kind === "redirect" && formKey !== undefined)
		await rememberAnswer(visit.tx, formKey, reply.to);
	return reply;
}

/** How long a stream waits that hears nothing, before it looks by itself. */
const MILLISECONDS_WITHOUT_NOTIFICATION = 5000;

export async function answerStream(
	route: StreamRoute,
	context: Context,
	wiring: Wiring,
): Promise<Response | Followed> {
	const visit = await inside(context, wiring, "read", async (visit) => visit);
	const reply = await admit(route, visit, () => null);
	if (reply !== null) return respond(context, reply, wiring);
	const { database } = await wiring.database(context);
	const events = route.follow(
		visit,
		(work) =>
			inside(context, wiring, "read", (again) => {
				if (!isAdmitted(route, again)) throw new NoLongerAdmitted();
				return work(again.db);
			}),
		(topic) =>
			database.notifications.next(topic, MILLISECONDS_WITHOUT_NOTIFICATION),
	);
	return (gone) =>
		whileAdmitted(events, gone, () =>
			inside(context, wiring, "read", async (again) =>
				isAdmitted(route, again),
			),
		);
}

/** The page for a request that ends in trouble, with the rail for whoever is signed in. */
export async function refuse(
	context: Context,
	wiring: Wiring,
	trouble: Trouble,
	error?: unknown,
): Promise<Response> {
	// Who is there is a courtesy here: where it cannot be found out, the page comes without.
	const frame = await inside(
		context,
		wiring,
		"read",
		async (visit) => visit.frame,
	).catch(() => undefined);
	return respond(
		context,
		wiring.refused(context, trouble, { error, frame }),
		wiring,
	);
}

/** Opens the one transaction of this request, finds out who is there, and hands the transaction to them. */
async function inside<T>(
	context: Context,
	wiring: Wiring,
	access: Access,
	work: (visit: Visit, tx: Tx) => Promise<T>,
): Promise<T> {
	const place = await wiring.database(context);
	return transact(
		place.database,
		{ actor: { kind: "process", process: "sign-in" }, access },
		async (tx) => {
			const visit = await openVisit(context, wiring, place, tx);
			await actAs(
				tx,
				visit.visitor === null
					? { kind: "process", process: "anyone" }
					: { kind: "person", person: visit.visitor.id },
			);
			return work(visit, tx);
		},
	);
}

/** Not allowed and not there look the same; whoever is not signed in is asked to, and comes back. */
async function admit<T>(
	route: Route,
	visit: Visit,
	enter: () => Promise<T> | T,
	askToSignIn: () => Reply = () => toSignIn(route, visit),
): Promise<T | Reply> {
	if (isAdmitted(route, visit)) return enter();
	if (visit.visitor !== null) throw new NotFound();
	return askToSignIn();
}

function isAdmitted(route: Route, visit: Visit): boolean {
	return mayEnter(route.allow, {
		isSignedIn: visit.visitor !== null,
		held: visit.visitor?.offices ?? [],
		isDemonstration: visit.frame.isDemonstration,
		params: visit.params,
	});
}

function toSignIn(route: Route, visit: Visit): Reply {
	const back = route.kind === "page" ? visit.frame.path : "/";
	return redirect(`/sign-in?next=${encodeURIComponent(back)}`);
}

// The form must come from a page of ours. Browsers say so in one of two headers; a request with neither comes from no browser.
function isOwnForm(context: Context): boolean {
	const site = context.req.header("sec-fetch-site");
	if (site !== undefined) return site === "same-origin" || site === "none";
	const origin = context.req.header("origin");
	return (
		origin === undefined || new URL(origin).host === context.req.header("host")
	);
}
