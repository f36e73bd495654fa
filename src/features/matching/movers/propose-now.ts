// One pair outside a cohort's round: a late joiner, or a mentee whose mentor is gone. It is a round of one pair, so that both are asked, answer,
// and may say no exactly as everyone else. Runs as the process `pairing`.
import { randomBytes } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { pointsOf } from "../../../domain/matching/decimal.ts";
import { scorePairs } from "../../../domain/matching/scoring.ts";
import { type Tx, nowOf } from "../../../platform/database/database.ts";
import { addJob } from "../../../platform/jobs/jobs.ts";
import { recordAll } from "../../../platform/journal/journal.ts";
import { postAll } from "../../../platform/mail/mail.ts";
import { t } from "../../../ui/text.ts";
import { endOfDay } from "../../programs/queries/end-of-day.ts";
import { planReminders } from "../commands/remind.ts";
import { startingPolicy } from "../commands/rounds.ts";
import { peopleTable } from "../fact-cells.ts";
import { replyLink } from "../reply/link.ts";
import { addressed, proposalLetter, recipients } from "../letters.ts";
import { partsDocument } from "../pairing.ts";
import { forOneKind, policyOf } from "../policy-document.ts";
import { participantFacts, participants } from "../queries/participants.ts";
import { findProgramOfRounds, roundsOf } from "../queries/rounds.ts";
import { organisationDay } from "../queries/run-input.ts";

export type Proposing = {
	readonly program: string;
	readonly mentee: string;
	readonly mentor: string;
	readonly by: string;
	readonly origin: string;
	/** The relationship that still runs and that this one is to take the place of: its mentor kind holds, and the mentor is asked first. */
	readonly replaces?: string | undefined;
};

const daysToAnswer = 14;
const NO_ROUND = "00000000-0000-0000-0000-000000000000";

/** Asks both, or the mentor first. Comes back with a sentence where that cannot be done any more. */
export async function proposeNow(
	tx: Tx,
	{ program, mentee, mentor, by, origin, replaces }: Proposing,
): Promise<string | undefined> {
	const { name, template } = await findProgramOfRounds(tx, program);
	const rounds = await roundsOf(tx, program);
	const open = rounds.find(
		({ status }) => !["published", "closed", "failed"].includes(status),
	);
	if (open !== undefined)
		return t(
			"Round {number} is being worked on, and both are part of it. Publish it first, or pin them there.",
			{ number: open.number },
		);
	const [last] = rounds;
	const policy = last?.policy ?? (await startingPolicy(tx, template));
	const today = await organisationDay(tx);
	const free = await participants(tx, { id: NO_ROUND, program, policy }, today);
	const isFree = (id: string, side: "mentor" | "mentee") =>
		free.some((one) => one.id === id && one.side === side && one.units > 0);
	const replaced =
		replaces === undefined ? undefined : await running(tx, replaces);
	const wantsSomebody = isFree(mentee, "mentee") || replaced !== undefined;
	if (!isFree(mentor, "mentor") || !wantsSomebody)
		return t("One of the two has no free place any more. Look again.");
	// Of several kinds the first that the mentee still lacks.
	const needs = free.find(
		({ id, side }) => id === mentee && side === "mentee",
	)?.needs;
	const [lacking] = [...(needs ?? [])].find(([, need]) => need > 0) ?? [];
	const kind = replaced === undefined ? lacking : replaced.kind;
	const scored = await scoreOf(
		tx,
		{ program, mentee, mentor },
		forOneKind(policy, kind),
		today,
	);
	if (scored === undefined)
		return t("A rule of the program stands between the two now.");
	const answerBy = Temporal.PlainDate.from(today)
		.add({ days: daysToAnswer })
		.toString();
	const { id: round } = await tx
		.insertInto("round")
		.values({
			program_id: program,
			number: (last?.number ?? 0) + 1,
			status: "published",
			policy: JSON.stringify(policy),
			seed: randomBytes(4).toString("hex"),
			objective: last?.objective === "total" ? "total" : "people",
			computed_at: nowOf(tx),
			published_at: nowOf(tx),
			published_by: by,
			answer_by: answerBy,
			created_by: by,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	const { id } = await tx
		.insertInto("proposal")
		.values({
			round_id: round,
			mentee_id: mentee,
			mentor_id: mentor,
			mentor_kind: kind ?? null,
			...(replaced && { replaces: replaced.id, asked: "mentor" as const }),
			score: String(pointsOf(scored.points)),
			parts: JSON.stringify(partsDocument(scored.parts)),
			status: "published",
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	await addJob(
		tx,
		"lapse-proposals",
		{ round, origin },
		{ key: `lapse-${round}`, runAt: await endOfDay(tx, answerBy) },
	);
	await planReminders(tx, { round, answerBy, origin });
	const known = await recipients(
		tx,
		replaced === undefined ? [mentee, mentor] : [mentor],
	);
	await postAll(
		tx,
		[...known.values()].map((recipient) =>
			addressed(
				recipient,
				{ kind: "proposal", event: `proposal ${id}`, by: answerBy },
				(to) =>
					proposalLetter(to, {
						program: name,
						url: replyLink(origin, { about: "proposal", id, by: answerBy }),
						answerBy,
					}),
			),
		),
	);
	await recordAll(tx, [
		{
			act: "publish-round",
			subject: { kind: "round", id: round },
			detail: { pairs: 1 },
		},
		...(replaced === undefined ? [mentee, mentor] : [mentor]).map((about) => ({
			act: "propose-pair",
			about,
			subject: { kind: "proposal", id },
		})),
	]);
	return undefined;
}

async function running(tx: Tx, relationship: string) {
	return tx
		.selectFrom("relationship")
		.select(["id", "mentor_kind as kind"])
		.where("id", "=", relationship)
		.where((row) =>
			row.not(
				row.exists(
					row
						.selectFrom("relationship_ending")
						.select("relationship_id")
						.whereRef("relationship_id", "=", "relationship.id"),
				),
			),
		)
		.executeTakeFirst();
}

async function scoreOf(
	tx: Tx,
	{ program, mentee, mentor }: Pick<Proposing, "program" | "mentee" | "mentor">,
	document: Parameters<typeof policyOf>[0],
	today: string,
) {
	const facts = await participantFacts(tx, program, [mentee, mentor], today);
	const policy = policyOf({ ...document, pinned: [], forbidden: [] });
	const table = (side: "mentor" | "mentee", id: string) =>
		peopleTable(policy, side, [{ id, units: 1, facts: facts.get(id) ?? {} }]);
	const scored = scorePairs(
		policy,
		table("mentor", mentor),
		table("mentee", mentee),
	);
	const found = scored.ok ? scored.scoring.explain(mentee, mentor) : undefined;
	return found?.brokenRules.length === 0 ? found : undefined;
}
