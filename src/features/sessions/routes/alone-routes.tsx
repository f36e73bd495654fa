import { z } from "zod";
import { daysOpen } from "../../../domain/sessions/alone.ts";
import { instantOf } from "../../../domain/calendar/wall-time.ts";
import { signedIn } from "../../../platform/http/guard.ts";
import { NotFound } from "../../../platform/http/refusal.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../../platform/http/visit.ts";
import type { FormState } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import { agreementsAccepted } from "../../agreements/queries.ts";
import { daysAfter } from "../../programs/day.ts";
import {
	answerAlone,
	askAlone,
	closeTable,
	type OwnTimeFormat,
} from "../commands/alone.ts";
import { AskForm, ResponseForm } from "../forms.ts";
import { sessionsBefore } from "../queries/agenda.ts";
import { AskPage } from "../views/alone-pages.tsx";
import { sessionPage } from "./session-page.tsx";
import { ownCompany, ownSession, zoneOf } from "./visits.ts";

/** Reflections and case tables: each answers alone, then reads the others. */
export const aloneRoutes: readonly Route[] = [
	page("/relationships/:relationship/questions/new", {
		allow: signedIn,
		what: "Put a question or a dilemma to all members of a relationship, for its members",
		show: (visit) =>
			askPage(
				visit,
				visit.query.get("format") === "case-table"
					? "case-table"
					: "reflection",
			),
	}),
	action("/relationships/:relationship/questions", {
		allow: signedIn,
		what: "Ask all members of a relationship, as one of them",
		form: AskForm,
		act: async (visit, { format, words, days }) => {
			const zone = await zoneOf(visit);
			const id = await askAlone(visit.tx, await ownCompany(visit), {
				format,
				words,
				now: visit.now.getTime(),
				until: instantOf(
					daysAfter(visit.today, Math.min(days, daysOpen.most)),
					22 * 60,
					zone,
				),
				zone,
				by: visitorOf(visit).id,
			});
			return redirect(
				`/sessions/${id}`,
				done(t("It is asked. The others find it under Today.")),
			);
		},
		again: (visit, state) =>
			askPage(
				visit,
				state.values["format"] === "case-table" ? "case-table" : "reflection",
				state,
			),
	}),
	action("/sessions/:session/response", {
		allow: signedIn,
		what: "Answer alone, once and for good, as one of the members",
		form: ResponseForm,
		act: async (visit, { response }) => {
			const session = await ownSession(visit);
			await answerAlone(visit.tx, session, {
				words: response,
				by: visitorOf(visit).id,
				now: visit.now.getTime(),
			});
			return redirect(
				`/sessions/${session.id}`,
				done(
					session.format === "case-table"
						? t(
								"Thank you. You read the others once all have answered, or it is closed.",
							)
						: t("Thank you. Below is what the others answered."),
				),
			);
		},
		again: (visit, state) => sessionPage(visit, state),
	}),
	action("/sessions/:session/close", {
		allow: signedIn,
		what: "Close a case table before its time, as whoever asked",
		form: z.object({}),
		act: async (visit) => {
			const session = await ownSession(visit);
			await closeTable(visit.tx, session, {
				by: visitorOf(visit).id,
				now: visit.now.getTime(),
			});
			return redirect(
				`/sessions/${session.id}`,
				done(t("It is closed. All of you read now how each reasoned.")),
			);
		},
	}),
];

type CompanyVisit = Omit<Visit, "params"> & {
	readonly params: { readonly relationship: string };
};

async function askPage(
	visit: CompanyVisit,
	format: OwnTimeFormat,
	state?: FormState,
) {
	const company = await ownCompany(visit);
	if (!company.isRunning) throw new NotFound();
	return show(
		<AskPage
			frame={visit.frame}
			company={company}
			format={format}
			before={
				await sessionsBefore(visit.db, {
					relationship: company.id,
					startsAt: visit.now,
				})
			}
			isAgreed={await agreementsAccepted(visit.db, company.id)}
			state={state}
		/>,
	);
}
