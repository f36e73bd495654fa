import { z } from "zod";
import { signedIn } from "../../../platform/http/guard.ts";
import { NotFound, Invalid } from "../../../platform/http/refusal.ts";
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
import { confirmFact, declareFact, deleteFact } from "../commands/facts.ts";
import { readFact } from "../fact-value.ts";
import { FactForm } from "../forms/own.ts";
import { ownFacts } from "../queries/own.ts";
import { FactPage } from "../views/fact-form.tsx";
import { SensitivePage } from "../views/sensitive.tsx";

/** Sensitive facts: nobody states them but the person, nobody else ever sees them, each use needs a yes of its own. */
export const ownFactRoutes: readonly Route[] = [
	page("/me/sensitive", {
		allow: signedIn,
		what: "One's own sensitive facts, and what they may be used for",
		show: async (visit) =>
			show(
				<SensitivePage
					frame={visit.frame}
					facts={await ownFacts(visit.db, visitorOf(visit).id)}
				/>,
			),
	}),
	page("/me/sensitive/:fact", {
		allow: signedIn,
		what: "The form for one sensitive fact",
		show: (visit) => factPage(visit),
	}),
	action("/me/sensitive/:fact", {
		allow: signedIn,
		what: "State a sensitive fact about oneself, and agree to uses of it",
		form: FactForm,
		act: async (visit, { value, pairing, audit, seen }) => {
			const fact = await factOf(visit);
			const reading = readFact(fact, value, visit.now);
			if (!reading.ok) throw new Invalid({ value: reading.message });
			await declareFact(visit.tx, visitorOf(visit).id, fact, {
				value: reading.value,
				mayPair: pairing === "yes",
				mayAudit: audit === "yes",
				seen,
			});
			return redirect("/me/sensitive", done(t("Saved, for you alone.")));
		},
		again: factPage,
	}),
	action("/me/sensitive/:fact/confirm", {
		allow: signedIn,
		what: "Confirm what a file from HR proposed about oneself",
		form: z.object({}),
		act: async (visit) => {
			const fact = await factOf(visit);
			await confirmFact(visit.tx, visitorOf(visit).id, fact);
			return redirect(
				`/me/sensitive/${fact.fact}`,
				done(
					t(
						"Confirmed, and still used for nothing. Say below what it may be used for, if anything.",
					),
				),
			);
		},
	}),
	action("/me/sensitive/:fact/delete", {
		allow: signedIn,
		what: "Delete a sensitive fact about oneself, with every consent",
		form: z.object({}),
		act: async (visit) => {
			await deleteFact(visit.tx, visitorOf(visit).id, await factOf(visit));
			return redirect(
				"/me/sensitive",
				done(t("Deleted. No file from HR can bring it back.")),
			);
		},
	}),
];

async function factPage(
	visit: Visit<"/me/sensitive/:fact">,
	state?: FormState,
) {
	const fact = await factOf(visit);
	return show(
		<FactPage
			frame={visit.frame}
			fact={fact}
			today={visit.today}
			state={state}
		/>,
	);
}

async function factOf(visit: Visit<"/me/sensitive/:fact">) {
	const facts = await ownFacts(visit.db, visitorOf(visit).id);
	const found = facts.find(({ fact }) => fact === visit.params.fact);
	if (found === undefined) throw new NotFound();
	return found;
}
