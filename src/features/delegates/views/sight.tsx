import { Columns } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";

/** The promise on both sides, in the same words. */
export function DelegateSight() {
	return (
		<Columns>
			<div>
				<h3>{t("A delegate may")}</h3>
				<ul>
					<li>{t("see when the person is free, and offer those times")}</li>
					<li>
						{t(
							"see when and where the person has a mentoring session, and move it",
						)}
					</li>
				</ul>
			</div>
			<div>
				<h3>{t("A delegate never sees")}</h3>
				<ul>
					<li>{t("with whom the person meets")}</li>
					<li>{t("topics, agendas, goals, commitments and notes")}</li>
					<li>{t("proposals and how they were answered")}</li>
					<li>
						{t("what the person said in confidence, and what HR says of them")}
					</li>
				</ul>
			</div>
		</Columns>
	);
}
