import { z } from "zod";
import { actAs } from "../../platform/database/database.ts";
import { anyone, signedIn } from "../../platform/http/guard.ts";
import { Invalid } from "../../platform/http/refusal.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import {
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../platform/http/visit.ts";
import type { FormState } from "../../ui/form.tsx";
import { t } from "../../ui/text.ts";
import {
	accountLimit,
	countAttempt,
	giveBackAttempt,
	networkLimit,
	passwordLimit,
	tooMany,
} from "./attempts.ts";
import { signIn, signOut } from "./commands.ts";
import { signedInWith, signedOut } from "./cookie.ts";
import { SignInForm, safePath } from "./forms.ts";
import { ownSignInsPage } from "./own-sign-ins-page.tsx";
import { passkeyRoutes } from "./passkeys/routes.tsx";
import type { IdentityProvider } from "../../platform/identity-provider/identity-provider.ts";
import { isPassword, passwordTurns } from "./password.ts";
import { findAccount, isSetUp } from "./queries.ts";
import { type CastMember, SignInPage } from "./views/sign-in.tsx";

export type SignInOptions = {
	readonly canMail: boolean;
	/** undefined: no single sign-on is set up. */
	readonly provider: IdentityProvider | undefined;
	/** Whom the sign-in page offers, one click each; empty outside the demonstration. */
	readonly cast: (visit: Visit) => Promise<readonly CastMember[]>;
};

export function signInRoutes({
	canMail,
	provider,
	cast,
}: SignInOptions): Route[] {
	const signInPage = async (visit: Visit, state?: FormState) =>
		show(
			<SignInPage
				frame={visit.frame}
				state={state}
				next={nextOf(visit, state)}
				canMail={canMail}
				provider={visit.frame.isDemonstration ? undefined : provider?.label}
				isSignedOut={visit.query.has("signed-out")}
				cast={await cast(visit)}
			/>,
		);
	return [
		page("/sign-in", {
			allow: anyone,
			what: "Sign in",
			show: async (visit) =>
				visit.visitor !== null
					? redirect(nextOf(visit))
					: !(await isSetUp(visit.db))
						? redirect("/welcome")
						: signInPage(visit),
		}),
		action("/sign-in", {
			allow: anyone,
			what: "Sign in with a password",
			inTurn: passwordTurns,
			form: SignInForm,
			act: async (visit, { email, password, next }) => {
				const counted = limitsOn(visit, email);
				for (const [limit, subject] of counted)
					if (!(await countAttempt(visit, limit, subject)))
						throw new Invalid({}, tooMany(limit));
				await actAs(visit.tx, { kind: "process", process: "sign-in" });
				const account = await findAccount(visit.db, email);
				const isRight = await isPassword(password, account?.hash ?? undefined);
				if (!isRight || account === undefined)
					throw new Invalid(
						{},
						t(
							"This address and password do not belong together. Check both, or ask for a new link.",
						),
					);
				for (const [limit, subject] of counted)
					await giveBackAttempt(visit, limit, subject);
				const token = await signIn(visit.tx, account.id, {
					method: "password",
					device: visit.device,
				});
				return redirect(safePath(next), undefined, [
					signedInWith(visit, token),
				]);
			},
			again: signInPage,
		}),
		...passkeyRoutes({
			signInPage,
			ownSignInsPage: ownSignInsPage(provider),
		}),
		action("/sign-out", {
			allow: signedIn,
			what: "Sign out of this browser",
			form: z.object({}),
			act: async (visit) => {
				const method =
					visit.signIn === null
						? undefined
						: await signOut(visit.tx, visitorOf(visit).id, visit.signIn);
				return redirect(
					method === "single-sign-on" ? "/sign-in?signed-out" : "/sign-in",
					undefined,
					[signedOut(visit)],
				);
			},
		}),
	];
}

function limitsOn(visit: Visit, email: string) {
	const account = email.toLowerCase();
	return [
		[passwordLimit, `${account}\n${visit.network}`],
		[accountLimit, account],
		[networkLimit, visit.network],
	] as const;
}

/** Where to go after signing in: as the address says, or the form that came back. */
function nextOf(visit: Visit, state?: FormState): string {
	const typed = state?.values["next"];
	return safePath(
		typeof typed === "string" ? typed : (visit.query.get("next") ?? undefined),
	);
}
