import type { ClusterText } from "../cluster-text.ts";

export const change = {
	key: "change",
	name: "Wandel und Technik",
	competencies: {
		"leading-change": {
			name: "Wandel führen",
			definition:
				"Führt Menschen durch Veränderung: mit klaren Gründen, echter Beteiligung und bleibenden Ergebnissen.",
			anchors: [
				"Wirkt an Veränderungen konstruktiv mit und sagt, was sie schwer macht.",
				"Erklärt den Betroffenen, warum sich etwas ändert, was bleibt und was noch offen ist.",
				"Beteiligt die Ausführenden an der Planung einer Veränderung und misst, ob sie nach einem Jahr noch trägt.",
				"Führt eine Veränderung über mehrere Bereiche, hält dabei den Alltag verlässlich und geht fair mit denen um, die etwas verlieren.",
				"Erneuert die Arbeitsweise des Unternehmens von Grund auf, in einem Tempo, das die Menschen mittragen können, und übergibt sie in gutem Zustand.",
			],
		},
		"judging-technology": {
			name: "Technik beurteilen",
			definition:
				"Versteht, was eine Technik für das Geschäft leisten kann und was nicht, und was sie mit Menschen macht.",
			anchors: [
				"Nutzt die Werkzeuge des eigenen Fachs sicher und probiert neue aus.",
				"Erklärt in einfachen Worten, was eine neue Technik an der eigenen Arbeit ändern würde und was sie dafür verlangt.",
				"Entscheidet über eine Technik anhand eines Versuchs mit erklärtem Ziel und wägt Kosten, Abhängigkeit und Folgen für Arbeitsplätze ab.",
				"Führt technische und kaufmännische Leitung zu gemeinsamen Entscheidungen und beendet ein technisches Vorhaben, das niemand braucht.",
				"Bestimmt die Haltung des Unternehmens zu Techniken, die sein Geschäft verändern, und steht für ihren verantwortlichen Einsatz ein.",
			],
		},
		"leading-through-crisis": {
			name: "Durch Krisen führen",
			definition:
				"Sorgt dafür, dass Menschen sicher, informiert und handlungsfähig bleiben, wenn die Ereignisse die Pläne überholen.",
			anchors: [
				"Bleibt unter Druck ruhig und tut zuerst, was die Sicherheit am dringendsten verlangt.",
				"Führt in der Krise eine kurze Liste der Tatsachen und nächsten Schritte und informiert die Betroffenen zu festen Zeiten.",
				"Führt den eigenen Bereich mit klaren Aufgaben durch einen Zwischenfall und schützt das Team vor Erschöpfung.",
				"Stimmt in der Krise mehrere Bereiche und äußere Stellen aufeinander ab, entscheidet rasch und korrigiert Entscheidungen offen.",
				"Führt das Unternehmen durch eine existenzielle Bedrohung, bewahrt das Vertrauen der Betroffenen und lässt es gestärkt neu entstehen.",
			],
		},
		"making-operations-last": {
			name: "Dauerhaft tragfähig wirtschaften",
			definition:
				"Führt den heutigen Betrieb so, dass Menschen, Nachbarschaft und Natur ihn auf Dauer tragen können.",
			anchors: [
				"Kennt die wichtigsten Wirkungen der eigenen Arbeit auf Mensch und Natur und hält vereinbarte Grenzen ein.",
				"Schlägt mit Zahlen belegte Wege vor, weniger Material oder Energie zu verbrauchen.",
				"Bezieht langfristige Wirkungen in Planung und Einkauf des eigenen Bereichs ein und berichtet sie neben den Kosten.",
				"Verändert den Betrieb gemeinsam mit Lieferanten, Kunden und Nachbarschaft, auch wenn es sich erst nach Jahren auszahlt.",
				"Richtet das Unternehmen an dem aus, was über Jahrzehnte tragbar ist, und lässt den Fortschritt von außen prüfen.",
			],
		},
	},
} as const satisfies ClusterText;
