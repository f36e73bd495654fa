import { t } from "../../../ui/text.ts";
import { register } from "./entry.ts";

/** What is asked before a relationship: into a circle, or when a mentor hands over; and what was said. */
export const circles = register({
	mentoring_circle: {
		purpose: "relationship",
		retention: "relationship",
		whose: [],
		erasure: "nobody",
		columns: {
			id: "technical",
			program_id: "program",
			relationship_id: "program",
			name: "program",
			theme: "program",
			unit: "program",
			every: "program",
			minutes: "program",
			started_by: "trace",
			started_at: "program",
			ended_at: "program",
		},
	},
	circle_seat: {
		title: () => t("Circles that asked for you, and what you said"),
		purpose: "relationship",
		retention: "relationship",
		whose: ["person_id"],
		erasure: "delete",
		columns: {
			circle_id: "technical",
			person_id: "program",
			program_id: "program",
			side: "program",
			answer: "program",
			asked_at: "program",
		},
	},
	hand_over: {
		title: () => t("Hand-overs that are open, and who is asked"),
		purpose: "relationship",
		retention: "relationship",
		whose: ["mentor_id", "mentee_id", "peer_id"],
		erasure: "delete",
		columns: {
			id: "technical",
			relationship_id: "program",
			program_id: "program",
			mentor_id: "program",
			mentee_id: "program",
			peer_id: "program",
			asked: "program",
			answer_by: "program",
			ends_by: "program",
			asked_at: "program",
		},
	},
});
