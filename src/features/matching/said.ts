import { done } from "../../platform/http/visit.ts";
import type { Notice } from "../../ui/frame.ts";
import { t } from "../../ui/text.ts";
import type { Answered } from "./commands/answer.ts";

/** What somebody reads right after their answer to a proposal. */
export function noticeOf(answered: Answered): Notice {
	if ("keeps" in answered && answered.keeps !== undefined)
		return done(t("Everything stays as it is. Nobody learns who said what."));
	switch (answered.now) {
		case "agreed":
			return done(t("You both said yes."));
		case "waiting":
			return done(
				t("Your yes is noted. You hear from Baton when it is settled."),
			);
		case "noted":
			return done(
				t("Your answer is noted. You hear from Baton when it is settled."),
			);
		case "asked":
			return done(t("Your question is passed on."));
		case "returned":
			return done(t("You are back in the round. Nobody learns who said what."));
		case "no-place-left":
			return {
				kind: "attention",
				text: t(
					"The last place was taken in the meantime. You are back in the round, and the next proposal will come.",
				),
			};
	}
}
