import { type Db, vaultOf } from "../../../platform/database/database.ts";
import type { Vault } from "../../../platform/vault/vault.ts";

const choices = ["yes", "not-now", "ask-me-more"] as const;
export type Answer = (typeof choices)[number];

/** What one side said to a proposal. The question of "ask-me-more" is shown to the other side. */
export type GivenAnswer = {
	readonly answer: Answer;
	readonly question: string | null;
};

type Whose = { readonly proposal: string; readonly person: string };

/** As the columns of proposal_answer hold it. */
export function sealedAnswer(
	vault: Vault,
	{ proposal, person }: Whose,
	{ answer, question }: GivenAnswer,
) {
	const row = [proposal, person];
	return {
		answer: vault.seal("proposal_answer.answer", row, answer),
		question:
			question === null
				? null
				: vault.seal("proposal_answer.question", row, question),
	};
}

/** What somebody said so far, for whoever may read it: they themself, and pairing. */
export async function answerOf(
	db: Db,
	proposal: string,
	person: string,
): Promise<GivenAnswer | undefined> {
	const row = await db
		.selectFrom("proposal_answer")
		.select(["answer", "question"])
		.where("proposal_id", "=", proposal)
		.where("person_id", "=", person)
		.executeTakeFirst();
	return row && openAnswer(vaultOf(db), { proposal, person }, row);
}

export function openAnswer(
	vault: Vault,
	{ proposal, person }: Whose,
	sealed: { readonly answer: Buffer; readonly question: Buffer | null },
): GivenAnswer {
	const row = [proposal, person];
	const said = vault.open("proposal_answer.answer", row, sealed.answer);
	const answer = choices.find((each) => each === said);
	if (answer === undefined) throw new Error("an answer that is none");
	return {
		answer,
		question:
			sealed.question === null
				? null
				: vault.open("proposal_answer.question", row, sealed.question),
	};
}
