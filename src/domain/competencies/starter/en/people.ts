import type { ClusterText } from "../cluster-text.ts";

export const people = {
	key: "people",
	name: "People and succession",
	competencies: {
		"developing-successors": {
			name: "Developing successors",
			definition:
				"Prepares others to take over important work, in good time and with real responsibility.",
			anchors: [
				"Shares knowledge when asked and documents the own work so that a colleague can stand in.",
				"Hands over a whole task including the decisions in it, and stays available for questions.",
				"Has at least one person who could take over within a year, and gives that person visible, difficult work.",
				"Lets strong people move to other areas, and asks leaders of those areas to do the same in return.",
				"Keeps each key position covered by more than one credible candidate, from more than one background, years ahead.",
			],
		},
		"listening-and-coaching": {
			name: "Listening and coaching",
			definition:
				"Helps others think better by listening closely, asking well and giving clear feedback.",
			anchors: [
				"Gives full attention in a conversation and sums up what the other person said.",
				"Asks open questions before offering advice, and gives feedback tied to a specific situation.",
				"Holds regular conversations about growth, and adapts the way of supporting to the person.",
				"Brings people through a demanding change of responsibility, and is sought out for advice from beyond the own area.",
				"Raises a generation of leaders who coach in turn, and asks openly for feedback on the own conduct.",
			],
		},
		"building-senior-teams": {
			name: "Building senior teams",
			definition:
				"Puts together leaders who complement one another and makes them work as one team.",
			anchors: [
				"Knows the strengths of the colleagues in the team and draws on them.",
				"Clarifies who decides what, and takes up tensions in the team before they harden.",
				"Selects for what the team lacks rather than for likeness, and parts fairly with those who do not fit the task.",
				"Turns leaders with competing interests into a team with shared results, and lets them settle most matters without help.",
				"Shapes a leadership body whose members speak with one voice outside because they disagree openly inside.",
			],
		},
		"working-across-differences": {
			name: "Working across differences",
			definition:
				"Works well with people of other backgrounds, generations, places and professions, and widens who gets a chance.",
			anchors: [
				"Asks about customs and expectations that are unfamiliar rather than assuming them.",
				"Adjusts meetings, language and timing so that colleagues elsewhere can take a full part.",
				"Notices who is not heard or not considered, and changes the procedure rather than asking the person to adapt.",
				"Examines how work, visibility and promotion are given out in several areas, and corrects unequal access.",
				"Makes fair access a matter of figures and consequences across the enterprise, and answers for the results in public.",
			],
		},
	},
} as const satisfies ClusterText;
