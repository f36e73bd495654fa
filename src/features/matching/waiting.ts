import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Visitor } from "../../platform/http/visit.ts";
import { t } from "../../ui/text.ts";
import { actingAs } from "../programs/acting.ts";
import { endedTalks, openTalks } from "./chemistry/queries.ts";
import { freshAudits } from "./audit/queries.ts";
import { mattersToSee } from "./movers/queries.ts";
import type { Waiting } from "../today/queries.ts";
import { openPlaceRequests } from "./queries/places.ts";
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
	const talks = await openTalks(db, visitor.id);
	const proposals = await openProposals(db, visitor.id);
	const runs = visitor.offices.filter(
		({ office }) => office === "program-manager",
	);
	const rounds = runs.length === 0 ? [] : await roundsToSee(db, runs);
	const returned = runs.length === 0 ? [] : await returnedPairs(db, runs);
	const matters = runs.length === 0 ? [] : await mattersToSee(db, runs);
	const places = await openPlaceRequests(db, visitor.id);
	const overseen = visitor.offices.filter(
		({ office }) => office === "committee-member" || office === "analyst",
	);
	const audits = overseen.length === 0 ? [] : await freshAudits(db, overseen);
	const ended = runs.length === 0 ? [] : await endedTalks(db, runs);
	return [
		...places.map(({ id, program, answerBy }) => ({
			title: t("Have you room for one more mentee in {program}?", { program }),
			inMail: true as const,
			detail: t("Yes or not now; nobody asks for reasons."),
			href: `/place-requests/${id}`,
			label: t("Answer"),
			minutes: 1,
			by: answerBy,
			answers: [
				{
					label: t("Yes, one more"),
					action: `/place-requests/${id}/answer`,
					values: { answer: "yes" },
				},
				{
					label: t("Not now"),
					action: `/place-requests/${id}/answer`,
					values: { answer: "not-now" },
				},
			],
		})),
		...talks.map(({ round, program, talks: count, answerBy }) => ({
			title: t(
				"{count, plural, one {A short talk} other {# short talks}} before pairs are made in {program}",
				{ count, program },
			),
			inMail: true as const,
			detail: t("Meet, then say in private how it was."),
			href: `/talks/${round}`,
			label: t("See with whom"),
			minutes: 2,
			by: answerBy,
		})),
		...proposals.map((proposal) => ({
			title: t("{partner} is proposed to you in {program}", {
				partner: proposal.partner,
				program: proposal.program,
			}),
			inMail: t("Somebody is proposed to you in {program}", {
				program: proposal.program,
			}),
			detail: t("See why you two; say yes, not now, or ask first."),
			href: `/proposals/${proposal.id}`,
			label: t("See why"),
			minutes: 2,
			...(proposal.answerBy === null ? {} : { by: proposal.answerBy }),
		})),
		...matters.map((program) => ({
			title: t(
				"{matters, plural, one {One pair needs} other {# pairs need}} a look in {program}",
				program,
			),
			inMail: true as const,
			detail: t("Somebody moved, left, paused or joined late."),
			href: `/programs/${program.programId}/changes`,
			label: t("See what can be done"),
			minutes: 2 * program.matters,
		})),
		...ended.map((round) => ({
			title: t("The talks are over in {program}", round),
			inMail: true as const,
			detail: t("The pairs can be made with what was said."),
			href: `/programs/${round.programId}/rounds/${round.id}`,
			label: t("Go on with the pairs"),
			minutes: 20,
		})),
		...rounds.map((round) => ({
			title: t("Proposed pairs to look at in {program}", round),
			inMail: true as const,
			detail: t("Nobody is told anything before you publish."),
			href: `/programs/${round.programId}/rounds/${round.id}`,
			label: t("Look at the pairs"),
			minutes: 20,
		})),
		...audits.map((round) => ({
			title: t("The equity audit of round {number} in {program}", round),
			inMail: true as const,
			detail: t("What would have changed if groups were exchanged."),
			href: `/programs/${round.programId}/rounds/${round.id}/audit`,
			label: t("Read it"),
			minutes: 5,
		})),
		...returned.map((program) => ({
			title: t(
				"{pairs, plural, one {One proposal} other {# proposals}} of {program} went back",
				program,
			),
			inMail: true as const,
			detail: t("A new round can propose somebody else."),
			href: `/programs/${program.programId}/rounds`,
			label: t("Begin a round"),
			minutes: 10,
		})),
	];
}

/** Who is in a proposal that is out, a talk or a request for a place. */
export function perhapsInMatching(
	db: Db,
	people: readonly Visitor[],
): Promise<ReadonlySet<string>> {
	return actingAs(db, "pairing", async () => {
		const { rows } = await sql<{ person: string }>`
			select person from (
				select unnest(array[mentee_id, mentor_id]) as person from proposal where status = 'published'
				union select unnest(array[mentee_id, mentor_id]) from chemistry_talk talk
					where exists (select from chemistry where chemistry.round_id = talk.round_id and ended_at is null)
				union select mentor_id from place_request where answer is null
			) asked where person = any (${people.map(({ id }) => id)}::uuid[])
		`.execute(db);
		return new Set(rows.map(({ person }) => person));
	});
}
