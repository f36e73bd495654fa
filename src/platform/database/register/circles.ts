import { t } from "../../../ui/text.ts";
import { register } from "./entry.ts";

/** Circles before they are relationships: who is asked, and what they said. */
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
});
