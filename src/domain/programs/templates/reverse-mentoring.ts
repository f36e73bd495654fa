import { gradesBetween, type ProgramTemplate } from "../template.ts";

/**
 * The mentor is the junior here: the one who teaches. The junior sets the
 * agenda, both sides have learning goals, and the policy that goes with the
 * template keeps reporting lines apart in either direction.
 */
export const reverseMentoring: ProgramTemplate = {
	key: "reverse-mentoring",
	frame: {
		formats: ["reverse", "one-to-one"],
		cadence: "six-weeks",
		sessionMinutes: 45,
		lengthMonths: 9,
		evaluationMonths: [1, 5, 9],
	},
	mentorCapacity: 1,
	menteeNeed: 1,
	agendaBy: "mentor",
	learningGoalsFor: ["mentor", "mentee"],
	eligibility: (scale) => ({
		mentor: {
			all: [
				...gradesBetween(scale, 0, 0.45),
				{ fact: "tenure years", is: "at-least", value: 1 },
			],
		},
		mentee: { all: [...gradesBetween(scale, 0.7, 1)] },
	}),
	text: {
		en: {
			name: "Reverse mentoring",
			summary:
				"A junior colleague teaches a senior leader, sets the agenda and learns in return.",
			purpose:
				"To let senior leaders learn from people who meet clients, technology and daily work more closely than they do, and to let those people be heard where decisions are made. The junior colleague is the mentor. Nothing said here reaches a performance file.",
			enterpriseGoals: [
				"Senior decisions draw on what younger and less heard colleagues know.",
				"Leaders judge new technology from experience rather than from hearsay.",
				"Talented people become known beyond their reporting line.",
			],
			businessChallenges: [
				"Technology changes the work faster than leadership's picture of it.",
				"Able younger colleagues leave because they see no way to be heard.",
			],
			schedulingNorms: [
				"The junior side proposes dates and the agenda; the senior side makes room.",
				"Meetings take place where the junior side feels at ease, on the same level.",
				"The senior side does not cancel twice in a row.",
			],
			mentor: {
				name: "Reverse mentor",
				expectations: [
					"Sets the agenda and says plainly what is seen from below.",
					"Brings examples, tools or places to look at together.",
					"Has a learning goal of their own and says what would help.",
					"Can end the relationship at any time, without giving an account.",
				],
			},
			mentee: {
				name: "Senior learner",
				expectations: [
					"Comes to learn: asks, tries things out and does not defend.",
					"Names a learning goal and reports what changed because of it.",
					"Opens doors where asked, and promises nothing that cannot be kept.",
					"Never uses what is said here in an assessment, nor asks for the names of others.",
				],
			},
		},
		de: {
			name: "Reverse Mentoring",
			summary:
				"Jüngere lehren die oberste Führung, bestimmen die Tagesordnung und lernen ihrerseits.",
			purpose:
				"Die oberste Führung lernt von Menschen, die Kundschaft, Technik und Alltag näher sind als sie, und diese Menschen werden dort gehört, wo entschieden wird. Die jüngere Seite ist hier Mentorin oder Mentor. Nichts davon gelangt in eine Leistungsakte.",
			enterpriseGoals: [
				"Entscheidungen der obersten Führung stützen sich auf das Wissen Jüngerer und weniger Gehörter.",
				"Führungskräfte beurteilen neue Technik aus Erfahrung statt vom Hörensagen.",
				"Begabte Menschen werden über ihre Berichtslinie hinaus bekannt.",
			],
			businessChallenges: [
				"Die Technik verändert die Arbeit schneller als das Bild, das die Führung von ihr hat.",
				"Fähige jüngere Menschen gehen, weil sie keinen Weg sehen, gehört zu werden.",
			],
			schedulingNorms: [
				"Die jüngere Seite schlägt Termine und Tagesordnung vor; die andere schafft Raum.",
				"Treffen finden dort statt, wo die jüngere Seite sich wohlfühlt, auf Augenhöhe.",
				"Die höhergestellte Seite sagt nicht zweimal nacheinander ab.",
			],
			mentor: {
				name: "Reverse-Mentorin oder Reverse-Mentor",
				expectations: [
					"Bestimmt die Tagesordnung und sagt offen, wie es von unten aussieht.",
					"Bringt Beispiele, Werkzeuge oder Orte mit, die gemeinsam betrachtet werden.",
					"Hat ein eigenes Lernziel und sagt, was dabei helfen würde.",
					"Kann die Beziehung jederzeit beenden, ohne Rechenschaft abzulegen.",
				],
			},
			mentee: {
				name: "Lernende Führungskraft",
				expectations: [
					"Kommt, um zu lernen: fragt, probiert aus und rechtfertigt sich nicht.",
					"Nennt ein Lernziel und berichtet, was sich dadurch geändert hat.",
					"Öffnet Türen, wenn darum gebeten wird, und verspricht nichts, was nicht zu halten ist.",
					"Verwendet nichts davon in einer Beurteilung und fragt nicht nach Namen anderer.",
				],
			},
		},
	},
};
