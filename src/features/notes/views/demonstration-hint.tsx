import { useFrame } from "../../../ui/frame.ts";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";

/** Keys live in browsers, and nobody of the cast ever had one: what a visitor can do to see two people write to each other. */
export function DemonstrationHint({ name }: { name: string }) {
	if (!useFrame().isDemonstration) return null;
	return (
		<Section title={t("To try it in the demonstration")} layout="beside">
			<p>
				{t(
					"Keys are made in a browser and stay there, so the people of the demonstration have none yet, and no notes. Play both:",
				)}
			</p>
			<ol>
				<li>{t("Make your keys here, and start the notes.")}</li>
				<li>
					{t(
						"Open a private window, sign in as {name} from the list of people, and make keys there too.",
						{ name },
					)}
				</li>
				<li>
					{t(
						"Come back here and let {name} read; both windows then show the same notes, and the same six words.",
						{ name },
					)}
				</li>
			</ol>
		</Section>
	);
}
