import { z } from "zod";
import { holding } from "../../platform/http/guard.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../platform/http/visit.ts";
import type { FormState } from "../../ui/form.tsx";
import { t } from "../../ui/text.ts";
import {
	closeCase,
	handCaseOn,
	refuseCase,
	setCaseLimit,
	takeCase,
} from "./case-commands.ts";
import { caseLimit, casesOf, successors } from "./case-queries.ts";
import { CasesPage } from "./views/cases-page.tsx";

const allow = holding("facilitator");
const nothing = z.object({});

/** Whom a facilitator helps: that they asked, and nothing of what is said. */
export const caseRoutes: readonly Route[] = [
	page("/cases", {
		allow,
		what: "Who asked a facilitator for help, and whom they help; no text of anybody’s",
		show: (visit) => casesPage(visit),
	}),
	action("/cases/limit", {
		allow,
		what: "Say how many cases one takes at once, as a facilitator",
		form: z.object({
			cases: z
				.string()
				.trim()
				.regex(/^\d{0,2}$/, {
					error: () => t("A number up to 99, or nothing for no limit."),
				}),
		}),
		act: async (visit, { cases }) => {
			const limit = cases === "" ? null : Number(cases);
			await setCaseLimit(visit.tx, visitorOf(visit).id, limit);
			return redirect("/cases", done(t("Kept.")));
		},
		again: (visit, state) => casesPage(visit, state),
	}),
	action("/cases/:case/take", {
		allow,
		what: "Take on a case, as a facilitator",
		form: nothing,
		act: async (visit) => {
			await takeCase(visit.tx, acting(visit));
			return redirect(
				"/cases",
				done(t("They see now that you are there. Write to them.")),
			);
		},
	}),
	action("/cases/:case/hand-on", {
		allow,
		what: "Ask another facilitator to go on with one’s case",
		form: z.object({
			to: z.uuid({
				error: () => t("Choose a facilitator of this program."),
			}),
		}),
		act: async (visit, { to }) => {
			const { id, by } = acting(visit);
			await handCaseOn(visit.tx, { id, by, origin: visit.origin }, to);
			return redirect(
				"/cases",
				done(t("Asked. It stays with you until they take it on.")),
			);
		},
		again: (visit, state) => casesPage(visit, state, visit.params.case),
	}),
	action("/cases/:case/refuse", {
		allow,
		what: "Say no to a case that another facilitator would hand on",
		form: nothing,
		act: async (visit) => {
			await refuseCase(visit.tx, acting(visit));
			return redirect("/cases", done(t("Noted. Nobody asks for reasons.")));
		},
	}),
	action("/cases/:case/close", {
		allow,
		what: "Close a case, as its facilitator",
		form: nothing,
		act: async (visit) => {
			await closeCase(visit.tx, acting(visit));
			return redirect("/cases", done(t("It is closed.")));
		},
	}),
];

function acting(
	visit: Pick<Visit, "visitor" | "now"> & {
		readonly params: { readonly case: string };
	},
) {
	return { id: visit.params.case, by: visitorOf(visit).id, now: visit.now };
}

async function casesPage(
	visit: Pick<Visit, "db" | "frame" | "visitor">,
	state?: FormState,
	of?: string,
) {
	const { id } = visitorOf(visit);
	const cases = await casesOf(visit.db, id);
	const withNext = [];
	for (const one of cases)
		withNext.push({
			...one,
			successors:
				one.state === "taken" || one.state === "in-talk"
					? await successors(visit.db, one, id)
					: [],
		});
	return show(
		<CasesPage
			frame={visit.frame}
			cases={withNext}
			limit={await caseLimit(visit.db, id)}
			state={state}
			stateOf={of}
		/>,
	);
}
