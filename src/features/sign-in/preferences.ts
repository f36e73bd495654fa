import { z } from "zod";
import { anyone } from "../../platform/http/guard.ts";
import { action, type Route } from "../../platform/http/route.ts";
import { type CookieChange, redirect } from "../../platform/http/visit.ts";
import { asLocale } from "../../platform/locale/locale.ts";
import { safePath } from "./forms.ts";

/** Language and appearance are the browser's; the language of a signed-in person is also the language of their mails. */
export const preferenceRoutes: readonly Route[] = [
	action("/preferences", {
		allow: anyone,
		what: "Choose language and light or dark",
		isJournalled: false,
		form: z.object({
			back: z.string().default("/"),
			locale: z.string().optional(),
			theme: z.enum(["light", "dark", "device"]).optional(),
		}),
		act: async (visit, { back, locale, theme }) => {
			const cookies: CookieChange[] = [];
			const chosen = asLocale(locale);
			if (chosen !== undefined) {
				cookies.push({ name: "baton-locale", value: chosen });
				if (visit.visitor !== null)
					await visit.tx
						.updateTable("person")
						.set({ locale: chosen })
						.where("id", "=", visit.visitor.id)
						.execute();
			}
			if (theme !== undefined)
				cookies.push({
					name: "baton-theme",
					value: theme === "device" ? null : theme,
				});
			return redirect(safePath(back), undefined, cookies);
		},
	}),
];
