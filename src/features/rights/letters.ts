import type { Letter } from "../../platform/mail/letter.ts";
import { t } from "../../ui/text.ts";

export function correctionLetter(
	outcome: "corrected" | "kept",
	{
		firstName,
		answer,
		origin,
	}: {
		readonly firstName: string;
		readonly answer: string;
		readonly origin: string;
	},
): Letter {
	return {
		subject: t("Your correction was answered"),
		paragraphs: [
			t("Dear {name},", { name: firstName }),
			outcome === "corrected"
				? t("what HR says about you was corrected as you asked.")
				: t("what HR says about you stays as it is. The reason:"),
			...(answer === "" ? [] : [answer]),
		],
		button: {
			label: t("Open your corrections"),
			url: `${origin}/me/data/corrections`,
		},
		foot: t("Sent because you asked for a correction."),
	};
}

export function refusedErasureLetter({
	firstName,
	reason,
	origin,
}: {
	readonly firstName: string;
	readonly reason: string;
	readonly origin: string;
}): Letter {
	return {
		subject: t("Your request to be erased was answered"),
		paragraphs: [
			t("Dear {name},", { name: firstName }),
			t("you are not erased for now. The reason:"),
			reason,
			t("You may object, and you may turn to the data protection authority."),
		],
		button: {
			label: t("Open your request"),
			url: `${origin}/me/data/erasure`,
		},
		foot: t("Sent because you asked to be erased."),
	};
}
