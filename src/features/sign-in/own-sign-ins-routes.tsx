import { z } from "zod";
import { signedIn } from "../../platform/http/guard.ts";
import { Invalid } from "../../platform/http/refusal.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import { done, redirect, visitorOf } from "../../platform/http/visit.ts";
import { t } from "../../ui/text.ts";
import { countAttempt, passwordLimit, tooMany } from "./attempts.ts";
import {
	changePassword,
	endSignIn,
	signOut,
	signOutEverywhere,
} from "./commands.ts";
import { signedOut } from "./cookie.ts";
import { ChangePasswordForm } from "./forms.ts";
import { requireFresh } from "./freshness.ts";
import type { IdentityProvider } from "../../platform/identity-provider/identity-provider.ts";
import { ownSignInsPage } from "./own-sign-ins-page.tsx";
import { isPassword, passwordTurns } from "./password.ts";

/** How and where one is signed in, and one's password. */
export function ownSignInsRoutes(
	provider: IdentityProvider | undefined,
): Route[] {
	const ownPage = ownSignInsPage(provider);
	return [
		page("/me/sign-ins", {
			allow: signedIn,
			what: "How and where one is signed in",
			show: (visit) => ownPage(visit),
		}),
		action("/me/sign-ins/:signIn/end", {
			allow: signedIn,
			what: "End one of one's own sign-ins",
			form: z.object({}),
			act: async (visit) => {
				const { device, hash } = await endSignIn(visit.tx, visit.params.signIn);
				if (visit.signIn?.equals(hash))
					return redirect("/sign-in", undefined, [signedOut(visit)]);
				return redirect(
					"/me/sign-ins",
					done(t("{device} is signed out.", { device })),
				);
			},
		}),
		action("/me/sign-ins/again", {
			allow: signedIn,
			what: "Sign in once more, before adding a way to sign in",
			form: z.object({}),
			act: async (visit) => {
				if (visit.signIn !== null)
					await signOut(visit.tx, visitorOf(visit).id, visit.signIn);
				return redirect("/sign-in?next=/me/sign-ins", undefined, [
					signedOut(visit),
				]);
			},
		}),
		action("/me/sign-ins/end-all", {
			allow: signedIn,
			what: "Sign out everywhere",
			form: z.object({}),
			act: async (visit) => {
				await signOutEverywhere(visit.tx, visitorOf(visit).id);
				return redirect("/sign-in", done(t("You are signed out everywhere.")), [
					signedOut(visit),
				]);
			},
		}),
		action("/me/password", {
			allow: signedIn,
			what: "Change one's own password",
			inTurn: passwordTurns,
			form: ChangePasswordForm,
			act: async (visit, { current, password }) => {
				const { id } = visitorOf(visit);
				if (!(await countAttempt(visit, passwordLimit, id)))
					throw new Invalid({}, tooMany(passwordLimit));
				const stored = await visit.db
					.selectFrom("password")
					.select("hash")
					.where("person_id", "=", id)
					.executeTakeFirst();
				if (stored === undefined) await requireFresh(visit);
				else if (!(await isPassword(current, stored.hash)))
					throw new Invalid({
						current: t("This is not your present password."),
					});
				await changePassword(visit.tx, id, { password, keep: visit.signIn });
				return redirect(
					"/me/sign-ins",
					done(t("Your password is changed. Other devices are signed out.")),
				);
			},
			again: ownPage,
		}),
	];
}
