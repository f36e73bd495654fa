import { actAs, type Tx } from "../../platform/database/database.ts";
import { record } from "../../platform/journal/journal.ts";
import { asLocale, inLocale } from "../../platform/locale/locale.ts";
import { post } from "../../platform/mail/mail.ts";
import { t } from "../../ui/text.ts";
import { makeLink } from "./commands.ts";
import { findAccount } from "./queries.ts";

/** Sends a sign-in link to the account with this address, if there is one. Says nothing either way. */
export async function requestMagicLink(
	tx: Tx,
	email: string,
	origin: string,
): Promise<void> {
	await actAs(tx, { kind: "process", process: "sign-in" });
	const account = await findAccount(tx, email);
	if (account === undefined) {
		await record(tx, { act: "request-magic-link" });
		return;
	}
	const token = await makeLink(tx, account.id, {
		purpose: "magic-link",
		madeBy: null,
	});
	const letter = inLocale(asLocale(account.locale) ?? "en", () => ({
		subject: t("Your link to sign in"),
		paragraphs: [
			t(
				"Someone asked for a link that signs you in to Baton. It works once, within thirty minutes.",
			),
			t("If it was not you, do nothing: without the link nobody gets in."),
		],
		button: { label: t("Sign in"), url: `${origin}/link/${token}` },
		foot: t("Baton, your organisation’s mentoring platform"),
	}));
	await post(tx, {
		to: account.id,
		kind: "magic-link",
		letter,
		holdsSignInLink: true,
	});
}
