import { signedIn } from "../../../platform/http/guard.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
} from "../../../platform/http/visit.ts";
import type { FormState } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import { moveForSomebody, peopleIn } from "../commands/kept.ts";
import { MoveForm } from "../forms.ts";
import { keptSession, keptSessions } from "../queries/kept.ts";
import { KeptCalendarPage, KeptMovePage } from "../views/kept-pages.tsx";
import { proposalsFor } from "../queries/proposals.ts";
import { chosen } from "./date-routes.tsx";
import { zoneOf } from "./visits.ts";

/** For whoever keeps somebody's calendar: when and where, and moving it. */
export const keptCalendarRoutes: readonly Route[] = [
	page("/calendars/:person", {
		allow: signedIn,
		what: "When and where somebody whose calendar one keeps has sessions",
		show: async (visit) =>
			show(
				<KeptCalendarPage
					frame={visit.frame}
					calendar={
						await keptSessions(visit.db, visit.params.person, {
							from: visit.now,
						})
					}
					zone={await zoneOf(visit)}
				/>,
			),
	}),
	page("/calendars/:person/sessions/:session/move", {
		allow: signedIn,
		what: "Times to which a session can be moved, for whoever keeps the calendar",
		show: (visit) => movePage(visit),
	}),
	action("/calendars/:person/sessions/:session/move", {
		allow: signedIn,
		what: "Move a session for somebody whose calendar one keeps",
		form: MoveForm,
		act: async (visit, when) => {
			const { person } = visit.params;
			const { session } = await keptSession(visit.db, person, {
				id: visit.params.session,
				from: visit.now,
			});
			const zone = await zoneOf(visit);
			await moveForSomebody(visit.tx, session, {
				startsAt: chosen(when, zone),
				zone,
				person,
				now: visit.now.getTime(),
			});
			return redirect(
				`/calendars/${person}`,
				done(t("It is moved. The others are asked anew.")),
			);
		},
		again: (visit, state) => movePage(visit, state),
	}),
];

type KeptVisit = Omit<Visit, "params"> & {
	readonly params: { readonly person: string; readonly session: string };
};

async function movePage(visit: KeptVisit, state?: FormState) {
	const { person, session: id } = visit.params;
	const kept = await keptSession(visit.db, person, { id, from: visit.now });
	const { startsAt, endsAt } = kept.session;
	const slots = await proposalsFor(visit.db, {
		members: await peopleIn(visit.db, id),
		minutes: (endsAt.getTime() - startsAt.getTime()) / 60_000,
		now: visit.now.getTime(),
		except: [id],
	});
	return show(
		<KeptMovePage
			frame={visit.frame}
			kept={kept}
			choosing={{
				action: `/calendars/${person}/sessions/${id}/move`,
				values: {},
				zone: await zoneOf(visit),
				others: [kept],
				slots,
				today: visit.today,
				state,
			}}
		/>,
	);
}
