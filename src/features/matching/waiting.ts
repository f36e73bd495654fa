import type { Db } from "../../platform/database/database.ts";
import type { Visitor } from "../../platform/http/visit.ts";
import { t } from "../../ui/text.ts";
import type { Waiting } from "../today/queries.ts";
import {
	openProposals,
	roundsToSee,
	returnedPairs,
} from "./queries/waiting.ts";

/** Proposals to answer; for who runs a program, rounds to look at and pairs that went back. */
export async function waitingInMatching(
	db: Db,
	visitor: Visitor,
): Promise<readonly Waiting[]> {
	const proposals = await openProposals(db, visitor.id);
	const runs = visitor.offices.filter(
		({ office }) => office === "program-manager",
	);
	const rounds = runs.length === 0 ? [] : await roundsToSee(db, runs);
	const returned = runs.length === 0 ? [] : await returnedPairs(db, runs);
	return [
		...proposals.map((proposal) => ({
			title: t("{partner} is proposed to you in {program}", {
				partner: proposal.partner,
				program: proposal.program,
			}),
			detail: t("See why you two; say yes, not now, or ask first."),
			href: `/proposals/${proposal.id}`,
			label: t("See why"),
			minutes: 2,
			...(proposal.answerBy === null ? {} : { by: proposal.answerBy }),
		})),
		...rounds.map((round) => ({
			title: t("Proposed pairs to look at in {program}", round),
			detail: t("Nobody is told anything before you publish."),
			href: `/programs/${round.programId}/rounds/${round.id}`,
			label: t("Look at the pairs"),
			minutes: 20,
		})),
		...returned.map((program) => ({
			title: t(
				"{pairs, plural, one {One proposal} other {# proposals}} of {program} went back",
				program,
			),
			detail: t("A new round can propose somebody else."),
			href: `/programs/${program.programId}/rounds`,
			label: t("Begin a round"),
			minutes: 10,
		})),
	];
}
