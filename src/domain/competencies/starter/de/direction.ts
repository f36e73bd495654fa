import type { ClusterText } from "../cluster-text.ts";

export const direction = {
	key: "direction",
	name: "Richtung",
	competencies: {
		"setting-direction": {
			name: "Richtung geben",
			definition:
				"Entscheidet, wohin die Organisation gehen soll, und sagt offen, was sie nicht tun wird.",
			anchors: [
				"Erklärt die Strategie des eigenen Bereichs und stellt auf Nachfrage die Verbindung zur täglichen Arbeit her.",
				"Legt Möglichkeiten für den eigenen Bereich vor, jeweils mit den Kosten und dem, worauf verzichtet werden müsste.",
				"Gibt dem eigenen Bereich eine Richtung, die andere in eigenen Worten wiedergeben können, und beendet Arbeit, die ihr nicht mehr dient.",
				"Bringt mehrere Bereiche auf eine gemeinsame Richtung, auch Führungskräfte, die ihre Pläne dafür ändern müssen.",
				"Gibt dem Unternehmen eine Richtung, die einen Wechsel an der Spitze überdauert, und sagt offen, wenn die Tatsachen eine neue verlangen.",
			],
		},
		"thinking-for-the-whole": {
			name: "Für das Ganze denken",
			definition:
				"Stellt das Wohl der gesamten Organisation über den Vorteil des eigenen Bereichs.",
			anchors: [
				"Beschreibt, wie die Arbeit benachbarter Bereiche von der eigenen abhängt.",
				"Fragt die Betroffenen in anderen Bereichen, bevor im eigenen Bereich entschieden wird.",
				"Gibt Menschen, Mittel oder Anerkennung ab, wenn ein anderer Bereich mehr daraus machen kann, und erklärt dem eigenen Team den Grund.",
				"Findet und beseitigt Regelungen, die einen Bereich dafür belohnen, dass er einem anderen schadet.",
				"Führt Gespräche an der Spitze so, dass alle für das Ganze eintreten, und verlagert Mittel entsprechend zwischen den Geschäften.",
			],
		},
		"strategy-into-work": {
			name: "Strategie in Arbeit umsetzen",
			definition:
				"Übersetzt Absichten in wenige Schwerpunkte, klare Zuständigkeiten und stetiges Nachhalten.",
			anchors: [
				"Erledigt vereinbarte Aufgaben rechtzeitig und meldet früh, wenn ein Termin in Gefahr ist.",
				"Zerlegt ein Ziel in Schritte mit Zuständigkeit und Termin und prüft sie zu vereinbarten Zeiten.",
				"Hält den Bereich ein ganzes Jahr bei einer Handvoll Schwerpunkten und lehnt reizvolle Arbeit ab, die sie verwässern würde.",
				"Richtet mehrere Bereiche auf gemeinsame Meilensteine aus und klärt Streit um knappe Kräfte innerhalb weniger Tage.",
				"Schafft im Unternehmen eine Art des Planens und Prüfens, die Abweichungen früh zeigt und zu sichtbarem Umsteuern führt.",
			],
		},
		"renewing-the-business": {
			name: "Das Geschäft erneuern",
			definition:
				"Baut auf, wovon die Organisation morgen leben wird, und führt zugleich, wovon sie heute lebt.",
			anchors: [
				"Bemerkt Veränderungen bei Kundschaft und Wettbewerb und trägt sie ins Team.",
				"Erprobt die Verbesserung eines Produkts oder einer Dienstleistung im Kleinen und berichtet, was dabei gelernt wurde.",
				"Beginnt im eigenen Bereich ein neues Angebot, schützt es vor dem Druck des Tages und beendet es, wenn die Belege dagegen sprechen.",
				"Verlagert Geld und fähige Menschen von einem einträglichen, aber schwindenden Geschäft in ein aussichtsreiches, bevor eine Krise dazu zwingt.",
				"Gestaltet neu, was das Unternehmen wem anbietet, und zwar so, dass Eigentümer, Belegschaft und Kundschaft den Gründen folgen können.",
			],
		},
	},
} as const satisfies ClusterText;
