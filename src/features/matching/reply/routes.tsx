import { actingAsPerson } from "../../../platform/database/acting.ts";
import {
	type Db,
	type Tx,
	vaultOf,
} from "../../../platform/database/database.ts";
import { anyone } from "../../../platform/http/guard.ts";
import { Conflict, NotFound } from "../../../platform/http/refusal.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	type Writing,
} from "../../../platform/http/visit.ts";
import {
	type ReadLink,
	readLink,
} from "../../../platform/links/signed-link.ts";
import type { FormState } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import { StaleLinkPage } from "../../mail/views/stop-page.tsx";
import { pauseUntil } from "../../people/commands/own.ts";
import { answerProposal } from "../commands/answer.ts";
import { answerPlaceRequest } from "../commands/place-requests.ts";
import { findPlaceRequest } from "../queries/places.ts";
import { findProposal } from "../queries/proposal.ts";
import { isId } from "../queries/rounds.ts";
import { noticeOf } from "../said.ts";
import { type Answering, AnswerForm, pauseEnds } from "./forms.ts";
import type { Replying } from "./link.ts";
import { PlaceReplyPage, ReplyPage } from "./views.tsx";

const path = "/reply/:token";

/** Requests answered from the mail, without signing in. Opening a link shows; pressing acts: mail scanners open every link they find. */
export const replyRoutes = (
	afterEnding: (tx: Tx) => Promise<unknown>,
): readonly Route[] => [
	page(path, {
		allow: anyone,
		what: "A request to somebody, by a link from their mail (shows, answers nothing)",
		show: (visit) => replyPage(visit),
	}),
	action(path, {
		allow: anyone,
		what: "Answer a request by the link from one’s mail",
		form: AnswerForm,
		act: async (visit, answering) => {
			const link = linkOf(visit);
			if (link === undefined) throw new NotFound();
			const notice = await actingAsPerson(visit.tx, link.person, () =>
				answer(visit, link, answering, afterEnding),
			);
			return redirect(`/reply/${visit.params.token}`, notice);
		},
		again: (visit, state) => replyPage(visit, state),
	}),
];

type ReplyVisit = Omit<Visit, "params"> & {
	readonly params: { readonly token: string };
};

type Link = ReadLink & { readonly about: Replying };

function linkOf({ db, params, now }: ReplyVisit): Link | undefined {
	for (const about of ["proposal", "place-request"] as const) {
		const link = readLink(vaultOf(db), {
			purpose: `reply-${about}`,
			token: params.token,
			now,
		});
		if (link !== undefined) return { ...link, about };
	}
	return undefined;
}

async function replyPage(visit: ReplyVisit, state?: FormState) {
	const link = linkOf(visit);
	if (link === undefined)
		return show(<StaleLinkPage frame={visit.frame} />, 410);
	const { about, subject, person } = link;
	// Whoever is signed in reads the whole of it.
	if (visit.visitor?.id === person)
		return redirect(
			about === "proposal"
				? `/proposals/${subject}`
				: `/place-requests/${subject}`,
		);
	return actingAsPerson(visit.db, person, async () => {
		const { frame, today } = visit;
		const { token } = visit.params;
		if (about === "place-request") {
			const { program, answer: said, status } = await request(visit, link);
			const isOver = status === "published" || status === "closed";
			return show(
				<PlaceReplyPage {...{ frame, token, program, said, isOver }} />,
			);
		}
		const proposal = await proposalOrNothing(visit.db, subject, person);
		// What was to take the place of a pair that goes on is not there any more.
		if (proposal === undefined)
			return show(<StaleLinkPage frame={frame} />, 410);
		const { status, answerBy } = proposal;
		const isOpen =
			status === "published" && (answerBy === null || answerBy >= today);
		return show(<ReplyPage {...{ frame, token, proposal, isOpen, state }} />);
	});
}

async function proposalOrNothing(db: Db, id: string, person: string) {
	try {
		return await findProposal(db, id, person);
	} catch (error) {
		if (error instanceof NotFound) return undefined;
		throw error;
	}
}

async function request({ db }: Pick<Visit, "db">, { subject, person }: Link) {
	const found = isId(subject)
		? await findPlaceRequest(db, subject, person)
		: undefined;
	if (found === undefined) throw new NotFound();
	return found;
}

async function answer(
	visit: Pick<Writing, "tx" | "db" | "origin" | "today">,
	link: Link,
	{ answer: said, question, pause }: Answering,
	afterEnding: (tx: Tx) => Promise<unknown>,
) {
	const { tx, origin, today } = visit;
	const { about, subject, person } = link;
	if (pause !== undefined)
		await pauseUntil(tx, person, pauseEnds(today, pause));
	if (about === "proposal") {
		const answered = await answerProposal(tx, {
			proposal: subject,
			person,
			answer: said,
			question: said === "ask-me-more" ? (question ?? null) : null,
			origin,
		});
		if (answered.now === "agreed") await afterEnding(tx);
		return noticeOf(answered);
	}
	if (said === "ask-me-more")
		throw new Conflict(t("This question is answered, or no longer open."));
	await answerPlaceRequest(tx, subject, person, said);
	return done(
		said === "yes"
			? t("Thank you. There is one place more now.")
			: t("Noted. Nobody asks for reasons."),
	);
}
