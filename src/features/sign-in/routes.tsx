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
	countAttempt,
	networkLimit,
	passwordLimit,
	tooMany,
} from "./attempts.ts";
import { signIn, signOut } from "./commands.ts";
import { signedInWith, signedOut } from "./cookie.ts";
import { SignInForm, safePath } from "./forms.ts";
import { isPassword } from "./password.ts";
import { findAccount, isSetUp } from "./queries.ts";
import { type CastMember, SignInPage } from "./views/sign-in.tsx";

export type SignInOptions = {
	readonly canMail: boolean;
	/** Whom the sign-in page offers, one click each; empty outside the demonstration. */
	readonly cast: (visit: Visit) => Promise<readonly CastMember[]>;
};

export function signInRoutes({ canMail, cast }: SignInOptions): Route[] {
	const signInPage = async (visit: Visit, state?: FormState) =>
		show(
			<SignInPage
				frame={visit.frame}
				state={state}
				next={safePath(visit.query.get("next") ?? undefined)}
				canMail={canMail}
				cast={await cast(visit)}
			/>,
		);
	return [
		page("/sign-in", {
			allow: anyone,
			what: "Sign in",
			show: async (visit) =>
				visit.visitor !== null
					? redirect("/")
					: !(await isSetUp(visit.db))
						? redirect("/welcome")
						: signInPage(visit),
		}),
		action("/sign-in", {
			allow: anyone,
			what: "Sign in with a password",
			form: SignInForm,
			act: async (visit, { email, password, next }) => {
				const isWithinLimits =
					(await countAttempt(visit, passwordLimit, email.toLowerCase())) &&
					(await countAttempt(visit, networkLimit, visit.network));
				if (!isWithinLimits) throw new Invalid({}, tooMany());
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
		action("/sign-out", {
			allow: signedIn,
			what: "Sign out of this browser",
			form: z.object({}),
			act: async (visit) => {
				if (visit.signIn !== null)
					await signOut(visit.tx, visitorOf(visit).id, visit.signIn);
				return redirect("/sign-in", undefined, [signedOut(visit)]);
			},
		}),
	];
}
