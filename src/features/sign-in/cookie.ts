import { signInCookie } from "../../platform/http/arrival.ts";
import type { CookieChange, Visit } from "../../platform/http/visit.ts";
import { type SignInMethod, signInDays } from "./commands.ts";

/** The cookie of a new sign-in, for the routes that make one. */
export function signedInWith(
	visit: Pick<Visit, "frame">,
	token: string,
	method: SignInMethod = "password",
): CookieChange {
	return {
		name: signInCookie(visit.frame.isDemonstration),
		value: token,
		seconds: signInDays(method) * 86_400,
	};
}

/** Takes the cookie away. */
export function signedOut(visit: Pick<Visit, "frame">): CookieChange {
	return { name: signInCookie(visit.frame.isDemonstration), value: null };
}
