import { Temporal } from "temporal-polyfill";
import { Invalid } from "../../platform/http/refusal.ts";
import { t } from "../../ui/text.ts";

/** What an invitation suggests. */
export const daysToAnswer = 14;

/** Refuses a day to answer by that is over, or so far away that nobody would answer. */
export function checkAnswerDay(day: string, today: string): void {
	if (!/^\d{4}-\d\d-\d\d$/.test(day) || day <= today)
		throw new Invalid({ answerBy: t("Choose a day after today.") });
	if (
		Temporal.PlainDate.from(day).since(today, { largestUnit: "years" }).years >=
		1
	)
		throw new Invalid({ answerBy: t("Choose a day within a year.") });
}
