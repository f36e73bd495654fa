import type { ClusterText } from "../cluster-text.ts";

export const direction = {
	key: "direction",
	name: "Direction",
	competencies: {
		"setting-direction": {
			name: "Setting direction",
			definition:
				"Chooses where the organisation should go and says plainly what it will not do.",
			anchors: [
				"Explains the strategy of the own area and links daily work to it when asked.",
				"Puts forward options for the own area, each with what it would cost and what would have to be given up.",
				"Sets a direction for the own area that others can repeat in their own words, and stops work that no longer serves it.",
				"Brings several areas to one shared direction, including leaders whose plans have to change because of it.",
				"Sets a direction for the enterprise that outlasts a change of leader, and says openly when the facts require a new one.",
			],
		},
		"thinking-for-the-whole": {
			name: "Thinking for the whole",
			definition:
				"Weighs what is good for the entire organisation above what is good for the own area.",
			anchors: [
				"Describes how the work of neighbouring areas depends on the own.",
				"Asks those affected elsewhere before settling a decision in the own area.",
				"Gives up people, money or credit when another area can make better use of them, and explains why to the own team.",
				"Finds and removes arrangements that reward one area for harming another.",
				"Leads top-level discussions so that each member argues for the whole, and shifts means between businesses accordingly.",
			],
		},
		"strategy-into-work": {
			name: "Turning strategy into work",
			definition:
				"Translates intentions into a few priorities, clear owners and a steady rhythm of follow-through.",
			anchors: [
				"Delivers agreed tasks on time and reports early when a date is at risk.",
				"Breaks a goal into steps with an owner and a date, and checks them at agreed times.",
				"Keeps the area on a handful of priorities for a whole year, and declines attractive work that would dilute them.",
				"Aligns several areas on shared milestones and settles conflicts over scarce people within days.",
				"Builds a way of planning and reviewing across the enterprise that shows drift early and leads to visible correction.",
			],
		},
		"renewing-the-business": {
			name: "Renewing the business",
			definition:
				"Builds what the organisation will live on tomorrow while running what it lives on today.",
			anchors: [
				"Notices changes among clients and competitors and brings them to the team.",
				"Tests an improvement to a product or service on a small scale and reports what was learned.",
				"Starts a new offer in the own area, protects it from daily pressure and ends it if the evidence is poor.",
				"Moves money and able people from a profitable but declining activity to a promising one, ahead of a crisis.",
				"Reshapes what the enterprise offers and to whom, with owners, staff and clients able to follow the reasons.",
			],
		},
	},
} as const satisfies ClusterText;
