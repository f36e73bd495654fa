import { t } from "../../../ui/text.ts";
import { register } from "./entry.ts";

/** Curricula, and how far somebody is in them. */
export const learning = register({
	curriculum: {
		purpose: "house",
		retention: "house",
		whose: [],
		erasure: "nobody",
		columns: {
			id: "house",
			title: "house",
			summary: "house",
			locale: "house",
			created_by: "trace",
			created_at: "house",
			changed_at: "house",
			published_at: "house",
			retired_at: "house",
		},
	},
	learning_step: {
		purpose: "house",
		retention: "house",
		whose: [],
		erasure: "nobody",
		columns: {
			id: "house",
			curriculum_id: "house",
			position: "house",
			kind: "house",
			title: "house",
			body: "house",
			minutes: "house",
			video: "house",
			question: "house",
			competency_id: "house",
			level: "house",
			removed_at: "house",
		},
	},
	program_curriculum: {
		purpose: "house",
		retention: "house",
		whose: [],
		erasure: "nobody",
		columns: {
			program_id: "house",
			curriculum_id: "house",
			side: "house",
			added_by: "trace",
			added_at: "house",
		},
	},
	learning: {
		title: () => t("What you chose to learn"),
		purpose: "learning",
		retention: "person",
		whose: ["person_id"],
		erasure: "delete",
		columns: {
			person_id: "sensitive",
			curriculum_id: "sensitive",
			taken_at: "sensitive",
			set_aside_at: "sensitive",
		},
	},
	learning_done: {
		title: () => t("Which learning steps you have done"),
		purpose: "learning",
		retention: "person",
		whose: ["person_id"],
		erasure: "delete",
		columns: {
			person_id: "sensitive",
			step_id: "sensitive",
			done_at: "sensitive",
		},
	},
	first_step_done: {
		title: () => t("Which first steps of a role you ticked off"),
		purpose: "learning",
		retention: "person",
		whose: ["person_id"],
		erasure: "delete",
		columns: {
			person_id: "sensitive",
			step: "sensitive",
			done_at: "sensitive",
		},
	},
});
