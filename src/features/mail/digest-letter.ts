import type { Letter, LetterLine } from "../../platform/mail/letter.ts";
import { t } from "../../ui/text.ts";
import type { Waiting } from "../today/queries.ts";

/** What a digest says: what waits, as far as a mail may tell it, and the letters that waited for it. */
export function digestLetter(
	name: string,
	{
		waiting,
		letters,
		origin,
	}: {
		readonly waiting: readonly Waiting[];
		readonly letters: readonly LetterLine[];
		readonly origin: string;
	},
): Letter {
	const minutes = waiting.reduce((sum, each) => sum + each.minutes, 0);
	const count = waiting.length;
	const told = waiting.flatMap(
		({ title, inMail, linkInMail, href, minutes: each }) =>
			inMail === undefined
				? []
				: [
						{
							text: inMail === true ? title : inMail,
							note: t(
								"about {minutes, plural, one {one minute} other {# minutes}}",
								{ minutes: each },
							),
							url: `${origin}${linkInMail ?? href}`,
						},
					],
	);
	const untold = count - told.length;
	return {
		subject:
			count === 0
				? t("News from Baton")
				: t(
						"{count, plural, one {One thing waits} other {# things wait}} for you, about {minutes, plural, one {one minute} other {# minutes}}",
						{ count, minutes },
					),
		paragraphs: [
			t("Dear {name},", { name }),
			count === 0
				? t("nothing waits for you. This is what happened:")
				: t(
						"{count, plural, one {one thing waits} other {# things wait}} for you in Baton, about {minutes, plural, one {one minute} other {# minutes}} in all.",
						{ count, minutes },
					),
		],
		lines: [
			...told,
			...(untold === 0
				? []
				: [
						{
							text: t(
								"{count, plural, one {One more thing} other {# more things}}, for you alone",
								{ count: untold },
							),
							url: `${origin}/`,
						},
					]),
			...letters,
		],
		button: { label: t("Open Today"), url: `${origin}/` },
		foot: t("Your digest from Baton, your organisation’s mentoring platform"),
	};
}
