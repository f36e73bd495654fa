import type { Letter } from "../../../platform/mail/letter.ts";
import { t } from "../../../ui/text.ts";
import type { Recipient } from "../letters.ts";

/** The same words to both, without a reason. That something ended, and with whom, stands on their own page alone: others can read the outbox. */
export function endedLetter(
	{ firstName }: Recipient,
	about: {
		readonly program: string;
		readonly url: string;
	},
): Letter {
	return {
		subject: t("Something has changed for you in {program}", about),
		paragraphs: [
			t("Dear {name},", { name: firstName }),
			t(
				"things change in an organisation, and pairs with them. What is new stands on your page. It says nothing about anybody, and nobody needs to explain anything.",
			),
		],
		button: { label: t("Open Baton"), url: about.url },
		foot: t("Sent because you take part in {program}.", about),
	};
}
