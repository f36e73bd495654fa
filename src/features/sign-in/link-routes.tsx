import { actAs } from "../../platform/database/database.ts";
import { anyone } from "../../platform/http/guard.ts";
import { Invalid } from "../../platform/http/refusal.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import { done, redirect, show, type Visit } from "../../platform/http/visit.ts";
import type { FormState } from "../../ui/form.tsx";
import { t } from "../../ui/text.ts";
import { countAttempt, linkLimit, networkLimit, tooMany } from "./attempts.ts";
import { signIn, useLink } from "./commands.ts";
import { signedInWith } from "./cookie.ts";
import { LinkForm, MagicLinkForm } from "./forms.ts";
import type { IdentityProvider } from "../../platform/identity-provider/identity-provider.ts";
import { type RequestedLink, requestLink } from "./link-request.ts";
import { passwordTurns } from "./password.ts";
import { findLink } from "./queries.ts";
import { tokenHash } from "./token.ts";
import { LinkPage, UsedLinkPage } from "./views/link.tsx";
import { LinkRequestPage, LinkSentPage } from "./views/sign-in.tsx";

/** Signing in by a link: an invitation, a magic link where mail is set up, a reset. */
export function linkRoutes(
	canMail: boolean,
	provider: IdentityProvider | undefined,
): Route[] {
	const linkPage = (visit: Visit<"/link/:token">, state?: FormState) =>
		openLink(
			visit,
			visit.frame.isDemonstration ? undefined : provider?.label,
			state,
		);
	return [
		...(canMail ? mailedLinkRoutes : []),
		page("/link/:token", {
			allow: anyone,
			what: "Open an invitation, magic or reset link (shows, does not use it up)",
			show: (visit) => linkPage(visit),
		}),
		action("/link/:token", {
			allow: anyone,
			what: "Use a link up: choose a password where asked, and be signed in",
			inTurn: passwordTurns,
			form: LinkForm,
			act: async (visit, { password }) => {
				if (!(await countAttempt(visit, linkLimit, visit.params.token)))
					throw new Invalid({}, tooMany(linkLimit));
				await actAs(visit.tx, { kind: "process", process: "sign-in" });
				const link = await findLink(visit.db, tokenHash(visit.params.token));
				if (
					link !== undefined &&
					link.purpose !== "magic-link" &&
					password === undefined
				)
					throw new Invalid({ password: t("Choose a password.") });
				const person = await useLink(visit.tx, visit.params.token, password);
				const token = await signIn(visit.tx, person, {
					method: "link",
					device: visit.device,
				});
				return redirect("/", done(t("You are signed in.")), [
					signedInWith(visit, token),
				]);
			},
			again: (visit, state) => linkPage(visit, state),
		}),
	];
}

/** By mail: a link that signs in, or one that lets a forgotten password be replaced. */
const mailedLinkRoutes: readonly Route[] = [
	...requestRoutes("/sign-in/link", "magic-link", {
		ask: "Ask for a link that signs in",
		send: "Have a sign-in link sent by mail",
	}),
	...requestRoutes("/sign-in/password", "password-reset", {
		ask: "Ask for a link to choose a new password",
		send: "Have a link to choose a new password sent by mail",
	}),
	page("/sign-in/link-sent", {
		allow: anyone,
		what: "The same answer for known and unknown addresses",
		show: (visit) => show(<LinkSentPage frame={visit.frame} />),
	}),
];

function requestRoutes(
	path: string,
	purpose: RequestedLink,
	what: { readonly ask: string; readonly send: string },
): Route[] {
	const requestPage = (visit: Visit, state?: FormState) =>
		show(
			<LinkRequestPage
				frame={visit.frame}
				action={path}
				purpose={purpose}
				state={state}
			/>,
		);
	return [
		page(path, {
			allow: anyone,
			what: what.ask,
			show: (visit) => requestPage(visit),
		}),
		action(path, {
			allow: anyone,
			what: what.send,
			form: MagicLinkForm,
			act: async (visit, { email }) => {
				const isWithinLimits =
					(await countAttempt(visit, linkLimit, email.toLowerCase())) &&
					(await countAttempt(visit, networkLimit, visit.network));
				if (!isWithinLimits) throw new Invalid({}, tooMany(linkLimit));
				await requestLink(visit.tx, email, purpose);
				return redirect("/sign-in/link-sent");
			},
			again: requestPage,
		}),
	];
}

async function openLink(
	visit: Visit<"/link/:token">,
	provider: string | undefined,
	state: FormState | undefined,
) {
	await actAs(visit.db, { kind: "process", process: "sign-in" });
	const { token } = visit.params;
	const link = await findLink(visit.db, tokenHash(token));
	if (link === undefined)
		return show(<UsedLinkPage frame={visit.frame} />, 410);
	return show(
		<LinkPage
			frame={visit.frame}
			token={token}
			purpose={link.purpose}
			firstName={link.first_name}
			provider={provider}
			state={state}
		/>,
	);
}
