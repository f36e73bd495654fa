import type { ClusterText } from "../cluster-text.ts";

export const financeAndRisk = {
	key: "finance-and-risk",
	name: "Finanzen und Risiken des Unternehmens",
	competencies: {
		"reading-the-business-in-numbers": {
			name: "Das Geschäft in Zahlen lesen",
			definition:
				"Versteht, wie die Organisation Geld verdient, ausgibt und bindet, und erkennt es in den Zahlen.",
			anchors: [
				"Erklärt das Budget des eigenen Bereichs und die wichtigsten Gründe für Abweichungen vom Plan.",
				"Schätzt, was ein Vorschlag für Erlöse, Kosten und Zahlungsmittel bedeutet, bevor er vorgelegt wird.",
				"Führt einen Bereich anhand weniger aussagekräftiger Zahlen und hinterfragt eine Zahl, die zu gut aussieht.",
				"Vergleicht Bereiche unter gleichen Bedingungen und findet heraus, wo wirklich Geld verdient und verloren wird.",
				"Erklärt Eigentümern und Belegschaft die finanzielle Lage des Unternehmens so, dass beide die anstehenden Entscheidungen verstehen.",
			],
		},
		"allocating-capital": {
			name: "Kapital einsetzen",
			definition:
				"Setzt knappes Geld dort ein, wo es auf Dauer am meisten bewirkt, und zieht es ab, wo es das nicht tut.",
			anchors: [
				"Bereitet einen Antrag auf Mittel mit Zweck, Kosten und erwartetem Nutzen vor.",
				"Vergleicht mehrere Verwendungen desselben Geldes, auch die, nichts zu tun.",
				"Entscheidet im eigenen Bereich stufenweise über Investitionen und beendet eine, deren Gründe nicht mehr gelten.",
				"Verlagert Mittel während des Jahres zwischen Bereichen, wenn sich die Lage ändert, und steht den Verlierern Rede und Antwort.",
				"Legt fest, wie das Unternehmen das Ergebnis von heute gegen Investitionen über viele Jahre abwägt, und bleibt auch in schweren Zeiten dabei.",
			],
		},
		"carrying-risk": {
			name: "Risiken sehen und tragen",
			definition:
				"Erkennt, was schlimm ausgehen könnte, entscheidet, welche Risiken eingegangen werden, und trifft für die übrigen Vorsorge.",
			anchors: [
				"Meldet Gefahren und Beinahe-Unfälle und hält vereinbarte Schutzmaßnahmen ein.",
				"Führt die wichtigsten Risiken eines Projekts mit Wahrscheinlichkeit, Wirkung und zuständiger Person auf.",
				"Wählt bewusst, welche Risiken getragen werden, und übt, was zu tun ist, wenn eines eintritt.",
				"Erkennt, wie Risiken verschiedener Bereiche einander verstärken könnten, und setzt Grenzen, bevor sie erreicht sind.",
				"Entscheidet mit der Aufsicht, wie viel Risiko das Unternehmen tragen darf, und beendet ein einträgliches Geschäft, das darüber hinausgeht.",
			],
		},
		"acting-with-integrity": {
			name: "Integer handeln",
			definition:
				"Tut das Richtige, auch wenn es etwas kostet, und macht es anderen leichter, es ebenso zu tun.",
			anchors: [
				"Hält Regeln und Zusagen ein und räumt eigene Fehler ungefragt ein.",
				"Benennt einen Interessenkonflikt, eigene wie fremde, und zieht sich aus der Entscheidung zurück.",
				"Verzichtet auf Geschäfte oder Ergebnisse, die auf falschem Weg zustande kamen, und erklärt dem Team den Grund.",
				"Schützt Menschen, die Bedenken äußern, und geht einem Hinweis auch dann nach, wenn er auf Mächtige zeigt.",
				"Setzt einen Maßstab, der in jedem Land gilt, in dem gearbeitet wird, und nimmt dafür sichtbar einen Verlust in Kauf.",
			],
		},
	},
} as const satisfies ClusterText;
