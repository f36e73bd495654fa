import { signedIn } from "../../../platform/http/guard.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../../platform/http/visit.ts";
import type { FormState } from "../../../ui/form.tsx";
import { answerProposal } from "../commands/answer.ts";
import { pauseUntil } from "../../people/commands/own.ts";
import { AnswerForm, pauseEnds } from "../reply/forms.ts";
import { noticeOf } from "../said.ts";
import { findProposal, questionOf, whyYouTwo } from "../queries/proposal.ts";
import { sharedHours } from "../shared-hours.ts";
import { ProposalPage } from "../views/proposal-page.tsx";

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
		act: async (visit, { answer, question, pause }) => {
			const { proposal } = visit.params;
			if (pause !== undefined)
				await pauseUntil(
					visit.tx,
					visitorOf(visit).id,
					pauseEnds(visit.today, pause),
				);
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
						noticeOf(answered),
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
