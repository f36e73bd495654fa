import type { ClusterText } from "../cluster-text.ts";

export const judgement = {
	key: "judgement",
	name: "Urteil bei Ungewissheit",
	competencies: {
		"framing-the-problem": {
			name: "Das Problem fassen",
			definition:
				"Klärt, wie die Frage lautet, bevor nach der Antwort gesucht wird.",
			anchors: [
				"Trennt beim Beschreiben eines Problems Tatsachen von Meinungen.",
				"Formuliert ein Problem auf mindestens zwei Arten und fragt die Beteiligten, welche zutrifft.",
				"Findet in einer verworrenen Lage die wenigen Ursachen, auf die es ankommt, und lässt den Rest begründet beiseite.",
				"Zeigt einem Kreis von Führungskräften, dass sie verschiedene Probleme lösen, und führt sie zu einer gemeinsamen Frage.",
				"Verändert den Blick des Unternehmens auf ein altes Thema so, dass zuvor undenkbare Antworten möglich werden.",
			],
		},
		"deciding-on-incomplete-facts": {
			name: "Bei unvollständigen Tatsachen entscheiden",
			definition:
				"Entscheidet im richtigen Augenblick und weiß, was offen ist und was zum Umsteuern Anlass gäbe.",
			anchors: [
				"Sagt vor einem Vorschlag, was bekannt ist, was angenommen wird und was fehlt.",
				"Entscheidet Umkehrbares schnell und holt Rat ein, wo nichts zurückgenommen werden kann.",
				"Nennt zu einer Entscheidung, wie sicher sie ist und welches Ereignis zu einer anderen Wahl führen würde.",
				"Führt andere durch Entscheidungen, bei denen Fachleute sich uneins sind, und hält den vereinbarten Zeitpunkt ein.",
				"Führt das Unternehmen durch folgenschwere Entscheidungen ohne Vorbild und hält die Gründe schriftlich fest.",
			],
		},
		"inviting-dissent": {
			name: "Widerspruch einladen",
			definition:
				"Macht Widerspruch gefahrlos und üblich und ändert den eigenen Standpunkt, wenn das Argument besser ist.",
			anchors: [
				"Hört eine gegenteilige Ansicht zu Ende an und gibt sie fair wieder, bevor die Antwort kommt.",
				"Fragt stillere Kolleginnen und Kollegen nach ihrer Sicht, bevor die eigene genannt wird.",
				"Dankt öffentlich für Einwände und zeigt, was sich durch sie geändert hat.",
				"Sorgt dafür, dass wichtige Vorschläge von jemandem geprüft werden, dessen Auftrag es ist, den Fehler zu finden.",
				"Schafft Führungsgremien, in denen schlechte Nachrichten rasch nach oben gelangen und niemandem geschadet haben, der sie brachte.",
			],
		},
		"learning-from-outcomes": {
			name: "Aus Ergebnissen lernen",
			definition:
				"Blickt ehrlich auf Entscheidungen zurück, unterscheidet Glück von Können und macht die Lehre für andere nutzbar.",
			anchors: [
				"Nennt nach einer abgeschlossenen Aufgabe eine Sache, die beim nächsten Mal anders laufen soll.",
				"Hält nach Erfolgen wie nach Misserfolgen eine kurze Rückschau und schreibt auf, was bleiben soll.",
				"Vergleicht Ergebnisse mit dem, was seinerzeit erwartet wurde, und spricht offen über eigene Fehleinschätzungen.",
				"Verbreitet Lehren zwischen Bereichen, sodass derselbe Fehler nicht an zwei Orten geschieht.",
				"Macht die Rückschau auf große Entscheidungen zur Gewohnheit des Unternehmens, auch auf die der obersten Leitung.",
			],
		},
	},
} as const satisfies ClusterText;
