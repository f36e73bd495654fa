import { sql } from "kysely";
import { type Tx, nowOf } from "../../../platform/database/database.ts";
import { Conflict, Invalid } from "../../../platform/http/refusal.ts";
import { addJob } from "../../../platform/jobs/jobs.ts";
import { recordAll } from "../../../platform/journal/journal.ts";
import { postAll } from "../../../platform/mail/mail.ts";
import { t } from "../../../ui/text.ts";
import { askForAudit } from "../audit/jobs.ts";
import { forgetTalks } from "../chemistry/commands.ts";
import { refuseDuringTalks } from "../chemistry/open-talks.ts";
import { checkTomorrow } from "../movers/jobs.ts";
import { replyLink } from "../reply/link.ts";
import { addressed, proposalLetter, recipients } from "../letters.ts";
import { hasUnsettledDecisions } from "../queries/board.ts";
import { isSupposed, supposedPlaces } from "../queries/places.ts";
import { lockRound } from "../queries/rounds.ts";
import { planReminders } from "./remind.ts";
import { signOff } from "./sign-off.ts";
import { refuseUnlessOpen } from "./rounds.ts";

export type Publishing = {
	/** YYYY-MM-DD: the last day on which an answer counts. */
	readonly answerBy: string;
	/** On what grounds these pairs are the ones to propose. */
	readonly note: string;
	readonly by: string;
	/** The installation's own address, for the links in mails. */
	readonly origin: string;
};

/** Asks both sides of every pair. From here on the round is theirs: nothing of it can be changed by hand. */
export async function publishRound(
	tx: Tx,
	ids: { readonly program: string; readonly round: string },
	{ answerBy, note, by, origin }: Publishing,
): Promise<number> {
	const round = await lockRound(tx, ids);
	refuseUnlessOpen(round);
	if (round.status !== "proposed")
		throw new Conflict(
			t("There are no proposals yet. Let Baton propose pairs first."),
		);
	if (await hasUnsettledDecisions(tx, round))
		throw new Conflict(
			t(
				"Something was decided since these pairs were proposed. Run again around it first.",
			),
		);
	if (isSupposed(await supposedPlaces(tx, round.id)))
		throw new Conflict(supposedText());
	await signOff(tx, round, { note, by });
	await askForAudit(tx, round);
	const proposals = await tx
		.updateTable("proposal")
		.set({ status: "published" })
		.where("round_id", "=", round.id)
		.returning(["id", "mentee_id", "mentor_id"])
		.execute();
	if (proposals.length === 0)
		throw new Invalid({}, t("There is not a single pair to propose."));
	await tx
		.updateTable("round")
		.set({
			status: "published",
			published_at: nowOf(tx),
			published_by: by,
			answer_by: answerBy,
		})
		.where("id", "=", round.id)
		.execute();
	await refuseDuringTalks(tx, round.id);
	await forgetTalks(tx, round);
	await checkTomorrow(tx);
	await addJob(
		tx,
		"lapse-proposals",
		{ round: round.id, origin },
		{ key: `lapse-${round.id}`, runAt: await endOfDay(tx, answerBy) },
	);
	await planReminders(tx, { round: round.id, answerBy, origin });
	const people = await recipients(
		tx,
		proposals.flatMap((pair) => [pair.mentee_id, pair.mentor_id]),
	);
	await postAll(
		tx,
		proposals.flatMap(({ id, mentee_id, mentor_id }) =>
			[mentee_id, mentor_id].flatMap((person) => {
				const recipient = people.get(person);
				if (recipient === undefined) return [];
				return addressed(
					recipient,
					{ kind: "proposal", event: `proposal ${id}`, by: answerBy },
					(to) =>
						proposalLetter(to, {
							program: round.programName,
							url: replyLink(origin, { about: "proposal", id, by: answerBy }),
							answerBy,
						}),
				);
			}),
		),
	);
	await recordAll(tx, [
		{
			act: "publish-round",
			subject: { kind: "round", id: round.id },
			detail: { pairs: proposals.length },
		},
		...proposals.flatMap(({ id, mentee_id, mentor_id }) =>
			[mentee_id, mentor_id].map((person) => ({
				act: "propose-pair",
				about: person,
				subject: { kind: "proposal", id },
			})),
		),
	]);
	return proposals.length;
}

export function supposedText(): string {
	return t(
		"This plan rests on places that are only supposed. Ask the mentors for them, or take the places back first.",
	);
}

/** The moment after the last one of a day, where the organisation is. */
async function endOfDay(tx: Tx, day: string): Promise<Date> {
	const { at } = await tx
		.selectFrom("organisation")
		.select(
			sql<Date>`((${day}::date + 1)::timestamp at time zone time_zone)`.as(
				"at",
			),
		)
		.executeTakeFirstOrThrow();
	return at;
}
