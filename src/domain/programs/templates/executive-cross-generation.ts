import { gradesBetween, type ProgramTemplate } from "../template.ts";

export const executiveCrossGeneration: ProgramTemplate = {
	key: "executive-cross-generation",
	frame: {
		formats: ["one-to-one", "shadowing", "circle"],
		cadence: "month",
		sessionMinutes: 60,
		lengthMonths: 12,
		evaluationMonths: [1, 4, 8, 12],
	},
	mentorCapacity: 2,
	menteeNeed: 1,
	agendaBy: "mentee",
	learningGoalsFor: ["mentor", "mentee"],
	eligibility: (scale) => ({
		mentor: {
			all: [
				...gradesBetween(scale, 0.6, 1),
				{ fact: "tenure years", is: "at-least", value: 3 },
			],
		},
		mentee: {
			all: [
				...gradesBetween(scale, 0.25, 0.6),
				{ fact: "tenure years", is: "at-least", value: 1 },
			],
		},
	}),
	text: {
		en: {
			name: "Executive cross-generation",
			summary:
				"Experienced executives and the generation after them meet monthly over real decisions.",
			purpose:
				"To move judgement from one generation of leaders to the next: how to decide when facts are missing, how to keep the trust of clients, how to carry responsibility for the whole. Both sides learn. The executive sees the organisation through other eyes; the younger leader sees how decisions are truly made.",
			enterpriseGoals: [
				"Leadership stays continuous when experienced executives leave.",
				"Access to senior leaders depends on need and promise rather than on acquaintance.",
				"Functions and locations understand one another better.",
			],
			businessChallenges: [
				"Relationships with important clients rest on a few people close to retirement.",
				"Decisions of great consequence are understood by few of those who will have to live with them.",
			],
			schedulingNorms: [
				"The next date is settled before a meeting ends.",
				"Meetings fall within the working day of both; where time zones are far apart, the burden alternates.",
				"Either side may move a meeting once without explanation, within the same month.",
			],
			mentor: {
				name: "Executive mentor",
				expectations: [
					"Gives about two hours a month for each relationship.",
					"Opens real decisions to view, including those that went wrong.",
					"Asks before advising, and lets the mentee choose.",
					"Keeps what is said confidential and has no part in judging the mentee's performance.",
				],
			},
			mentee: {
				name: "Mentee",
				expectations: [
					"Brings a question that matters to each meeting and sets the agenda.",
					"Names two or three competencies to grow in.",
					"Does what was promised between meetings, or says early that it will not work out.",
					"Keeps what is said confidential.",
				],
			},
		},
		de: {
			name: "Führung über Generationen",
			summary:
				"Erfahrene Führungskräfte und die Generation nach ihnen sprechen monatlich über echte Entscheidungen.",
			purpose:
				"Urteilsvermögen von einer Führungsgeneration zur nächsten weitergeben: wie man entscheidet, wenn Tatsachen fehlen, wie man das Vertrauen der Kundschaft behält, wie man Verantwortung für das Ganze trägt. Beide Seiten lernen. Die erfahrene sieht die Organisation mit anderen Augen; die jüngere sieht, wie wirklich entschieden wird.",
			enterpriseGoals: [
				"Die Führung bleibt beständig, wenn erfahrene Führungskräfte gehen.",
				"Zugang zur obersten Leitung richtet sich nach Bedarf und Begabung statt nach Bekanntschaft.",
				"Funktionen und Standorte verstehen einander besser.",
			],
			businessChallenges: [
				"Beziehungen zu wichtigen Kunden ruhen auf wenigen Menschen kurz vor dem Ruhestand.",
				"Folgenschwere Entscheidungen verstehen nur wenige von denen, die mit ihnen leben müssen.",
			],
			schedulingNorms: [
				"Der nächste Termin steht fest, bevor ein Treffen endet.",
				"Treffen liegen in der Arbeitszeit beider; liegen die Zeitzonen weit auseinander, wechselt die Last.",
				"Jede Seite darf ein Treffen einmal ohne Begründung verlegen, innerhalb desselben Monats.",
			],
			mentor: {
				name: "Mentorin oder Mentor der Geschäftsleitung",
				expectations: [
					"Gibt je Beziehung etwa zwei Stunden im Monat.",
					"Gewährt Einblick in echte Entscheidungen, auch in misslungene.",
					"Fragt, bevor Rat gegeben wird, und lässt die andere Seite wählen.",
					"Wahrt Vertraulichkeit und wirkt an keiner Leistungsbeurteilung der anderen Seite mit.",
				],
			},
			mentee: {
				name: "Mentee",
				expectations: [
					"Bringt zu jedem Treffen eine Frage mit, auf die es ankommt, und bestimmt die Tagesordnung.",
					"Nennt zwei oder drei Kompetenzen, in denen Entwicklung gewünscht ist.",
					"Tut zwischen den Treffen, was zugesagt war, oder sagt früh, dass es nicht gelingt.",
					"Wahrt Vertraulichkeit.",
				],
			},
		},
	},
};
