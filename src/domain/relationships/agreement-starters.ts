import type { AgreementText, AgreementTopic } from "./agreement.ts";

/** Texts to begin with, written to be signed as they are. A program changes them as it likes before it publishes them. */
export function starterAgreement(
	topic: AgreementTopic,
	language: "en" | "de",
): AgreementText {
	return language === "de" ? german[topic] : english[topic];
}

const english: Readonly<Record<AgreementTopic, AgreementText>> = {
	boundaries: {
		sections: [
			{
				heading: "What we are to each other",
				clauses: [
					"Mentoring is advice between equals. Neither of us judges, appraises or promotes the other.",
					"The mentee chooses what we talk about and decides what to do.",
					"For health, law and money there are professionals; we say so when we reach that point.",
				],
			},
			{
				heading: "Time and place",
				clauses: [
					"We keep the dates we agree. Whoever cannot come says so as early as possible.",
					"We meet where both are at ease, within the working day unless both prefer otherwise.",
					"Between our meetings a question may wait two working days for its answer.",
				],
			},
			{
				heading: "When it no longer helps",
				clauses: [
					"Each of us may end this at any time, without giving a reason and without any mark on anyone.",
					"Each of us may say “not this” to a subject, a request or an invitation, and that is the end of it.",
				],
			},
		],
	},
	confidentiality: {
		sections: [
			{
				heading: "What stays between us",
				clauses: [
					"What is said in our meetings stays with us, also after we have ended, and also when one of us leaves the organisation.",
					"Neither of us tells the other’s manager, colleagues or the people who run the program what was said.",
					"We record no sound or picture, and let no machine write along.",
				],
			},
			{
				heading: "What may be passed on",
				clauses: [
					"A lesson may be shared only in words that both of us have read and agreed to.",
					"That we meet, and when, may be known. What about may not.",
				],
			},
			{
				heading: "Where the promise ends",
				clauses: [
					"If someone’s life or safety is in danger, or the law compels us, we may speak. Where we can, we tell each other first.",
					"Each of us may always take advice in confidence from an ombudsperson.",
				],
			},
		],
	},
	ethics: {
		sections: [
			{
				heading: "Fairness",
				clauses: [
					"We treat each other with respect, whatever our rank, age, origin, gender or opinion.",
					"Neither of us uses this relationship to gain business, favours or information for anyone else.",
					"The mentor has no part in decisions on the mentee’s pay, appraisal or promotion while we meet. Should that become unavoidable, we end first.",
				],
			},
			{
				heading: "Openness",
				clauses: [
					"We tell each other of any interest that could colour our advice.",
					"We share nothing that our duties to the organisation, its clients or a market forbid us to share.",
					"We admit what we do not know.",
				],
			},
			{
				heading: "Speaking up",
				clauses: [
					"Should either of us behave in a way that is not right, the other may take it to an ombudsperson, in confidence and without fear.",
				],
			},
		],
	},
};

const german: Readonly<Record<AgreementTopic, AgreementText>> = {
	boundaries: {
		sections: [
			{
				heading: "Was wir füreinander sind",
				clauses: [
					"Mentoring ist Rat auf Augenhöhe. Niemand von uns beurteilt, bewertet oder befördert den anderen.",
					"Die Mentee-Seite wählt, worüber wir sprechen, und entscheidet, was sie tut.",
					"Für Gesundheit, Recht und Geld gibt es Fachleute; wir sagen es, wenn wir an diesem Punkt sind.",
				],
			},
			{
				heading: "Zeit und Ort",
				clauses: [
					"Wir halten die Termine ein, die wir vereinbaren. Wer nicht kommen kann, sagt es so früh wie möglich.",
					"Wir treffen uns, wo sich beide wohlfühlen, und während der Arbeitszeit, sofern nicht beide es anders wünschen.",
					"Zwischen unseren Treffen darf eine Frage zwei Arbeitstage auf ihre Antwort warten.",
				],
			},
			{
				heading: "Wenn es nicht mehr hilft",
				clauses: [
					"Jede und jeder von uns kann jederzeit aufhören, ohne Angabe von Gründen und ohne dass etwas an jemandem hängen bleibt.",
					"Jede und jeder von uns darf zu einem Thema, einer Bitte oder einer Einladung „das nicht“ sagen, und damit ist es gut.",
				],
			},
		],
	},
	confidentiality: {
		sections: [
			{
				heading: "Was unter uns bleibt",
				clauses: [
					"Was in unseren Treffen gesagt wird, bleibt bei uns, auch nach dem Ende und auch, wenn jemand von uns die Organisation verlässt.",
					"Wir sagen weder der Führungskraft des anderen noch Kolleginnen und Kollegen noch der Programmleitung, was gesprochen wurde.",
					"Wir zeichnen weder Ton noch Bild auf und lassen keine Maschine mitschreiben.",
				],
			},
			{
				heading: "Was weitergegeben werden darf",
				clauses: [
					"Eine Erkenntnis darf nur in Worten geteilt werden, die wir beide gelesen und gutgeheißen haben.",
					"Dass wir uns treffen und wann, darf bekannt sein. Worüber nicht.",
				],
			},
			{
				heading: "Wo das Versprechen endet",
				clauses: [
					"Ist Leben oder Sicherheit eines Menschen in Gefahr oder verpflichtet uns das Gesetz, dürfen wir sprechen. Wo es geht, sagen wir es einander vorher.",
					"Jede und jeder von uns darf sich jederzeit vertraulich bei einer Ombudsperson Rat holen.",
				],
			},
		],
	},
	ethics: {
		sections: [
			{
				heading: "Fairness",
				clauses: [
					"Wir begegnen einander mit Achtung, unabhängig von Rang, Alter, Herkunft, Geschlecht und Meinung.",
					"Niemand von uns nutzt diese Mentoring-Beziehung, um für sich oder andere Geschäfte, Gefälligkeiten oder Informationen zu gewinnen.",
					"Solange wir uns treffen, wirkt die Mentoring-Seite nicht an Entscheidungen über Gehalt, Beurteilung oder Beförderung der Mentee-Seite mit. Lässt sich das nicht vermeiden, beenden wir die Beziehung vorher.",
				],
			},
			{
				heading: "Offenheit",
				clauses: [
					"Wir sagen einander, wenn ein eigenes Interesse unseren Rat färben könnte.",
					"Wir teilen nichts, was uns die Pflichten gegenüber der Organisation, ihren Kunden oder einem Markt zu teilen verbieten.",
					"Wir geben zu, was wir nicht wissen.",
				],
			},
			{
				heading: "Zur Sprache bringen",
				clauses: [
					"Verhält sich jemand von uns nicht richtig, darf der andere damit zu einer Ombudsperson gehen, vertraulich und ohne Furcht.",
				],
			},
		],
	},
};
