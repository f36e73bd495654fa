import type { ClusterText } from "../cluster-text.ts";

export const stakeholders = {
	key: "stakeholders",
	name: "Beteiligte und Kundschaft",
	competencies: {
		"partnering-with-clients": {
			name: "Partner der Kundschaft sein",
			definition:
				"Versteht, was Kunden erreichen wollen, und erwirbt sich das Ansehen, sie zu beraten.",
			anchors: [
				"Hält Zusagen gegenüber Kunden ein und sagt ihnen früh, wenn etwas schiefgeht.",
				"Beschreibt Geschäft, Zwänge und Erfolgsmaßstäbe eines Kunden in dessen eigenen Begriffen.",
				"Rät einem Kunden von einem Kauf ab, der ihm nicht hülfe, und erhält die Beziehung auch im Streitfall.",
				"Verbindet mehrere Bereiche, um einen Kunden zu bedienen, und wird von dessen Leitung angerufen, bevor dort entschieden wird.",
				"Baut Beziehungen auf höchster Ebene auf, die Personalwechsel auf beiden Seiten überstehen und neue Arbeitsfelder öffnen.",
			],
		},
		negotiating: {
			name: "Verhandeln",
			definition:
				"Erreicht Vereinbarungen, die halten: durch Verständnis der Interessen, vorbereitete Alternativen und bewahrtes Vertrauen.",
			anchors: [
				"Bereitet vor einer Verhandlung eigene Ziele, Grenzen und Alternativen vor.",
				"Fragt nach den Interessen hinter einer Forderung und bietet mehr als einen Weg, ihnen gerecht zu werden.",
				"Schließt Verträge mit mehreren offenen Punkten zugleich ab, und die andere Seite kommt gern wieder.",
				"Leitet unter Zeitdruck Verhandlungen zwischen mehreren Parteien mit unterschiedlichen Teams am Tisch.",
				"Erreicht Vereinbarungen, die die Stellung des Unternehmens verändern, mit Partnern, die als Gegner begannen.",
			],
		},
		"speaking-for-the-organisation": {
			name: "Für die Organisation sprechen",
			definition:
				"Vertritt die Organisation nach außen und innen klar und wahrhaftig.",
			anchors: [
				"Stellt die eigene Arbeit so vor, dass auch Fachfremde folgen können.",
				"Erklärt den Betroffenen eine unliebsame Entscheidung persönlich und beantwortet Fragen ohne Umschweife.",
				"Spricht vor großem oder kritischem Publikum für den eigenen Bereich und sagt offen, was nicht bekannt ist.",
				"Vertritt mehrere Bereiche gegenüber Behörden, Anwohnenden oder Presse, wenn die Meinungen auseinandergehen.",
				"Gibt dem Unternehmen eine Stimme, der in guten wie in schlechten Zeiten vertraut wird, und stellt öffentlich richtig, was falsch war.",
			],
		},
		"working-with-boards": {
			name: "Mit Aufsicht und Eigentümern arbeiten",
			definition:
				"Gibt denen, die die Organisation beaufsichtigen, was sie zum Entscheiden brauchen, und nutzt ihren Rat.",
			anchors: [
				"Weiß, wer die Organisation beaufsichtigt und worüber dort entschieden werden darf.",
				"Schreibt kurze Vorlagen für leitende Gremien mit klarer Frage, Möglichkeiten und Empfehlung.",
				"Beantwortet kritische Fragen eines leitenden Gremiums ruhig und mit Belegen und hält jede Zusage nach.",
				"Bringt Unbequemes früh und ungefragt vor die Aufsicht.",
				"Schafft ein Verhältnis zu Aufsicht und Eigentümern, in dem offen gestritten wird, Pflichten klar und Überraschungen selten sind.",
			],
		},
	},
} as const satisfies ClusterText;
