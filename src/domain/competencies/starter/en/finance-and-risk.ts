import type { ClusterText } from "../cluster-text.ts";

export const financeAndRisk = {
	key: "finance-and-risk",
	name: "Enterprise finance and risk",
	competencies: {
		"reading-the-business-in-numbers": {
			name: "Reading the business in numbers",
			definition:
				"Understands how the organisation earns, spends and ties up money, and sees it in the figures.",
			anchors: [
				"Explains the budget of the own area and the main reasons for differences from plan.",
				"Estimates what a proposal does to revenue, cost and cash before putting it forward.",
				"Runs an area on a few telling figures, and questions a figure that looks too good.",
				"Compares areas on a like-for-like basis, and finds where money is truly made and lost.",
				"Explains the financial position of the enterprise to owners and staff so that both understand the choices ahead.",
			],
		},
		"allocating-capital": {
			name: "Allocating capital",
			definition:
				"Puts scarce money where it does most good over time, and takes it back when it does not.",
			anchors: [
				"Prepares a request for funds with purpose, cost and expected benefit.",
				"Compares several uses of the same money, including doing nothing.",
				"Decides on investments in the own area by stages, and stops one whose reasons no longer hold.",
				"Moves funds between areas during the year as facts change, and carries the argument with those who lose.",
				"Sets how the enterprise weighs today's result against investment over many years, and keeps to it in hard times.",
			],
		},
		"carrying-risk": {
			name: "Seeing and carrying risk",
			definition:
				"Recognises what could go badly wrong, decides which risks to take and prepares for the rest.",
			anchors: [
				"Reports hazards and near misses, and keeps to agreed safeguards.",
				"Lists the main risks of a project with likelihood, effect and who watches over them.",
				"Chooses consciously which risks to accept, and rehearses what to do if one of them occurs.",
				"Sees how risks in different areas could strengthen one another, and sets limits before they are reached.",
				"Decides with the board how much risk the enterprise may carry, and stops a profitable activity that goes beyond it.",
			],
		},
		"acting-with-integrity": {
			name: "Acting with integrity",
			definition:
				"Does what is right when it is costly, and makes it easier for others to do so.",
			anchors: [
				"Keeps to rules and promises, and admits own mistakes without being asked.",
				"Names a conflict of interest, own or of others, and steps back from the decision.",
				"Turns down business or results that were gained in the wrong way, and explains why to the team.",
				"Protects people who raise concerns, and follows a concern up even when it points to someone powerful.",
				"Sets a standard that holds in every country of operation, and bears a loss for it visibly.",
			],
		},
	},
} as const satisfies ClusterText;
