import type { Letter } from "../../../platform/mail/letter.ts";
import { t } from "../../../ui/text.ts";

type About = { readonly program: string; readonly url: string };

/** Somebody is asked into a circle: which, and with whom, stands in Baton. */
export function askedLetter(
	{ firstName }: { readonly firstName: string },
	{ program, url }: About,
): Letter {
	return {
		subject: t("A circle asks for you in {program}", { program }),
		paragraphs: [
			t("Dear {name},", { name: firstName }),
			t(
				"A few people of {program} are to meet as a circle, and you are asked whether you come in. What it is about and who else is asked stands in Baton. Yes and no are both good answers, and nobody asks for reasons.",
				{ program },
			),
		],
		button: { label: t("See what it is about"), url },
		foot: t("Sent because you take part in {program}.", { program }),
	};
}

/** Enough have said yes. */
export function begunLetter(
	{ firstName }: { readonly firstName: string },
	{ program, url }: About,
): Letter {
	return {
		subject: t("Your circle in {program} begins", { program }),
		paragraphs: [
			t("Dear {name},", { name: firstName }),
			t(
				"Enough of you have said yes. One of you takes a first date; until then there is nothing to do.",
			),
		],
		button: { label: t("See your circle"), url },
		foot: t("Sent because you take part in {program}.", { program }),
	};
}
