import { randomUUID } from "node:crypto";
import {
	actAs,
	type Tx,
	vaultOf,
	nowOf,
} from "../../../platform/database/database.ts";
import { Conflict, Invalid, NotFound } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { postTo, questionLetter, recipients } from "../letters.ts";
import { type Answer, answerOf, sealedAnswer } from "../queries/answer.ts";
import { isId } from "../queries/rounds.ts";
import { organisationDay } from "../queries/run-input.ts";
import { askMentee } from "./replace.ts";
import {
	beginRelationship,
	hasRoom,
	lockProposal,
	type OpenProposal,
	returnProposal,
} from "./settle.ts";

export type Answering = {
	readonly proposal: string;
	readonly person: string;
	readonly answer: Answer;
	/** For "ask-me-more": shown to the other side. */
	readonly question: string | null;
	readonly origin: string;
};

/** What an answer led to, as far as the one who gave it may know. */
export type Answered =
	| { readonly now: "waiting" }
	/** "Not now", while the other side has not answered: nothing may be seen of it yet. */
	| { readonly now: "noted" }
	| { readonly now: "asked" }
	/** `keeps`: the relationship of a mentee for whom another was asked; it goes on, and the proposal is not there for them any more. */
	| { readonly now: "returned"; readonly keeps?: string | undefined }
	/** Both said yes, but the last place went to another pair first. */
	| { readonly now: "no-place-left"; readonly keeps?: string | undefined }
	| { readonly now: "agreed"; readonly relationship: string };

/**
 * Takes one side's answer. It may be given anew until the proposal is settled, which is when both sides have said yes or not now. One "not
 * now" alone must settle nothing: whoever has not answered yet would know at once who did.
 */
export async function answerProposal(
	tx: Tx,
	answering: Answering,
): Promise<Answered> {
	const { proposal: id, person } = answering;
	if (!isId(id)) throw new NotFound();
	const own = await tx
		.selectFrom("proposal")
		.select("id")
		.where("id", "=", id)
		.where((row) =>
			row.or([row("mentee_id", "=", person), row("mentor_id", "=", person)]),
		)
		.where("status", "<>", "drafted")
		.executeTakeFirst();
	if (own === undefined) throw new NotFound();
	await actAs(tx, pairing);
	const proposal = await lockProposal(tx, id);
	if (proposal === undefined || (await isOver(tx, proposal)))
		throw new Conflict(
			t(
				"This proposal is no longer open. There is nothing to answer any more.",
			),
		);
	await actAs(tx, { kind: "person", person });
	await keepAnswer(tx, answering);
	await actAs(tx, pairing);
	// Who answered is nobody's business but theirs: the journal knows that somebody of the round did.
	await record(tx, {
		act: "answer-proposal",
		subject: { kind: "round", id: proposal.round },
	});
	const answered = await consequence(tx, proposal, answering);
	await actAs(tx, { kind: "person", person });
	return answered;
}

const pairing = { kind: "process", process: "pairing" } as const;

async function isOver(tx: Tx, { answerBy }: OpenProposal): Promise<boolean> {
	return answerBy !== null && answerBy < (await organisationDay(tx));
}

async function keepAnswer(
	tx: Tx,
	{ proposal, person, answer, question }: Answering,
): Promise<void> {
	const given = {
		...sealedAnswer(vaultOf(tx), { proposal, person }, { answer, question }),
		answered_at: nowOf(tx),
	};
	await tx
		.insertInto("proposal_answer")
		.values({ proposal_id: proposal, person_id: person, ...given })
		.onConflict((row) =>
			row.columns(["proposal_id", "person_id"]).doUpdateSet(given),
		)
		.execute();
}

async function consequence(
	tx: Tx,
	proposal: OpenProposal,
	{ answer, person, origin }: Answering,
): Promise<Answered> {
	if (proposal.asked === "mentor")
		return answerOfMentor(tx, proposal, { answer, origin });
	const partner =
		person === proposal.mentee ? proposal.mentor : proposal.mentee;
	if (answer === "ask-me-more") {
		const people = await recipients(tx, [partner]);
		await postTo(
			tx,
			people.get(partner),
			{
				kind: "proposal-question",
				event: `question ${proposal.id} ${randomUUID()}`,
			},
			(to) =>
				questionLetter(to, {
					program: proposal.programName,
					url: `${origin}/proposals/${proposal.id}`,
				}),
		);
		return { now: "asked" };
	}
	const keeps =
		person === proposal.mentee ? (proposal.replaces ?? undefined) : undefined;
	const other = await answerOf(tx, proposal.id, partner);
	if (other === undefined || other.answer === "ask-me-more")
		return { now: answer === "yes" ? "waiting" : "noted" };
	if (answer === "not-now" || other.answer === "not-now") {
		await returnProposal(tx, proposal, origin);
		return { now: "returned", keeps };
	}
	if (!(await hasRoom(tx, proposal))) {
		await returnProposal(tx, proposal, origin);
		return { now: "no-place-left", keeps };
	}
	const relationship = await beginRelationship(tx, proposal, origin);
	return { now: "agreed", relationship };
}

/** Of a mentor who is asked first, for a mentee who has somebody and is not asked unless this one says yes. */
async function answerOfMentor(
	tx: Tx,
	proposal: OpenProposal,
	{ answer, origin }: Pick<Answering, "answer" | "origin">,
): Promise<Answered> {
	if (answer === "ask-me-more")
		throw new Invalid({
			question: t("The other side is asked only once you have said yes."),
		});
	if (answer === "yes" && (await hasRoom(tx, proposal))) {
		await askMentee(tx, proposal, origin);
		return { now: "waiting" };
	}
	await returnProposal(tx, proposal, origin);
	return { now: answer === "yes" ? "no-place-left" : "returned" };
}
