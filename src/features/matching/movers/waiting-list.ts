// The nearest change for those on the waiting list: at which mentors one more place would serve them best. Must run as the process `pairing`.
import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { peopleTable } from "../fact-cells.ts";
import type { PairingInput } from "../pairing.ts";
import { forOneKind, policyOf, withDecisions } from "../policy-document.ts";
import {
	barredPairs,
	type Participant,
	participantFacts,
} from "../queries/participants.ts";
import type { Finding } from "./findings.ts";
import type { Watched } from "./gather.ts";

const mostShown = 20;

export type WaitingList = {
	readonly findings: readonly Finding[];
	/** Every mentor of the program with one more place than they have, and who waits. */
	readonly input: PairingInput | undefined;
};

/** The first of the list while no mentor has a free place; with one free, a place is to be given, not looked for. */
export async function waitingList(
	db: Db,
	{ program, policy }: Watched,
	free: readonly Participant[],
	today: string,
): Promise<WaitingList> {
	const mentors = free.filter(({ side }) => side === "mentor");
	const hasPlace = mentors.some(({ units }) => units > 0);
	const waiting = hasPlace ? [] : await firstWaiting(db, program);
	if (waiting.length === 0 || mentors.length === 0)
		return { findings: [], input: undefined };
	const ids = [...waiting, ...mentors.map(({ id }) => id)];
	const facts = await participantFacts(db, program, ids, today);
	const here = new Set(ids);
	const barred = await barredPairs(db, { id: program, program });
	const document = forOneKind(policy);
	const asked = withDecisions(
		{ ...document, pinned: [], forbidden: [] },
		[],
		[...policyOf(document).forbidden, ...barred].filter(
			({ mentee, mentor }) => here.has(mentee) && here.has(mentor),
		),
	);
	const own = policyOf(asked);
	const one = (id: string) => ({ id, units: 1, facts: facts.get(id) ?? {} });
	return {
		findings: waiting.map((mentee) => ({
			kind: "waiting",
			mentee,
			mentor: null,
			relationship: null,
			rule: null,
		})),
		input: {
			policy: asked,
			objective: "people",
			seed: program,
			mentors: peopleTable(
				own,
				"mentor",
				mentors.map(({ id }) => one(id)),
			),
			mentees: peopleTable(own, "mentee", waiting.map(one)),
		},
	};
}

// In the order in which places are given: as drawn, then by the day of the yes.
async function firstWaiting(db: Db, program: string): Promise<string[]> {
	const { rows } = await sql<{ person: string }>`
		select enrolment.person_id as person
		from enrolment join person on person.id = enrolment.person_id and person.left_on is null
			left join lottery_entry on lottery_entry.enrolment_id = enrolment.id and lottery_entry.outcome = 'waiting'
		where enrolment.program_id = ${program} and enrolment.side = 'mentee' and enrolment.status = 'waiting'
		order by lottery_entry.rank nulls last, coalesce(enrolment.answered_at, enrolment.entered_at), enrolment.id
		limit ${mostShown}
	`.execute(db);
	return rows.map(({ person }) => person);
}
