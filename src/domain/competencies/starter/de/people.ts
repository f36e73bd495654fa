import type { ClusterText } from "../cluster-text.ts";

export const people = {
	key: "people",
	name: "Menschen und Nachfolge",
	competencies: {
		"developing-successors": {
			name: "Nachfolge aufbauen",
			definition:
				"Bereitet andere rechtzeitig und mit echter Verantwortung darauf vor, wichtige Arbeit zu übernehmen.",
			anchors: [
				"Gibt Wissen auf Nachfrage weiter und hält die eigene Arbeit so fest, dass jemand einspringen kann.",
				"Übergibt eine ganze Aufgabe samt den Entscheidungen darin und bleibt für Fragen ansprechbar.",
				"Hat mindestens eine Person, die binnen eines Jahres übernehmen könnte, und gibt ihr sichtbare, schwierige Arbeit.",
				"Lässt starke Leute in andere Bereiche ziehen und bittet deren Leitung, es umgekehrt ebenso zu halten.",
				"Sorgt Jahre im Voraus dafür, dass jede Schlüsselposition mehr als eine glaubwürdige Nachfolge mit unterschiedlichem Hintergrund hat.",
			],
		},
		"listening-and-coaching": {
			name: "Zuhören und begleiten",
			definition:
				"Hilft anderen, besser zu denken: durch genaues Zuhören, gute Fragen und klare Rückmeldung.",
			anchors: [
				"Ist im Gespräch ganz bei der Sache und fasst zusammen, was das Gegenüber gesagt hat.",
				"Stellt offene Fragen, bevor Rat gegeben wird, und bindet Rückmeldung an eine bestimmte Situation.",
				"Führt regelmäßig Gespräche über Entwicklung und passt die Art der Unterstützung der Person an.",
				"Begleitet Menschen durch einen anspruchsvollen Wechsel der Verantwortung und wird auch von außerhalb des eigenen Bereichs um Rat gebeten.",
				"Zieht eine Generation von Führungskräften heran, die ihrerseits begleiten, und bittet offen um Rückmeldung zum eigenen Verhalten.",
			],
		},
		"building-senior-teams": {
			name: "Führungsteams formen",
			definition:
				"Stellt Führungskräfte zusammen, die einander ergänzen, und lässt aus ihnen ein Team werden.",
			anchors: [
				"Kennt die Stärken der anderen im Team und greift auf sie zurück.",
				"Klärt, wer was entscheidet, und spricht Spannungen an, bevor sie sich verhärten.",
				"Wählt danach aus, was dem Team fehlt, statt nach Ähnlichkeit, und trennt sich fair von Menschen, die nicht zur Aufgabe passen.",
				"Macht aus Führungskräften mit widerstreitenden Interessen ein Team mit gemeinsamen Ergebnissen und lässt es das meiste selbst klären.",
				"Prägt ein Führungsgremium, das nach außen mit einer Stimme spricht, weil es nach innen offen streitet.",
			],
		},
		"working-across-differences": {
			name: "Über Unterschiede hinweg arbeiten",
			definition:
				"Arbeitet gut mit Menschen anderer Herkunft, Generation, Orte und Berufe zusammen und öffnet mehr Menschen eine Chance.",
			anchors: [
				"Fragt nach ungewohnten Bräuchen und Erwartungen, statt Annahmen zu treffen.",
				"Richtet Besprechungen, Sprache und Zeiten so ein, dass auch Menschen an anderen Orten voll teilnehmen können.",
				"Bemerkt, wer nicht gehört oder nicht bedacht wird, und ändert das Vorgehen, statt Anpassung zu verlangen.",
				"Prüft in mehreren Bereichen, wie Arbeit, Sichtbarkeit und Aufstieg verteilt werden, und stellt ungleichen Zugang ab.",
				"Macht fairen Zugang im ganzen Unternehmen zu einer Sache von Zahlen und Folgen und steht öffentlich für die Ergebnisse ein.",
			],
		},
	},
} as const satisfies ClusterText;
