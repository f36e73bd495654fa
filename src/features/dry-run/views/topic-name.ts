import type { MailTopic } from "../../../domain/mail/topic.ts";
import { t } from "../../../ui/text.ts";

/** Short, for the end of a line. */
export function topicName(topic: MailTopic): string {
	switch (topic) {
		case "account":
			return t("Account");
		case "requests":
			return t("Requests");
		case "reminders":
			return t("Reminders");
		case "sessions":
			return t("Sessions");
		case "news":
			return t("News");
		case "digest":
			return t("Digests");
	}
}
