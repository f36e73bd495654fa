import { z } from "zod";
import { mayWriteUp } from "../../../domain/sessions/standing.ts";
import { actAs, vaultOf } from "../../../platform/database/database.ts";
import { anyone, signedIn } from "../../../platform/http/guard.ts";
import { Conflict, NotFound } from "../../../platform/http/refusal.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../../platform/http/visit.ts";
import type { FormState } from "../../../ui/form.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import { daysAfter } from "../../programs/day.ts";
import {
	linkedSession,
	sayMissed,
	writeUp,
	writeUpByLink,
} from "../commands/write-up.ts";
import { LinkedWriteUpForm, WriteUpForm } from "../forms.ts";
import { readWriteUpLink } from "../link.ts";
import { sessionsOf, standingOf } from "../queries/sessions.ts";
import { writeUpsOf } from "../queries/write-ups.ts";
import {
	LinkedPage,
	LinkedWriteUpPage,
	WriteUpPage,
} from "../views/write-up-page.tsx";
import { timeText } from "../words.ts";
import type { SessionVisit } from "./session-page.tsx";
import { ownSession, zoneOf } from "./visits.ts";

/** After a session: three fields, signed in or by a link. */
export const writeUpRoutes: readonly Route[] = [
	page("/sessions/:session/write-up", {
		allow: signedIn,
		what: "Three fields about a session that has begun, for its members",
		show: (visit) => writeUpPage(visit),
	}),
	action("/sessions/:session/write-up", {
		allow: signedIn,
		what: "Write a session up, as one of its members",
		form: WriteUpForm,
		act: async (visit, { owner, due, commitment, attended, ...texts }) => {
			const session = await ownSession(visit);
			const by = visitorOf(visit).id;
			await writeUp(visit.tx, session, {
				written: {
					...texts,
					commitment:
						commitment === "" || !due
							? undefined
							: { words: commitment, owner: owner || by, dueOn: due },
					attended: session.members.length > 2 ? (attended ?? []) : undefined,
				},
				by,
				now: visit.now.getTime(),
			});
			return redirect(
				`/sessions/${session.id}`,
				done(t("Kept. What is open comes back on the next agenda.")),
			);
		},
		again: (visit, state) => writeUpPage(visit, state),
	}),
	action("/sessions/:session/missed", {
		allow: signedIn,
		what: "Say that a session did not take place, as one of its members",
		form: z.object({}),
		act: async (visit) => {
			const session = await ownSession(visit);
			await sayMissed(visit.tx, session, visit.now.getTime());
			return redirect(
				`/relationships/${session.company.id}/sessions/new`,
				done(t("Noted. When could you meet instead?")),
			);
		},
	}),
	page("/write-up/:token", {
		allow: anyone,
		what: "Three fields about a session, for whoever has its signed link (shows, changes nothing)",
		show: (visit) => linkedPage(visit),
	}),
	action("/write-up/:token", {
		allow: anyone,
		what: "Write a session up by its signed link; reads nothing",
		form: LinkedWriteUpForm,
		act: async (visit, { commitment, due, owner, ...texts }) => {
			const now = visit.now.getTime();
			const link = readWriteUpLink(vaultOf(visit.tx), visit.params.token, now);
			if (link === undefined) throw new NotFound();
			await writeUpByLink(visit.tx, {
				...link,
				written: {
					...texts,
					commitment:
						commitment === "" || !due
							? undefined
							: { words: commitment, owner, dueOn: due },
				},
				now,
			});
			return redirect(`/write-up/${visit.params.token}`);
		},
		again: (visit, state) => linkedPage(visit, state),
	}),
];

async function writeUpPage(visit: SessionVisit, state?: FormState) {
	const session = await ownSession(visit);
	const { db, now, today } = visit;
	if (!mayWriteUp(standingOf(session), now.getTime()))
		throw new Conflict(t("A session is written up once it has begun."));
	const visitor = visitorOf(visit).id;
	const next = (await sessionsOf(db, session.relationship)).find(
		({ state: each, startsAt }) => each === "booked" && startsAt > now,
	);
	return show(
		<WriteUpPage
			frame={visit.frame}
			session={session}
			visitor={visitor}
			zone={await zoneOf(visit)}
			own={(await writeUpsOf(db, session.id)).find(
				({ author }) => author === visitor,
			)}
			dueOn={
				next === undefined
					? daysAfter(today, 14)
					: daysAfter(next.startsAt.toISOString().slice(0, 10), -1)
			}
			today={today}
			state={state}
		/>,
	);
}

async function linkedPage(visit: Visit<"/write-up/:token">, state?: FormState) {
	const now = visit.now.getTime();
	const { token } = visit.params;
	const link = readWriteUpLink(vaultOf(visit.db), token, now);
	await actAs(visit.db, { kind: "process", process: "session-link" });
	const session = link && (await linkedSession(visit.db, link));
	if (link === undefined || session === undefined)
		return show(
			<LinkedPage
				frame={visit.frame}
				title={t("This link is over")}
				text={t(
					"It has expired, or a mail program cut it in two. Sign in to write your session up.",
				)}
				next="/"
			/>,
			410,
		);
	if (session.wroteUpAt !== null)
		return show(
			<LinkedPage
				frame={visit.frame}
				title={t("It is written up")}
				text={t("Thank you. Sign in to read or change it.")}
				next={`/sessions/${link.session}`}
			/>,
		);
	if (!mayWriteUp(standingOf(session), now)) {
		const isToCome = session.state === "booked";
		return show(
			<LinkedPage
				frame={visit.frame}
				title={isToCome ? t("Not yet") : t("There is nothing to write up")}
				text={
					isToCome
						? t(
								"Your session is on {moment}. Three fields stand here once it has begun.",
								{ moment: timeText(session.startsAt, session.zone) },
							)
						: t("The session on {day} did not take place.", {
								day: formatDate(session.startsAt, session.zone),
							})
				}
				next={`/sessions/${link.session}`}
			/>,
		);
	}
	return show(
		<LinkedWriteUpPage
			frame={visit.frame}
			token={token}
			day={formatDate(session.startsAt, session.zone)}
			isPair={session.others.length === 1}
			dueOn={daysAfter(visit.today, 14)}
			today={visit.today}
			state={state}
		/>,
	);
}
