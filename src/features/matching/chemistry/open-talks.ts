import type { Db } from "../../../platform/database/database.ts";
import { Conflict } from "../../../platform/http/refusal.ts";
import { formatDate, t } from "../../../ui/text.ts";

/** Pairs are made once the talks are over: two runs with one answer between them would tell what was said. */
export async function refuseDuringTalks(db: Db, round: string): Promise<void> {
	const open = await db
		.selectFrom("chemistry")
		.select("answer_by as answerBy")
		.where("round_id", "=", round)
		.where("ended_at", "is", null)
		.where("problem", "is", null)
		.executeTakeFirst();
	if (open !== undefined)
		throw new Conflict(
			t(
				"The talks of this round go on until {day}. Pairs are proposed once they are over; you can end them earlier on their page.",
				{ day: formatDate(open.answerBy) },
			),
		);
}
