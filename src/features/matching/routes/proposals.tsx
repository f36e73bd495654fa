import { z } from "zod";
import { signedIn } from "../../../platform/http/guard.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../../platform/http/visit.ts";
import type { FormState } from "../../../ui/form.tsx";
import type { Notice } from "../../../ui/frame.ts";
import { t } from "../../../ui/text.ts";
import { type Answered, answerProposal } from "../commands/answer.ts";
import { findProposal, questionOf, whyYouTwo } from "../queries/proposal.ts";
import { sharedHours } from "../shared-hours.ts";
import { ProposalPage } from "../views/proposal-page.tsx";

const AnswerForm = z
	.object({
		answer: z.enum(["yes", "not-now", "ask-me-more"], {
			error: () => t("Choose an answer."),
		}),
		question: z
			.string()
			.trim()
			.max(500, { error: () => t("Keep the question under 500 characters.") })
			.optional(),
	})
	.refine(({ answer, question }) => answer !== "ask-me-more" || question, {
		path: ["question"],
		error: () => t("Write what you would like to know."),
	});

export const proposalRoutes: readonly Route[] = [
	page("/proposals/:proposal", {
		allow: signedIn,
		what: "A proposal, for the two people it names",
		show: (visit) => proposalPage(visit),
	}),
	action("/proposals/:proposal/answer", {
		allow: signedIn,
		what: "Answer a proposal",
		form: AnswerForm,
		act: async (visit, { answer, question }) => {
			const { proposal } = visit.params;
			const answered = await answerProposal(visit.tx, {
				proposal,
				person: visitorOf(visit).id,
				answer,
				question: answer === "ask-me-more" ? (question ?? null) : null,
				origin: visit.origin,
			});
			return answered.now === "agreed"
				? redirect(
						`/relationships/${answered.relationship}`,
						done(t("You both said yes.")),
					)
				: redirect(`/proposals/${proposal}`, noticeOf(answered));
		},
		again: (visit, state) => proposalPage(visit, state),
	}),
];

type ProposalVisit = Omit<Visit, "params"> & {
	readonly params: { readonly proposal: string };
};

async function proposalPage(visit: ProposalVisit, state?: FormState) {
	const { db, today } = visit;
	const visitor = visitorOf(visit);
	const proposal = await findProposal(db, visit.params.proposal, visitor.id);
	const { partner } = proposal;
	const isOpen = proposal.status === "published";
	return show(
		<ProposalPage
			frame={visit.frame}
			proposal={proposal}
			why={isOpen ? await whyYouTwo(db, proposal, today) : undefined}
			hours={
				visitor.timeZone === null || partner.timeZone === null
					? undefined
					: (sharedHours(today, visitor.timeZone, partner.timeZone) ?? "none")
			}
			question={isOpen ? await questionOf(db, proposal.id, partner.id) : null}
			state={state}
		/>,
	);
}

function noticeOf({ now }: Exclude<Answered, { now: "agreed" }>): Notice {
	switch (now) {
		case "waiting":
			return done(
				t("Your yes is noted. You hear from Baton when it is settled."),
			);
		case "noted":
			return done(
				t("Your answer is noted. You hear from Baton when it is settled."),
			);
		case "asked":
			return done(t("Your question is passed on."));
		case "returned":
			return done(t("You are back in the round. Nobody learns who said what."));
		case "no-place-left":
			return {
				kind: "attention",
				text: t(
					"The last place was taken in the meantime. You are back in the round, and the next proposal will come.",
				),
			};
	}
}
