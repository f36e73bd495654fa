import type { StarterCurriculum } from "../starter.ts";

export const starterDe: readonly StarterCurriculum[] = [
	{
		key: "mentoring-well",
		side: "mentor",
		title: "Gut begleiten",
		summary:
			"Sechs kurze Schritte für die Mentoring-Seite: wofür man da ist, wie man so fragt, dass die andere Person denkt, und wie man gut zum Ende kommt. Zusammen weniger als eine Stunde, verteilt auf die ersten Monate.",
		steps: [
			{
				kind: "lesson",
				title: "Wofür Sie da sind",
				minutes: 5,
				question: "Was soll Mentoring für Sie sein, und was nicht?",
				body: `Sie führen nicht und Sie unterrichten nicht. Sie leihen für eine Stunde Ihr Urteil, und die Entscheidung bleibt, wo sie hingehört.

Drei Dinge können nur Sie geben:

- **Zusammenhang.** Wie Entscheidungen zwei Ebenen höher wirklich zustande kommen und was dort zählt.
- **Einen geschützten Ort, laut zu denken.** Nichts, was bei Ihnen gesagt wird, ist eine Beurteilung.
- **Türen.** Einen Namen, eine Empfehlung, einen Platz am Tisch.

Was Sie nicht geben müssen: Antworten auf alles. „Das weiß ich nicht, wen könnten wir fragen?“ ist hier ein guter Satz.`,
			},
			{
				kind: "lesson",
				title: "Fragen, bevor Sie erzählen",
				minutes: 6,
				question:
					"Welche Frage aus unserem letzten Treffen hat Sie am längsten beschäftigt?",
				body: `Erfahrung will reden. Lassen Sie sie drei Fragen lang warten.

1. *Was haben Sie versucht, und was haben Sie daraus gelernt?*
2. *Was täten Sie, wenn Sie heute entscheiden müssten?*
3. *Was müsste stimmen, damit das Gegenteil richtig ist?*

Erst dann erzählen Sie etwas Eigenes, und zwar etwas, bei dem Sie falschlagen. Eine Erfolgsgeschichte wird bewundert und vergessen; ein Fehler mit seinen Gründen bleibt.

Zählen Sie nach jeder Frage bis fünf. Die meisten beginnen mit der Antwort, die sie parat haben; die nützliche kommt als zweite.`,
			},
			{
				kind: "assignment",
				title: "Einem Gespräch zuhören, ohne zu raten",
				minutes: 20,
				question: "Was war zu hören, als niemand einen Rat gab?",
				body: `Geben Sie diese Woche in einem Gespräch, mit wem auch immer, zwanzig Minuten lang keinen einzigen Rat. Fragen, zusammenfassen, wieder fragen.

Schreiben Sie danach für sich auf:

- In welchem Moment wollten Sie am liebsten raten?
- Was hat die andere Person ohne Sie gefunden?

Bringen Sie die erste Antwort ins nächste Treffen mit.`,
			},
			{
				kind: "lesson",
				title: "Um den Unterschied geht es",
				minutes: 6,
				question: "Wo sehen wir beide dieselbe Sache verschieden?",
				body: `Sie wurden mit Absicht jemandem zugeordnet, der Ihnen nicht gleicht: andere Funktion, andere Generation, anderer Weg. Ähnlichkeit macht eine Beziehung angenehm; Unterschied macht sie nützlich.

Zwei Gewohnheiten helfen:

- **Fragen Sie, wie die Regeln von dort aussehen.** Was Ihnen leichtfällt, kann anderen verschlossen sein, und niemand sagt es laut.
- **Übersetzen Sie Erfolg nicht.** „In Ihrem Alter bin ich einfach zum Vorstand gegangen“ hat vielleicht nur bei Ihnen funktioniert. Fragen Sie, was hier, jetzt, für diese Person gelingen kann.

Klingt etwas übertrieben, behandeln Sie es als eine Tatsache, zu der Sie bisher keinen Zugang hatten.`,
			},
			{
				kind: "assignment",
				title: "Eine Tür öffnen",
				minutes: 15,
				question:
					"Welches Gespräch würde Ihnen am meisten helfen, und mit wem?",
				body: `Denken Sie an einen Menschen, den die andere Person kennen sollte, und machen Sie die beiden bekannt: in zwei Sätzen, mit einem Grund, warum es sich für **beide** lohnt.

Fragen Sie vorher, ob es willkommen ist. Dann treten Sie zur Seite: In diesem Gespräch werden Sie nicht gebraucht.`,
			},
			{
				kind: "lesson",
				title: "Gut zum Ende kommen",
				minutes: 5,
				question: "Worüber wollen wir gesprochen haben, bevor wir enden?",
				body: `Eine Beziehung, die an dem Tag endet, an dem sie enden soll, ist gelungen. Fragen Sie zwei Treffen vorher:

- Was entscheiden Sie heute anders als vor einem Jahr?
- Was soll nicht ungesagt bleiben?
- Wer kommt als Nächstes: jemand auf gleicher Ebene, eine andere Begleitung, jemand, den *Sie* begleiten könnten?

Und wenn es früher enden soll: Beide dürfen es jederzeit sagen, ohne Grund und ohne Makel.`,
			},
		],
	},
	{
		key: "being-mentored",
		side: "mentee",
		title: "Mentoring für sich nutzen",
		summary:
			"Fünf kurze Schritte für Mentees: mit einer Frage kommen, echte Entscheidungen mitbringen und aus einer Stunde etwas machen, das Sie tun. Zusammen etwa eine Stunde.",
		steps: [
			{
				kind: "lesson",
				title: "Die Stunde gehört Ihnen",
				minutes: 4,
				question: "Was soll in einem Jahr für Sie anders sein?",
				body: `Die Mentoring-Seite bringt Urteil mit; Sie bringen die Sache mit. Eine gute Stunde beginnt mit einem Satz von Ihnen: *„Heute möchte ich mit … hinausgehen.“*

Gute Anliegen sind:

- eine **Entscheidung**, die Sie innerhalb eines Monats treffen müssen;
- eine **Lage**, die Sie nicht lesen können;
- etwas, dem Sie **ausweichen**.

Weniger gut ist „Erzählen Sie von Ihrer Laufbahn“. Das ist ein Podcast, kein Treffen.`,
			},
			{
				kind: "assignment",
				title: "Eine offene Entscheidung aufschreiben",
				minutes: 10,
				question: "Welche Entscheidung ist offen, und was macht sie schwer?",
				body: `Nehmen Sie eine Entscheidung, die gerade auf Ihrem Tisch liegt, und schreiben Sie fünf Zeilen:

1. Was ist zu entscheiden, und bis wann?
2. Welche zwei oder drei Wege gibt es?
3. Wohin neige ich, und warum?
4. Wovor habe ich Angst?
5. Was würde mich umstimmen?

Bringen Sie das mit. Es muss nicht fertig sein; es muss echt sein.`,
			},
			{
				kind: "lesson",
				title: "Nach dem Unbequemen fragen",
				minutes: 5,
				question: "Was tue ich, das mir selbst im Weg steht?",
				body: `Wer oben ist, sagt vieles milder. Nach dem Teil, der fehlt, müssen Sie fragen:

- *Was hätten Sie an meiner Stelle anders gemacht?*
- *Was würde jemand dazu sagen, der mich nicht mag?*
- *Wonach frage ich Sie nicht?*

Dann tun Sie nur zweierlei: aufschreiben und danken. Zu erklären, warum es nicht so ist, hat bis morgen Zeit; bis dahin ist die Hälfte davon brauchbar geworden.`,
			},
			{
				kind: "assignment",
				title: "Bei einem Gespräch über Ihrer Ebene dabeisitzen",
				minutes: 45,
				question: "Was ist Ihnen aufgefallen, das niemand im Raum gesagt hat?",
				body: `Fragen Sie, ob Sie bei einer Besprechung dabeisitzen dürfen, zu der Sie sonst nie kämen. Sie sagen nichts und schreiben kein Protokoll.

Achten Sie auf dreierlei:

- Wer spricht zuerst, und auf wen wird gewartet?
- In welchem Moment ist es entschieden: bevor oder nachdem es gesagt wird?
- Was war allen klar und wurde nicht ausgesprochen?

Sprechen Sie im nächsten Treffen darüber, bevor die Einzelheiten verblassen.`,
			},
			{
				kind: "lesson",
				title: "Vom Gespräch zur Zusage",
				minutes: 4,
				question: "Was haben wir uns vorgenommen, und was wurde daraus?",
				body: `Ein Treffen ohne Zusage war eine angenehme Unterhaltung. Nehmen Sie sich die letzten drei Minuten:

- Eines, das **Sie** tun werden, mit einem Tag.
- Eines, das die Mentoring-Seite vielleicht für Sie tut.
- Wer wen danach fragt.

Klein genügt. Verschoben ist auch in Ordnung, wenn Sie es sagen. Schweigen ist, was eine Beziehung zermürbt.`,
			},
		],
	},
];
