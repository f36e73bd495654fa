import { gradesBetween, type ProgramTemplate } from "../template.ts";

export const successionCohort: ProgramTemplate = {
	key: "succession-cohort",
	frame: {
		formats: ["one-to-one", "shadowing", "sponsorship", "circle"],
		cadence: "month",
		sessionMinutes: 60,
		lengthMonths: 18,
		evaluationMonths: [2, 6, 12, 18],
	},
	mentorCapacity: 1,
	menteeNeed: 1,
	agendaBy: "both",
	learningGoalsFor: ["mentee"],
	eligibility: (scale) => ({
		mentor: {
			all: [
				...gradesBetween(scale, 0.7, 1),
				{ fact: "tenure years", is: "at-least", value: 3 },
			],
		},
		mentee: {
			all: [
				...gradesBetween(scale, 0.4, 0.7),
				{ fact: "tenure years", is: "at-least", value: 2 },
			],
		},
	}),
	text: {
		en: {
			name: "Succession cohort",
			summary:
				"A cohort grows toward key positions, each with a senior mentor outside the reporting line.",
			purpose:
				"To have more than one credible candidate for every key position, years before it falls vacant. Each member of the cohort works on the gap between today's work and a position further on, with a mentor who knows such a position from inside. Taking part is no promise of a post, and not taking part is no mark against anyone.",
			enterpriseGoals: [
				"Every key position has at least two people who could grow into it.",
				"Candidates come from more than one function, location and background.",
				"What departing leaders know is handed over before they leave.",
			],
			businessChallenges: [
				"Several key positions have a single candidate, or none.",
				"Leaders have grown up within one function and must soon answer for several.",
			],
			schedulingNorms: [
				"Twelve meetings over eighteen months, and at least one day of shadowing.",
				"Dates are set for a quarter at a time and moved rather than dropped.",
				"The cohort meets as a circle once a quarter.",
			],
			mentor: {
				name: "Senior mentor",
				expectations: [
					"Knows a key position from inside and describes it without varnish.",
					"Opens at least one real occasion: a board paper, a negotiation, a site visit.",
					"Tells the mentee frankly where the gap lies, and the committee nothing.",
					"Takes part in no decision about the mentee's appointment without declaring the relationship.",
				],
			},
			mentee: {
				name: "Cohort member",
				expectations: [
					"Names the kind of position to grow toward, and may change it.",
					"Works on two or three competencies with an anchor to reach.",
					"Looks for a practical task in which to show the growth.",
					"Hands on what was learned to someone else in the organisation.",
				],
			},
		},
		de: {
			name: "Nachfolgekreis",
			summary:
				"Ein Kreis wächst auf Schlüsselpositionen zu, begleitet von erfahrenen Führungskräften außerhalb der Berichtslinie.",
			purpose:
				"Für jede Schlüsselposition soll es mehr als eine glaubwürdige Nachfolge geben, Jahre bevor sie frei wird. Wer zum Kreis gehört, arbeitet an der Lücke zwischen der heutigen Arbeit und einer künftigen Position, begleitet von jemandem, der eine solche Position von innen kennt. Die Teilnahme ist kein Versprechen auf einen Posten, und wer nicht teilnimmt, hat keinen Nachteil.",
			enterpriseGoals: [
				"Für jede Schlüsselposition gibt es mindestens zwei Menschen, die hineinwachsen können.",
				"Sie kommen aus mehr als einer Funktion, einem Standort und einer Herkunft.",
				"Was ausscheidende Führungskräfte wissen, wird übergeben, bevor sie gehen.",
			],
			businessChallenges: [
				"Für mehrere Schlüsselpositionen gibt es nur eine mögliche Nachfolge oder keine.",
				"Führungskräfte sind in einer einzigen Funktion groß geworden und müssen bald für mehrere einstehen.",
			],
			schedulingNorms: [
				"Zwölf Treffen in achtzehn Monaten und mindestens ein Tag der Begleitung im Alltag.",
				"Termine werden für ein Vierteljahr festgelegt und eher verlegt als gestrichen.",
				"Der Kreis trifft sich einmal im Vierteljahr.",
			],
			mentor: {
				name: "Erfahrene Mentorin oder erfahrener Mentor",
				expectations: [
					"Kennt eine Schlüsselposition von innen und beschreibt sie ungeschönt.",
					"Öffnet mindestens eine echte Gelegenheit: eine Vorlage für die Aufsicht, eine Verhandlung, einen Besuch vor Ort.",
					"Sagt offen, wo die Lücke liegt, und dem Ausschuss nichts.",
					"Wirkt an keiner Entscheidung über die Besetzung mit, ohne die Beziehung offenzulegen.",
				],
			},
			mentee: {
				name: "Mitglied des Kreises",
				expectations: [
					"Nennt die Art von Position, auf die es zugehen soll, und darf sie ändern.",
					"Arbeitet an zwei oder drei Kompetenzen mit einem Anker als Ziel.",
					"Sucht eine praktische Aufgabe, an der sich das Wachstum zeigt.",
					"Gibt das Gelernte an jemanden in der Organisation weiter.",
				],
			},
		},
	},
};
