import { z } from "zod";
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
import { recordKeepers } from "../../people/keeps-records.ts";
import { peopleOffice } from "../../people/queries/employment.ts";
import { mailPeople } from "../../programs/letters.ts";
import {
	answerCorrection,
	askForCorrection,
	withdrawCorrection,
} from "../commands/corrections.ts";
import { factChoices } from "../fact-choices.ts";
import { correctionLetter } from "../letters.ts";
import { correctionsOf, openCorrections } from "../queries/corrections.ts";
import { AnswerCorrectionsPage } from "../views/answer-corrections.tsx";
import { CorrectionsPage } from "../views/corrections.tsx";

const AskForm = z.object({
	about: z
		.string()
		.refine((value) => factChoices().some((choice) => choice.value === value), {
			error: () => t("Choose what is wrong."),
		}),
	wanted: z
		.string()
		.trim()
		.min(1, { error: () => t("Say what is right.") })
		.max(1000, { error: () => t("At most 1,000 characters.") }),
});

const AnswerForm = z.object({
	outcome: z.enum(["corrected", "kept"]),
	answer: z.string().trim().max(1000).default(""),
});

export const correctionRoutes: readonly Route[] = [
	page("/me/data/corrections", {
		allow: signedIn,
		what: "Ask HR to correct what it says about oneself, and what came of it",
		show: (visit) => ownPage(visit),
	}),
	action("/me/data/corrections", {
		allow: signedIn,
		what: "Ask for a correction",
		form: AskForm,
		act: async (visit, input) => {
			await askForCorrection(visit.tx, visitorOf(visit).id, input);
			return redirect(
				"/me/data/corrections",
				done(t("Asked. You hear here and by mail what came of it.")),
			);
		},
		again: (visit, state) => ownPage(visit, state),
	}),
	action("/me/data/corrections/:request/withdraw", {
		allow: signedIn,
		what: "Withdraw a request for a correction",
		form: z.object({}),
		act: async (visit) => {
			await withdrawCorrection(
				visit.tx,
				idIn(visit.params.request),
				visitorOf(visit).id,
			);
			return redirect("/me/data/corrections", done(t("Withdrawn.")));
		},
	}),
	page("/corrections", {
		allow: recordKeepers,
		what: "What people ask to have corrected in what HR says about them",
		show: (visit) => officePage(visit),
	}),
	action("/corrections/:request/answer", {
		allow: recordKeepers,
		what: "Answer a request for a correction",
		form: AnswerForm,
		act: async (visit, { outcome, answer }) => {
			const person = await answerCorrection(
				visit.tx,
				idIn(visit.params.request),
				{ by: visitorOf(visit).id, outcome, answer },
			);
			await mailPeople(visit.tx, {
				kind: "correction",
				event: `correction ${visit.params.request}`,
				people: [person],
				letter: ({ firstName }) =>
					correctionLetter(outcome, {
						firstName,
						answer,
						origin: visit.origin,
					}),
			});
			return redirect(
				"/corrections",
				done(t("Answered; the person hears it.")),
			);
		},
		again: (visit, state) => officePage(visit, state),
	}),
];

async function ownPage(visit: Visit, state?: FormState) {
	const { id } = visitorOf(visit);
	return show(
		<CorrectionsPage
			frame={visit.frame}
			corrections={await correctionsOf(visit.db, id)}
			office={await peopleOffice(visit.db)}
			state={state}
		/>,
	);
}

async function officePage(visit: Visit, state?: FormState) {
	return show(
		<AnswerCorrectionsPage
			frame={visit.frame}
			open={await openCorrections(visit.db, visitorOf(visit).id)}
			state={state}
		/>,
	);
}

function idIn(text: string): string {
	const read = z.uuid().safeParse(text);
	if (!read.success) throw new NotFound();
	return read.data;
}
