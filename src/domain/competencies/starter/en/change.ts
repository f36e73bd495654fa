import type { ClusterText } from "../cluster-text.ts";

export const change = {
	key: "change",
	name: "Change and technology",
	competencies: {
		"leading-change": {
			name: "Leading change",
			definition:
				"Brings people through change with clear reasons, real participation and lasting results.",
			anchors: [
				"Takes part in changes constructively, and says what makes them hard.",
				"Explains to those affected why something changes, what remains and what is still open.",
				"Involves those who do the work in planning a change, and measures whether it has taken hold a year later.",
				"Leads a change across several areas, keeping daily work reliable and treating those who lose by it fairly.",
				"Renews the way the enterprise works in depth, paces it to what people can bear, and hands it on in good order.",
			],
		},
		"judging-technology": {
			name: "Judging technology",
			definition:
				"Understands what a technology can and cannot do for the business, and what it does to people.",
			anchors: [
				"Uses the tools of the own field with confidence, and tries out new ones.",
				"Explains in plain words what a new technology would change in the own work, and what it needs in return.",
				"Decides on a technology by a trial with a stated aim, and weighs cost, dependence and effect on jobs.",
				"Brings technical and business leaders to joint decisions, and ends a technical project that serves no need.",
				"Positions the enterprise toward technologies that change its business, and answers for their responsible use.",
			],
		},
		"leading-through-crisis": {
			name: "Leading through crisis",
			definition:
				"Keeps people safe, informed and able to act when events overtake plans.",
			anchors: [
				"Stays calm under pressure, and does first what is most urgent for safety.",
				"Keeps a short list of facts and next steps in a crisis, and informs those concerned at set times.",
				"Leads the own area through an incident with clear duties, and protects the team from exhaustion.",
				"Coordinates several areas and outside bodies in a crisis, decides fast, and corrects decisions openly.",
				"Leads the enterprise through an existential threat, keeps the trust of those affected, and rebuilds it stronger.",
			],
		},
		"making-operations-last": {
			name: "Making operations last",
			definition:
				"Runs today's operations so that people, communities and nature can bear them for the long term.",
			anchors: [
				"Knows the main effects of the own work on people and nature, and keeps to agreed limits.",
				"Proposes ways to use less material or energy, with figures.",
				"Includes lasting effects in plans and purchases of the own area, and reports them beside cost.",
				"Changes operations together with suppliers, clients and neighbours, including when it takes years to pay back.",
				"Aligns the enterprise with what can be sustained over decades, and has progress checked by outsiders.",
			],
		},
	},
} as const satisfies ClusterText;
