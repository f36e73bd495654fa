import { turnsOf } from "../../../domain/sessions/alone.ts";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import type { FoundSession } from "../queries/sessions.ts";

/** In a circle: who has the floor when, who facilitates, and where the notes are. */
export function TurnsSection({
	session,
	before,
}: {
	session: FoundSession;
	before: number;
}) {
	const { company, members } = session;
	const facilitators = members.filter(({ side }) => side === "facilitator");
	const others = members.filter(({ side }) => side !== "facilitator");
	return (
		<Section
			title={t("Who has the floor")}
			lead={t("The order moves on by one each time.")}
		>
			<ol>
				{turnsOf(others, before).map(({ id, name }) => (
					<li key={id}>{name}</li>
				))}
			</ol>
			{facilitators.map(({ id, name }) => (
				<p key={id}>{t("{name} facilitates.", { name })}</p>
			))}
			<p>
				<a href={`/relationships/${company.id}/notes`}>
					{t("The notes you share")}
				</a>
			</p>
		</Section>
	);
}
