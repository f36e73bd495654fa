import type { ClusterText } from "../cluster-text.ts";

export const judgement = {
	key: "judgement",
	name: "Judgement under uncertainty",
	competencies: {
		"framing-the-problem": {
			name: "Framing the problem",
			definition:
				"Works out what the question is before looking for the answer.",
			anchors: [
				"Separates facts from opinions when describing a problem.",
				"Restates a problem in at least two ways and asks those concerned which one fits.",
				"Finds the few causes that matter in a tangled situation and leaves the rest aside, with reasons.",
				"Shows a group of leaders that they are solving different problems, and brings them to one question.",
				"Changes how the enterprise sees a long-standing issue, so that answers nobody had considered become possible.",
			],
		},
		"deciding-on-incomplete-facts": {
			name: "Deciding on incomplete facts",
			definition:
				"Decides at the right moment, knowing what is unknown and what it would take to change course.",
			anchors: [
				"Says what is known, what is assumed and what is missing before proposing a decision.",
				"Makes reversible decisions quickly and asks for advice on those that cannot be undone.",
				"States, along with a decision, how certain it is and which event would lead to another choice.",
				"Guides others through decisions in which experts disagree, and keeps to the agreed moment of decision.",
				"Takes the enterprise through decisions of great consequence with little precedent, and keeps a written account of the reasons.",
			],
		},
		"inviting-dissent": {
			name: "Inviting dissent",
			definition:
				"Makes it safe and usual to contradict, and changes position when the argument is better.",
			anchors: [
				"Listens to a contrary view to the end and repeats it fairly before answering.",
				"Asks quieter colleagues for their view before giving the own.",
				"Thanks people publicly for objections and shows what changed because of them.",
				"Arranges for important proposals to be examined by someone with the task of finding the flaw.",
				"Builds senior bodies in which bad news travels upward fast and no one has suffered for bringing it.",
			],
		},
		"learning-from-outcomes": {
			name: "Learning from outcomes",
			definition:
				"Looks back at decisions honestly, tells luck from skill, and makes the lesson usable by others.",
			anchors: [
				"Names one thing to do differently after a completed task.",
				"Holds a short review after successes as well as failures, and writes down what to keep.",
				"Compares results with what was expected at the time, and speaks openly about own misjudgements.",
				"Spreads lessons between areas so that the same mistake does not occur twice in different places.",
				"Makes review of major decisions a habit of the enterprise, including decisions taken at the very top.",
			],
		},
	},
} as const satisfies ClusterText;
