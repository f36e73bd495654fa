import { z } from "zod";
import type { SessionFormat } from "../../../domain/sessions/formats.ts";
import { signedIn } from "../../../platform/http/guard.ts";
import { Invalid, NotFound } from "../../../platform/http/refusal.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../../platform/http/visit.ts";
import type { FormState } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import { agreementsAccepted } from "../../agreements/queries.ts";
import {
	bookSession,
	chooseCadence,
	confirmSession,
} from "../commands/book.ts";
import { BookForm, CadenceForm, chosenTime } from "../forms.ts";
import { habitOf } from "../queries/company.ts";
import { proposalsFor } from "../queries/proposals.ts";
import { sessionsOf } from "../queries/sessions.ts";
import { CadencePage } from "../views/cadence-page.tsx";
import {
	datedFormats,
	minutesFor,
	NewSessionPage,
} from "../views/new-session-page.tsx";
import { SessionsPage } from "../views/sessions-page.tsx";
import { bookedNotice } from "../load-warning.ts";
import { ownCompany, ownSession, zoneOf } from "./visits.ts";

/** From a rhythm to a date. */
export const dateRoutes: readonly Route[] = [
	page("/relationships/:relationship/sessions", {
		allow: signedIn,
		what: "When the members of a relationship meet, for its members",
		show: async (visit) => {
			const company = await ownCompany(visit);
			return show(
				<SessionsPage
					frame={visit.frame}
					company={company}
					habit={await habitOf(visit.db, company)}
					sessions={await sessionsOf(visit.db, company.id)}
					zone={await zoneOf(visit)}
					now={visit.now.getTime()}
				/>,
			);
		},
	}),
	page("/relationships/:relationship/cadence", {
		allow: signedIn,
		what: "How often the members of a relationship meet, for its members",
		show: (visit) => cadencePage(visit),
	}),
	action("/relationships/:relationship/cadence", {
		allow: signedIn,
		what: "Choose how often to meet, as one of the members",
		form: CadenceForm,
		act: async (visit, choice) => {
			await chooseCadence(visit.tx, await ownCompany(visit), {
				...choice,
				by: visitorOf(visit).id,
			});
			return redirect(
				`/relationships/${visit.params.relationship}/sessions/new`,
			);
		},
		again: (visit, state) => cadencePage(visit, state),
	}),
	page("/relationships/:relationship/sessions/new", {
		allow: signedIn,
		what: "Times at which all members of a relationship can meet, for its members",
		show: (visit) =>
			newSessionPage(visit, formatIn(visit.query.get("format") ?? undefined)),
	}),
	action("/relationships/:relationship/sessions", {
		allow: signedIn,
		what: "Book a session, as one of the members",
		form: BookForm,
		act: async (visit, { format, minutes, ...when }) => {
			const zone = await zoneOf(visit);
			const id = await bookSession(visit.tx, await ownCompany(visit), {
				format,
				minutes,
				startsAt: chosen(when, zone),
				zone,
				by: visitorOf(visit).id,
				now: visit.now.getTime(),
			});
			return redirect(
				`/sessions/${id}`,
				await bookedNotice(
					visit.tx,
					{ session: id, person: visitorOf(visit).id },
					t("It is booked. The others get an invitation for their calendar."),
				),
			);
		},
		again: (visit, state) =>
			newSessionPage(visit, formatIn(state.values["format"]), state),
	}),
	action("/sessions/:session/confirm", {
		allow: signedIn,
		what: "Take a proposed date, as one of the members",
		form: z.object({}),
		act: async (visit) => {
			const { id, company } = await ownSession(visit);
			await confirmSession(visit.tx, company, {
				id,
				by: visitorOf(visit).id,
			});
			return redirect(
				`/sessions/${id}`,
				await bookedNotice(
					visit.tx,
					{ session: id, person: visitorOf(visit).id },
					t("It is booked."),
				),
			);
		},
	}),
];

/** The time that was chosen, or what is missing. */
export function chosen(
	when: Parameters<typeof chosenTime>[0],
	zone: string,
): number {
	const at = chosenTime(when, zone);
	if (at !== undefined) return at;
	throw new Invalid({
		...(when.day ? {} : { day: t("Enter a day.") }),
		...(when.time ? {} : { time: t("Enter a time.") }),
	});
}

type CompanyVisit = Omit<Visit, "params"> & {
	readonly params: { readonly relationship: string };
};

async function cadencePage(visit: CompanyVisit, state?: FormState) {
	const company = await ownCompany(visit);
	return show(
		<CadencePage
			frame={visit.frame}
			company={company}
			habit={await habitOf(visit.db, company)}
			state={state}
		/>,
	);
}

async function newSessionPage(
	visit: CompanyVisit,
	wished: SessionFormat | undefined,
	state?: FormState,
) {
	const company = await ownCompany(visit);
	if (!company.isRunning) throw new NotFound();
	const habit = await habitOf(visit.db, company);
	const format =
		wished !== undefined && datedFormats(company.kind).includes(wished)
			? wished
			: habit.format;
	const minutes = minutesFor(format, habit);
	const members = company.members.map(({ id }) => id);
	return show(
		<NewSessionPage
			frame={visit.frame}
			company={company}
			habit={habit}
			format={format}
			minutes={minutes}
			isAgreed={await agreementsAccepted(visit.db, company.id)}
			choosing={{
				action: `/relationships/${company.id}/sessions`,
				values: { format, minutes: String(minutes) },
				zone: await zoneOf(visit),
				others: company.others,
				slots: await proposalsFor(visit.db, {
					members,
					minutes,
					now: visit.now.getTime(),
				}),
				today: visit.today,
				state,
			}}
		/>,
	);
}

function formatIn(value: unknown): SessionFormat | undefined {
	const read = BookForm.shape.format.safeParse(value);
	return read.success ? read.data : undefined;
}
