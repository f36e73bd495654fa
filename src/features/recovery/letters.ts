import type { Tx } from "../../platform/database/database.ts";
import { t } from "../../ui/text.ts";
import { mailPeople } from "../programs/letters.ts";

/** Tells those who were named that they are asked to be custodians. */
export function mailCustodians(
	tx: Tx,
	{
		key,
		people,
		origin,
	}: {
		readonly key: string;
		readonly people: readonly string[];
		readonly origin: string;
	},
): Promise<void> {
	return mailPeople(tx, {
		kind: "custodian-named",
		event: `custodians of ${key}`,
		people,
		letter: ({ firstName }) => ({
			subject: t("You are asked to be a custodian"),
			paragraphs: [
				t("Dear {name},", { name: firstName }),
				t(
					"you are named as one of three custodians of your organisation’s recovery key. Nothing is in use before all three of you have accepted, in your own browsers.",
				),
			],
			button: { label: t("Read what it means"), url: `${origin}/recovery` },
			foot: t("Sent because an administrator named you."),
		}),
	});
}
