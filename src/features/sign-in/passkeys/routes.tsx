import { randomUUID } from "node:crypto";
import { z } from "zod";
import { asLocale, inLocale } from "../../../platform/locale/locale.ts";
import { post } from "../../../platform/mail/mail.ts";
import { anyone, signedIn } from "../../../platform/http/guard.ts";
import { Invalid } from "../../../platform/http/refusal.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	done,
	download,
	type Reply,
	redirect,
	type Visit,
	visitorOf,
	type Writing,
} from "../../../platform/http/visit.ts";
import type { FormState } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import {
	challengeLimit,
	countAttempt,
	giveBackAttempt,
	networkLimit,
	tooMany,
} from "../attempts.ts";
import { signIn } from "../commands.ts";
import { signedInWith } from "../cookie.ts";
import { requiredText, safePath } from "../forms.ts";
import { requireFresh } from "../freshness.ts";
import { addPasskey, optionsToAdd } from "./add.ts";
import { NewPasskeyAnswer, PasskeyAnswer } from "./answer.ts";
import { removePasskey, renamePasskey } from "./commands.ts";
import { optionsToSignIn, recognisePasskey } from "./recognise.ts";

const PasskeyName = requiredText(() =>
	t("Give the passkey a name to know it by."),
).max(80, { error: () => t("At most 80 characters.") });

export type PasskeyPages = {
	readonly signInPage: (visit: Visit, state?: FormState) => Promise<Reply>;
	readonly ownSignInsPage: (visit: Visit, state?: FormState) => Promise<Reply>;
};

/** Signing in by passkey, and one's own passkeys. */
export function passkeyRoutes(pages: PasskeyPages): Route[] {
	return [
		page("/sign-in/passkey/challenge", {
			allow: anyone,
			what: "What a device is to sign, for signing in by passkey",
			show: async (visit) => {
				await limitChallenges(visit);
				return json(await optionsToSignIn(visit));
			},
		}),
		action("/sign-in/passkey", {
			allow: anyone,
			what: "Sign in with a passkey",
			form: z.object({
				answer: PasskeyAnswer,
				next: z.string().optional(),
			}),
			act: async (visit, { answer, next }) => {
				if (!(await countAttempt(visit, networkLimit, visit.network)))
					throw new Invalid({}, tooMany(networkLimit));
				const person = await recognisePasskey(visit, answer);
				await giveBackAttempt(visit, networkLimit, visit.network);
				const token = await signIn(visit.tx, person, {
					method: "passkey",
					device: visit.device,
				});
				return redirect(safePath(next), undefined, [
					signedInWith(visit, token),
				]);
			},
			again: pages.signInPage,
		}),
		page("/me/passkeys/challenge", {
			allow: signedIn,
			what: "What a device is to sign, for a new passkey",
			show: async (visit) => {
				await limitChallenges(visit);
				return json(await optionsToAdd(visit));
			},
		}),
		action("/me/passkeys", {
			allow: signedIn,
			what: "Add a passkey of one's own",
			form: z.object({ name: PasskeyName, answer: NewPasskeyAnswer }),
			act: async (visit, { name, answer }) => {
				await requireFresh(visit);
				await addPasskey(visit, { name, answer });
				await tellOwner(visit, name);
				return redirect(
					"/me/sign-ins",
					done(t("{name} now signs you in.", { name })),
				);
			},
			again: pages.ownSignInsPage,
		}),
		action("/me/passkeys/:passkey/name", {
			allow: signedIn,
			what: "Rename a passkey of one's own",
			form: z.object({ name: PasskeyName }),
			act: async (visit, { name }) => {
				await renamePasskey(visit.tx, visit.params.passkey, name);
				return redirect("/me/sign-ins", done(t("The name is changed.")));
			},
			again: pages.ownSignInsPage,
		}),
		action("/me/passkeys/:passkey/remove", {
			allow: signedIn,
			what: "Remove a passkey of one's own",
			form: z.object({}),
			act: async (visit) => {
				const name = await removePasskey(visit.tx, visit.params.passkey);
				return redirect(
					"/me/sign-ins",
					done(
						t(
							"{name} signs you in no more. Your device may go on offering it until you delete it there too.",
							{ name },
						),
					),
				);
			},
		}),
	];
}

async function limitChallenges(visit: Visit): Promise<void> {
	const subject = visit.visitor?.id ?? visit.network;
	if (!(await countAttempt(visit, challengeLimit, subject)))
		throw new Invalid({}, tooMany(challengeLimit));
}

/** Whoever did not add it themselves must learn of it. */
async function tellOwner(visit: Writing, name: string): Promise<void> {
	const { id, locale } = visitorOf(visit);
	const letter = inLocale(asLocale(locale) ?? "en", () => ({
		subject: t("A new passkey signs you in"),
		paragraphs: [
			t(
				"The passkey “{name}” has just been added to your account. It signs you in without a password.",
				{ name },
			),
			t(
				"If that was not you, remove it now, sign out everywhere, and tell whoever runs Baton in your organisation.",
			),
		],
		button: {
			label: t("See how you sign in"),
			url: `${visit.origin}/me/sign-ins`,
		},
		foot: t("Baton, your organisation’s mentoring platform"),
	}));
	await post(visit.tx, {
		to: id,
		kind: "passkey-added",
		event: `passkey ${randomUUID()}`,
		letter,
	});
}

function json(value: unknown): Reply {
	return download("challenge.json", "application/json", JSON.stringify(value));
}
