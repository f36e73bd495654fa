import { z } from "zod";
import { t } from "../../ui/text.ts";
import { longestPassword, shortestPassword } from "./password.ts";

export const Email = z
	.string({ error: () => t("Enter an e-mail address.") })
	.trim()
	.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, {
		error: () => t("Enter an e-mail address, like name@company.com."),
	})
	.max(254, { error: () => t("This address is too long.") });

export const NewPassword = z
	.string({ error: () => t("Choose a password.") })
	.min(shortestPassword, {
		error: () =>
			t(
				"Choose a password of at least {length} characters. Four random words are a good one.",
				{ length: shortestPassword },
			),
	})
	.max(longestPassword, { error: () => t("This password is too long.") });

export function requiredText(message: () => string) {
	return z
		.string({ error: message })
		.trim()
		.min(1, { error: message })
		.max(200, { error: () => t("This is too long: at most 200 characters.") });
}

export const TimeZone = z.string().refine(isTimeZone, {
	error: () => t("Choose a time zone from the list."),
});

export const SetUpForm = z.object({
	organisation: requiredText(() => t("Enter the name of your organisation.")),
	"time-zone": TimeZone,
	locale: z.enum(["en", "de"]),
	"first-name": requiredText(() => t("Enter your first name.")),
	"last-name": requiredText(() => t("Enter your last name.")),
	email: Email,
	password: NewPassword,
	"runs-program": z.string().optional(),
});

export const SignInForm = z.object({
	email: Email,
	password: z.string().default(""),
	next: z.string().optional(),
});

export const MagicLinkForm = z.object({ email: Email });

export const LinkForm = z.object({
	password: z
		.union([z.literal("").transform(() => undefined), NewPassword])
		.optional(),
});

export const ChangePasswordForm = z.object({
	current: z.string().default(""),
	password: NewPassword,
});

/** Only a path of our own: a sign-in page must not send people elsewhere. */
export function safePath(path: string | undefined): string {
	return path !== undefined && /^\/(?![/\\])/.test(path) ? path : "/";
}

function isTimeZone(name: string): boolean {
	try {
		new Intl.DateTimeFormat("en", { timeZone: name });
		return true;
	} catch {
		return false;
	}
}
