import type { Way } from "../../domain/mail/sending.ts";
import type { MailTopic } from "../../domain/mail/topic.ts";
import { t } from "../../ui/text.ts";

export function topicName(topic: MailTopic): string {
	switch (topic) {
		case "account":
			return t("Your account and its safety");
		case "requests":
			return t("Requests to you");
		case "reminders":
			return t("Reminders");
		case "sessions":
			return t("Sessions");
		case "news":
			return t("News of your programs");
		case "digest":
			return t("The digest");
	}
}

export function topicDetail(topic: MailTopic): string {
	switch (topic) {
		case "account":
			return t(
				"Links to sign in, a new passkey, answers about your data. They always come, at once.",
			);
		case "requests":
			return t("Somebody is proposed to you, asks you, or offers you a place.");
		case "reminders":
			return t(
				"Something still waits for you: twice at most for the same thing.",
			);
		case "sessions":
			return t(
				"Invitations, changes and cancellations for your calendar. They come at once, also in quiet hours, so that both calendars agree.",
			);
		case "news":
			return t("You have a place, a relationship begins, something changed.");
		case "digest":
			return t("What waits for you, in one mail.");
	}
}

export function wayName(way: Way): string {
	switch (way) {
		case "mail":
			return t("By mail");
		case "digest":
			return t("With the digest");
		case "never":
			return t("Not by mail");
	}
}

/** 1 is Monday. */
export function weekdayName(weekday: number, locale: string): string {
	// 2024 began on a Monday.
	return new Intl.DateTimeFormat(locale, {
		weekday: "long",
		timeZone: "UTC",
	}).format(new Date(Date.UTC(2024, 0, weekday)));
}

export function hourName(hour: number): string {
	return `${String(hour).padStart(2, "0")}:00`;
}
