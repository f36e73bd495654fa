import { gradesBetween, type ProgramTemplate } from "../template.ts";

export const firstTimeLeaders: ProgramTemplate = {
	key: "first-time-leaders",
	frame: {
		formats: ["one-to-one", "peer", "circle"],
		cadence: "two-weeks",
		sessionMinutes: 45,
		lengthMonths: 6,
		evaluationMonths: [1, 3, 6],
	},
	mentorCapacity: 2,
	menteeNeed: 1,
	agendaBy: "mentee",
	learningGoalsFor: ["mentee"],
	eligibility: (scale) => ({
		mentor: {
			all: [
				...gradesBetween(scale, 0.4, 0.75),
				{ fact: "tenure years", is: "at-least", value: 2 },
			],
		},
		mentee: { all: [...gradesBetween(scale, 0.1, 0.35)] },
	}),
	text: {
		en: {
			name: "First-time leaders",
			summary:
				"People who have just begun to lead others meet fortnightly with someone a few steps ahead.",
			purpose:
				"To help people through the first half-year of leading others, when habits form that last for decades. The mentor is close enough to remember the beginning, and far enough away to have no say in the mentee's assessment.",
			enterpriseGoals: [
				"New leaders keep their teams and their own health.",
				"Good leadership is learned early, and in every location alike.",
				"Experts who try leadership and find it is not theirs can return without loss of standing.",
			],
			businessChallenges: [
				"Most leaders took over their first team without any preparation.",
				"Teams with a new leader lose people in the first year more often than others.",
			],
			schedulingNorms: [
				"Every two weeks for three quarters of an hour, at a fixed time.",
				"A quick question between meetings is welcome; an answer may take two days.",
				"If a meeting is dropped, the next one stands.",
			],
			mentor: {
				name: "Mentor",
				expectations: [
					"Remembers the own beginning and speaks of mistakes.",
					"Listens to situations and asks before advising.",
					"Points to help when something is beyond mentoring.",
					"Says nothing to the mentee's manager.",
				],
			},
			mentee: {
				name: "New leader",
				expectations: [
					"Brings a real situation from the past two weeks.",
					"Tries one thing out before the next meeting and tells how it went.",
					"Says early when the pairing does not help.",
					"Keeps what is said confidential, above all about members of the own team.",
				],
			},
		},
		de: {
			name: "Erste Führung",
			summary:
				"Wer gerade begonnen hat, andere zu führen, trifft sich alle zwei Wochen mit jemandem, der ein paar Schritte voraus ist.",
			purpose:
				"Menschen durch das erste halbe Jahr des Führens begleiten, in dem Gewohnheiten entstehen, die Jahrzehnte halten. Die begleitende Person ist nah genug, um sich an den Anfang zu erinnern, und fern genug, um an keiner Beurteilung mitzuwirken.",
			enterpriseGoals: [
				"Neue Führungskräfte behalten ihr Team und ihre Gesundheit.",
				"Gute Führung wird früh gelernt, an allen Standorten gleichermaßen.",
				"Fachleute, denen Führung nicht liegt, können ohne Ansehensverlust zurückkehren.",
			],
			businessChallenges: [
				"Die meisten Führungskräfte haben ihr erstes Team ohne Vorbereitung übernommen.",
				"Teams mit neuer Leitung verlieren im ersten Jahr häufiger Menschen als andere.",
			],
			schedulingNorms: [
				"Alle zwei Wochen eine Dreiviertelstunde, zu fester Zeit.",
				"Eine kurze Frage zwischendurch ist willkommen; die Antwort darf zwei Tage dauern.",
				"Fällt ein Treffen aus, bleibt das nächste bestehen.",
			],
			mentor: {
				name: "Mentorin oder Mentor",
				expectations: [
					"Erinnert sich an den eigenen Anfang und spricht von Fehlern.",
					"Hört sich Situationen an und fragt, bevor Rat gegeben wird.",
					"Weist auf Hilfe hin, wenn etwas über das Mentoring hinausgeht.",
					"Sagt der Führungskraft der anderen Seite nichts.",
				],
			},
			mentee: {
				name: "Neue Führungskraft",
				expectations: [
					"Bringt eine echte Situation aus den letzten zwei Wochen mit.",
					"Probiert bis zum nächsten Treffen eine Sache aus und erzählt, wie es war.",
					"Sagt früh, wenn die Verbindung nicht hilft.",
					"Wahrt Vertraulichkeit, vor allem über das eigene Team.",
				],
			},
		},
	},
};
