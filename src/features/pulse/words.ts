import type { PulseSaid } from "../../domain/relationships/pulse.ts";
import { t } from "../../ui/text.ts";

export function pulseWord(answer: PulseSaid): string {
	switch (answer) {
		case "well":
			return t("Going well");
		case "fine":
			return t("Fine");
		case "slow":
			return t("Slowly");
		case "stuck":
			return t("We are stuck");
		case "unsaid":
			return t("Rather not say");
	}
}
