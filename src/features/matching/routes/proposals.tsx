import type { Tx } from "../../../platform/database/database.ts";
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

/** `afterEnding`: two yeses may end the pair that the new one takes the place of. */
export const proposalRoutes = (
	afterEnding: (tx: Tx) => Promise<unknown>,
): readonly Route[] => [
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
			if (answered.now === "agreed") await afterEnding(visit.tx);
			const notice = noticeOf(answered);
			if (answered.now === "agreed")
				return redirect(`/relationships/${answered.relationship}`, notice);
			const kept = "keeps" in answered ? answered.keeps : undefined;
			return redirect(
				kept === undefined
					? `/proposals/${proposal}`
					: `/relationships/${kept}`,
				notice,
			);
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
