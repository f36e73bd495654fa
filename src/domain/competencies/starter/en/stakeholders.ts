import type { ClusterText } from "../cluster-text.ts";

export const stakeholders = {
	key: "stakeholders",
	name: "Stakeholders and clients",
	competencies: {
		"partnering-with-clients": {
			name: "Partnering with clients",
			definition:
				"Understands what clients are trying to achieve and earns the standing to advise them.",
			anchors: [
				"Keeps promises to clients and tells them early when something goes wrong.",
				"Describes a client's business, pressures and measures of success in the client's own terms.",
				"Advises a client against a purchase that would not help, and keeps the relationship through a dispute.",
				"Connects several areas to serve one client, and is called by the client's leaders before a decision is made.",
				"Builds relationships at the highest level that survive changes of people on both sides and open new fields of work.",
			],
		},
		negotiating: {
			name: "Negotiating",
			definition:
				"Reaches agreements that hold, by understanding interests, preparing alternatives and keeping trust.",
			anchors: [
				"Prepares own aims, limits and alternatives before a negotiation.",
				"Asks about the interests behind a demand and offers more than one way to meet them.",
				"Settles contracts with several open points at once, and leaves the other side willing to return.",
				"Leads negotiations among several parties, with different teams at the table, under pressure of time.",
				"Reaches agreements that change the position of the enterprise, with partners who began as opponents.",
			],
		},
		"speaking-for-the-organisation": {
			name: "Speaking for the organisation",
			definition:
				"Represents the organisation clearly and truthfully to those outside and inside it.",
			anchors: [
				"Presents own work so that a listener from another field can follow.",
				"Explains an unwelcome decision to those affected in person, and answers questions directly.",
				"Speaks for the own area before large or critical audiences, and says plainly what is not known.",
				"Represents several areas to authorities, communities or the press when opinions differ.",
				"Gives the enterprise a voice that is trusted in good and bad times, and puts right in public what was wrong.",
			],
		},
		"working-with-boards": {
			name: "Working with boards and owners",
			definition:
				"Gives those who oversee the organisation what they need to decide, and uses their advice.",
			anchors: [
				"Knows who oversees the organisation and what they may decide.",
				"Writes short papers for senior bodies with a clear question, options and a recommendation.",
				"Answers critical questions from a senior body calmly and with evidence, and follows up on every promise.",
				"Raises uncomfortable matters with the board early, before being asked.",
				"Builds a relationship with board and owners in which disagreement is open, duties are clear and surprises are rare.",
			],
		},
	},
} as const satisfies ClusterText;
