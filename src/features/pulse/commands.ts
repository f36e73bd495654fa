import {
	type PulseSaid,
	pulsePeriod,
} from "../../domain/relationships/pulse.ts";
import { type Tx, vaultOf } from "../../platform/database/database.ts";
import { Conflict } from "../../platform/http/refusal.ts";
import { recordedElsewhere } from "../../platform/journal/journal.ts";
import { t } from "../../ui/text.ts";
import type { Relationship } from "../relationships/queries.ts";
import { keyOf, pulseWeeks } from "./queries.ts";

/**
 * Takes what somebody says of a relationship of theirs; said twice in a period, the last holds. The journal, which others read, has none of
 * it: that somebody answered at all is theirs.
 */
export async function answerPulse(
	tx: Tx,
	{
		id,
		program,
		beganAt,
		endedAt,
	}: Pick<Relationship, "id" | "program" | "beganAt" | "endedAt">,
	{
		person,
		answer,
		today,
	}: {
		readonly person: string;
		readonly answer: PulseSaid;
		readonly today: string;
	},
): Promise<void> {
	if (endedAt !== null)
		throw new Conflict(t("This relationship has ended already."));
	const row = {
		relationship_id: id,
		person_id: person,
		period: pulsePeriod(
			beganAt.toISOString().slice(0, 10),
			today,
			await pulseWeeks(tx, program),
		),
	};
	const said = {
		answer: vaultOf(tx).seal("pulse.answer", keyOf(row), answer),
		answered_on: today,
	};
	recordedElsewhere(tx);
	await tx
		.insertInto("pulse")
		.values({ ...row, ...said })
		.onConflict((conflict) =>
			conflict
				.columns(["relationship_id", "person_id", "period"])
				.doUpdateSet(said),
		)
		.execute();
}
