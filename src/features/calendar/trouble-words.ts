import { t } from "../../ui/text.ts";

/** What went wrong with a calendar's address, and what helps. */
export function troubleWords(trouble: string): string {
	switch (trouble) {
		case "not-allowed":
			return t(
				"This address leads to a network that Baton does not read from. Use one that is reachable from the internet.",
			);
		case "unknown-host":
			return t(
				"No server has this name. Look whether the address is complete, and enter it again.",
			);
		case "insecure-redirect":
		case "too-many-redirects":
			return t(
				"The server sends Baton from one address to the next. Enter the last one, as your browser shows it.",
			);
		case "needs-sign-in":
			return t(
				"The server asks for a sign-in. Publish the calendar, or use its secret address.",
			);
		case "not-found":
			return t(
				"Nothing is published there any more. Publish the calendar again and enter its new address.",
			);
		case "too-large":
		case "too-much":
			return t(
				"This calendar is too large. Publish one without its past, or only free and busy times.",
			);
		case "not-a-calendar":
			return t(
				"What is there is no calendar. Use the address that ends with .ics, rather than the page for people.",
			);
		case "too-slow":
			return t(
				"The server took too long to answer. Baton tries again by itself.",
			);
		default:
			return t(
				"The server could not be read. Baton tries again by itself; if that does not help, enter the address again.",
			);
	}
}
