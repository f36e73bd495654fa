import type { Letter } from "../../../platform/mail/letter.ts";
import { t } from "../../../ui/text.ts";
import type { Recipient } from "../letters.ts";

/** The same words to both, without a reason. */
export function endedLetter(
	{ firstName }: Recipient,
	about: {
		readonly program: string;
		readonly partner: string;
		readonly url: string;
	},
): Letter {
	return {
		subject: t("You and {partner} in {program}", about),
		paragraphs: [
			t("Dear {name},", { name: firstName }),
			t(
				"things change in an organisation, and pairs with them: your relationship with {partner} has ended. This says nothing about either of you, and nobody needs to explain anything.",
				about,
			),
		],
		button: { label: t("Open Baton"), url: about.url },
		foot: t("Sent because you take part in {program}.", about),
	};
}
