import type { OptionalTopic } from "../../domain/mail/topic.ts";
import { t } from "../../ui/text.ts";
import { linkToken } from "../links/signed-link.ts";
import { asLocale, inLocale } from "../locale/locale.ts";
import type { Vault } from "../vault/vault.ts";
import { escape } from "./letter.ts";

/** What a link to turn a topic off is signed for. */
export const STOP = "mail-topic";

const DAYS = 400;

/** Where mails about a topic can be turned off without signing in. */
export function stopLink(
	vault: Vault,
	{
		origin,
		person,
		topic,
		now,
	}: {
		readonly origin: string;
		readonly person: string;
		readonly topic: OptionalTopic;
		readonly now: Date;
	},
): string {
	const expires = new Date(now.getTime() + DAYS * 86_400_000);
	const token = linkToken(vault, person, {
		purpose: STOP,
		subject: topic,
		expires,
	});
	return `${origin}/mail/stop/${token}`;
}

/** The letter with a last line on how to have fewer of its kind, in its recipient's language. */
export function letterWithStop(
	mail: {
		readonly body_text: string;
		readonly body_html: string;
		readonly locale: string | null;
	},
	stop: string | undefined,
	origin: string,
): { readonly text: string; readonly html: string } {
	const { body_text: text, body_html: html, locale } = mail;
	if (stop === undefined) return { text, html };
	return inLocale(asLocale(locale) ?? "en", () => {
		const [none, choose] = [
			t("No more mails of this kind"),
			t("Choose when mails come"),
		];
		const link = (url: string, words: string) =>
			`<a href="${escape(url)}" style="color:#5a6460">${escape(words)}</a>`;
		const line = `<p style="margin:8px 0 0;color:#5a6460;font-size:14px">${link(stop, none)} · ${link(`${origin}/me/mail`, choose)}</p>`;
		return {
			text: `${text}\n${none}: ${stop}\n${choose}: ${origin}/me/mail`,
			html: html.replace("</div></body>", `${line}</div></body>`),
		};
	});
}
