import { t } from "../../../ui/text.ts";
import { register } from "./entry.ts";

/** When people can be asked to meet, and how calendars hear of it. */
export const calendar = register({
	working_hours: {
		title: () => t("Your working hours"),
		purpose: "relationship",
		retention: "person",
		whose: ["person_id"],
		erasure: "delete",
		columns: {
			person_id: "relationship",
			hours: "relationship",
			painted_at: "relationship",
		},
	},
	quiet_period: {
		title: () => t("Your quiet periods"),
		purpose: "relationship",
		retention: "person",
		whose: ["person_id"],
		erasure: "delete",
		columns: {
			id: "technical",
			person_id: "relationship",
			from_on: "relationship",
			until_on: "relationship",
		},
	},
	holiday: {
		purpose: "house",
		retention: "house",
		whose: [],
		erasure: "nobody",
		columns: { location: "house", day: "house", name: "house" },
	},
	calendar_address: {
		title: () => t("The address of your own calendar"),
		purpose: "relationship",
		retention: "person",
		whose: ["person_id"],
		erasure: "delete",
		columns: {
			person_id: "relationship",
			address: "relationship",
			host: "relationship",
			added_at: "relationship",
			checked_at: "technical",
			read_at: "technical",
			trouble: "technical",
		},
	},
	busy_time: {
		title: () => t("When you are busy, by your own calendar"),
		purpose: "relationship",
		retention: "person",
		whose: ["person_id"],
		erasure: "delete",
		columns: {
			person_id: "relationship",
			from_at: "relationship",
			until_at: "relationship",
		},
	},
	calendar_feed: {
		title: () => t("That your calendar program may read your sessions"),
		withheld: "proof",
		purpose: "relationship",
		retention: "person",
		whose: ["person_id"],
		erasure: "delete",
		columns: {
			person_id: "program",
			token_hash: "secret",
			made_at: "program",
		},
	},
	mail_calendar: {
		purpose: "mail",
		retention: "mail",
		whose: [],
		erasure: "nobody",
		columns: { mail_id: "technical", method: "technical", body: "technical" },
	},
	reply_tally: {
		purpose: "running",
		retention: "house",
		whose: [],
		erasure: "nobody",
		columns: { day: "technical", outcome: "technical", count: "technical" },
	},
});
