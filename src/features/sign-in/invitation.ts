import { randomUUID } from "node:crypto";
import type { Tx } from "../../platform/database/database.ts";
import { asLocale, inLocale } from "../../platform/locale/locale.ts";
import { post } from "../../platform/mail/mail.ts";
import { t } from "../../ui/text.ts";
import { makeLink } from "./commands.ts";

export type Invitee = {
	readonly id: string;
	readonly firstName: string;
	readonly locale: string | null;
};

export type InvitationTerms = {
	readonly by: { readonly id: string; readonly name: string };
	readonly organisation: string;
	readonly origin: string;
	/** With mail the invitee gets the link; without, only whoever invites sees it, once. */
	readonly canMail: boolean;
};

/** Invites someone to sign in for the first time (or anew). Returns the link, which is shown once and never kept. */
export async function inviteToSignIn(
	tx: Tx,
	invitee: Invitee,
	{ by, organisation, origin, canMail }: InvitationTerms,
): Promise<string> {
	const token = await makeLink(tx, invitee.id, {
		purpose: "invitation",
		madeBy: by.id,
	});
	const url = `${origin}/link/${token}`;
	if (canMail) {
		const letter = inLocale(asLocale(invitee.locale) ?? "en", () => ({
			subject: t("{name} invites you to Baton", { name: by.name }),
			paragraphs: [
				t("Dear {name},", { name: invitee.firstName }),
				t(
					"{organisation} uses Baton for its mentoring programs. This link lets you in for the first time; it works once, within fourteen days.",
					{ organisation },
				),
			],
			button: { label: t("Come in"), url },
			foot: t("Sent because {name} invited you.", { name: by.name }),
		}));
		await post(tx, {
			to: invitee.id,
			kind: "sign-in-invitation",
			event: `sign-in-invitation ${randomUUID()}`,
			letter,
			holdsSignInLink: true,
		});
	}
	return url;
}
