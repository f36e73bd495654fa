import { t } from "../../ui/text.ts";

/** How somebody signed in. */
export function methodName(method: string): string {
	switch (method) {
		case "password":
			return t("by password");
		case "link":
			return t("by link");
		case "passkey":
			return t("by passkey");
		case "single-sign-on":
			return t("by single sign-on");
		case "set-up":
			return t("when Baton was set up");
		default:
			return t("in the demonstration");
	}
}
