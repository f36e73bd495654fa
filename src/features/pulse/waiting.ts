import { nowOf } from "../../platform/database/database.ts";
import { Temporal } from "temporal-polyfill";
import { formatList, t } from "../../ui/text.ts";
import type { WaitingQuery } from "../today/queries.ts";
import { pulsesDue } from "./queries.ts";
import { pulseWord } from "./words.ts";

/** How is it going? Answered in place, with one press. */
export const waitingInPulse: WaitingQuery = async (db, visitor) => {
	const today = Temporal.Instant.fromEpochMilliseconds(nowOf(db).getTime())
		.toZonedDateTimeISO(visitor.timeZone ?? "UTC")
		.toPlainDate()
		.toString();
	const due = await pulsesDue(db, today, visitor.id);
	return due.map(({ relationship, names }) => ({
		title: t("How is it going with {names}?", { names: formatList(names) }),
		inMail: t("How is your mentoring going? One press, read by you alone"),
		detail: t("Nobody but you reads your answer."),
		href: `/relationships/${relationship}/pulse`,
		label: t("Answer"),
		minutes: 1,
		isEven: true as const,
		answers: (["well", "fine", "slow", "stuck"] as const).map((answer) => ({
			label: pulseWord(answer),
			action: `/relationships/${relationship}/pulse`,
			values: { answer },
		})),
	}));
};
