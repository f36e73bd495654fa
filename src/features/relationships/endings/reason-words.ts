import type {
	EndingReason,
	Period,
} from "../../../domain/relationships/ending-reasons.ts";
import { t } from "../../../ui/text.ts";

/** A reason in the words of whoever gives it. */
export function reasonSentence(reason: EndingReason): string {
	switch (reason) {
		case "reached":
			return t("We reached what we set out to do.");
		case "time":
			return t("We did not find the time.");
		case "other-need":
			return t("I was looking for other experience.");
		case "no-common-language":
			return t("We did not find a way to talk with each other.");
		case "changed":
			return t("My work or my life has changed.");
		case "treatment":
			return t("I did not feel well treated.");
		case "handed-over":
			return t("Handed over to another mentor.");
	}
}

export function periodName(period: Period): string {
	const [year = "", half] = period.split("-");
	return half === "1"
		? t("First half of {year}", { year })
		: t("Second half of {year}", { year });
}
