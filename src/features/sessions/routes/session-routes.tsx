import { z } from "zod";
import { shapeOf } from "../../../domain/sessions/formats.ts";
import { mayMove } from "../../../domain/sessions/standing.ts";
import { signedIn } from "../../../platform/http/guard.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	visitorOf,
} from "../../../platform/http/visit.ts";
import type { FormState } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import {
	answerSession,
	cancelSession,
	moveFollowing,
	moveSession,
	settledAlready,
} from "../commands/move.ts";
import { keepTime, moveToCounter } from "../commands/counter.ts";
import { namePlace } from "../commands/place.ts";
import { AnswerForm, CounterForm, MoveForm, PlaceForm } from "../forms.ts";
import { standingOf } from "../queries/sessions.ts";
import { counterSettled } from "../words.ts";
import { CancelPage, MovePage } from "../views/move-page.tsx";
import { proposalsFor } from "../queries/proposals.ts";
import { chosen } from "./date-routes.tsx";
import { type SessionVisit, sessionPage } from "./session-page.tsx";
import { ownSession, zoneOf } from "./visits.ts";

/** One session: seen, answered, moved, cancelled. */
export const sessionRoutes: readonly Route[] = [
	page("/sessions/:session", {
		allow: signedIn,
		what: "A session, for its members",
		show: (visit) => sessionPage(visit),
	}),
	action("/sessions/:session/answer", {
		allow: signedIn,
		what: "Say whether one can come, as one of the members",
		form: AnswerForm,
		act: async (visit, { answer }) => {
			const { id } = await ownSession(visit);
			await answerSession(visit.tx, id, { by: visitorOf(visit).id, answer });
			return redirect(
				`/sessions/${id}`,
				done(t("The others see your answer.")),
			);
		},
		again: (visit, state) => sessionPage(visit, state),
	}),
	action("/sessions/:session/counter", {
		allow: signedIn,
		what: "Move a session to a time that another member’s calendar proposes, or keep it, as one of the members",
		form: CounterForm,
		act: async (visit, { at, answer }) => {
			const { id: session } = await ownSession(visit);
			const settling = { session, by: visitorOf(visit).id, at };
			const now = visit.now.getTime();
			if (answer === "keep") await keepTime(visit.tx, settling);
			else await moveToCounter(visit.tx, settling, { now, through: "page" });
			return redirect(`/sessions/${session}`, done(counterSettled(answer)));
		},
		again: (visit, state) => sessionPage(visit, state),
	}),
	action("/sessions/:session/place", {
		allow: signedIn,
		what: "Say where a session is, as one of the members",
		form: PlaceForm,
		act: async (visit, { place }) => {
			const { id } = await ownSession(visit);
			await namePlace(visit.tx, id, place);
			return redirect(`/sessions/${id}`, done(t("Kept.")));
		},
		again: (visit, state) => sessionPage(visit, state),
	}),
	page("/sessions/:session/move", {
		allow: signedIn,
		what: "Times to which a session can be moved, for its members",
		show: (visit) => movePage(visit),
	}),
	action("/sessions/:session/move", {
		allow: signedIn,
		what: "Move a session, or it and all that follow, as one of the members",
		form: MoveForm,
		act: async (visit, { which, ...when }) => {
			const session = await ownSession(visit);
			const zone = await zoneOf(visit);
			const time = {
				startsAt: chosen(when, zone),
				zone,
				by: visitorOf(visit).id,
				now: visit.now.getTime(),
			};
			const to = `/sessions/${session.id}`;
			if (which === "one") {
				await moveSession(visit.tx, session, time);
				return redirect(to, done(t("It is moved. The others are asked anew.")));
			}
			const count = await moveFollowing(visit.tx, session, time);
			return redirect(
				to,
				done(
					t(
						"{count, plural, one {It is moved} other {# sessions are moved}}. The others are asked anew.",
						{ count },
					),
				),
			);
		},
		again: (visit, state) => movePage(visit, state),
	}),
	page("/sessions/:session/cancel", {
		allow: signedIn,
		what: "What cancelling a session will do, for its members",
		show: async (visit) =>
			show(
				<CancelPage
					frame={visit.frame}
					session={await ownSession(visit)}
					zone={await zoneOf(visit)}
				/>,
			),
	}),
	action("/sessions/:session/cancel", {
		allow: signedIn,
		what: "Cancel a session, as one of the members",
		form: z.object({}),
		act: async (visit) => {
			const session = await ownSession(visit);
			await cancelSession(visit.tx, session, visitorOf(visit).id);
			return redirect(
				`/relationships/${session.company.id}/sessions`,
				done(
					shapeOf(session.format).isAnsweredAlone
						? t("The question is taken back.")
						: t("It is cancelled. The others are told."),
				),
			);
		},
	}),
];

async function movePage(visit: SessionVisit, state?: FormState) {
	const session = await ownSession(visit);
	if (!mayMove(standingOf(session))) throw settledAlready();
	const { company, startsAt, endsAt } = session;
	return show(
		<MovePage
			frame={visit.frame}
			session={session}
			choosing={{
				action: `/sessions/${session.id}/move`,
				values: {},
				zone: await zoneOf(visit),
				others: company.others,
				slots: await proposalsFor(visit.db, {
					members: company.members.map(({ id }) => id),
					minutes: (endsAt.getTime() - startsAt.getTime()) / 60_000,
					now: visit.now.getTime(),
					except: [session.id],
				}),
				today: visit.today,
				following: session.followsCadence,
				state,
			}}
		/>,
	);
}
