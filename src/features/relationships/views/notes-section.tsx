import { LinkButton } from "../../../ui/button.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";

/** On the page of a relationship: the way to its notes. */
export function NotesSection({
	relationship,
	name,
}: {
	relationship: string;
	name: string;
}) {
	return (
		<Section title={t("What stays between you")}>
			<p>
				{t(
					"Notes are sealed in your browser for {name} and you. No office opens them.",
					{ name },
				)}
			</p>
			<LinkButton href={`/relationships/${relationship}/notes`}>
				{t("Notes with {name}", { name })}
			</LinkButton>
		</Section>
	);
}
