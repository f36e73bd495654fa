import { z } from "zod";
import { signedIn } from "../../platform/http/guard.ts";
import { Invalid } from "../../platform/http/refusal.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../platform/http/visit.ts";
import type { FormState } from "../../ui/form.tsx";
import { t } from "../../ui/text.ts";
import { countAttempt, passwordLimit, tooMany } from "./attempts.ts";
import { changePassword, signOutEverywhere } from "./commands.ts";
import { signedOut } from "./cookie.ts";
import { ChangePasswordForm } from "./forms.ts";
import { isPassword } from "./password.ts";
import { ownSignIns } from "./queries.ts";
import { OwnSignInsPage } from "./views/own-sign-ins.tsx";

/** Where one is signed in, and one's password. */
export const ownSignInsRoutes: readonly Route[] = [
	page("/me/sign-ins", {
		allow: signedIn,
		what: "Where one is signed in",
		show: (visit) => ownSignInsPage(visit),
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
		form: ChangePasswordForm,
		act: async (visit, { current, password }) => {
			const { id } = visitorOf(visit);
			if (!(await countAttempt(visit, passwordLimit, id)))
				throw new Invalid({}, tooMany());
			const stored = await visit.db
				.selectFrom("password")
				.select("hash")
				.where("person_id", "=", id)
				.executeTakeFirst();
			if (stored !== undefined && !(await isPassword(current, stored.hash)))
				throw new Invalid({
					current: t("This is not your present password."),
				});
			await changePassword(visit.tx, id, { password, keep: visit.signIn });
			return redirect(
				"/me/sign-ins",
				done(t("Your password is changed. Other devices are signed out.")),
			);
		},
		again: (visit, state) => ownSignInsPage(visit, state),
	}),
];

async function ownSignInsPage(visit: Visit, state?: FormState) {
	const { id, timeZone } = visitorOf(visit);
	return show(
		<OwnSignInsPage
			frame={visit.frame}
			signIns={await ownSignIns(visit.db, id)}
			current={visit.signIn}
			timeZone={timeZone ?? "UTC"}
			state={state}
		/>,
	);
}
