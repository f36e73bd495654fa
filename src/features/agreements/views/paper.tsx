import { agreementTopics } from "../../../domain/relationships/agreement.ts";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatList, t } from "../../../ui/text.ts";
import type { OwnClause } from "../clauses.ts";
import type {
	acceptancesOf,
	PromisingPair,
	PublishedText,
} from "../queries.ts";
import { topicName } from "../words.ts";
import { AgreementWords } from "./agreement-text.tsx";
import { AcceptanceRecord } from "./own-agreements.tsx";
import { versionLine } from "./program-agreements.tsx";

/** Everything open, for paper: the texts in force and who accepted them. */
export function AgreementsOnPaper({
	frame,
	pair,
	texts,
	clauses,
	acceptances,
}: {
	frame: Frame;
	pair: PromisingPair;
	texts: readonly PublishedText[];
	clauses: readonly OwnClause[];
	acceptances: Awaited<ReturnType<typeof acceptancesOf>>;
}) {
	const agreed = clauses.filter(({ missing }) => missing.length === 0);
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("What we promise each other")}
			lead={t("{names}, in {program}", {
				names: formatList([...pair.names.values()].map(({ whole }) => whole)),
				program: pair.programName,
			})}
			parent={{
				label: t("Agreements"),
				href: `/relationships/${pair.id}/agreements`,
			}}
		>
			{agreementTopics.map((topic) => {
				const current = texts.find((text) => text.topic === topic);
				return (
					current && (
						<Section key={topic} title={topicName(topic)}>
							<p class="hint">{versionLine(current)}</p>
							<AgreementWords text={current.text} />
						</Section>
					)
				);
			})}
			{agreed.length > 0 && (
				<Section title={t("In our own words")}>
					<ul>
						{agreed.map(({ id, words }) => (
							<li key={id}>{words}</li>
						))}
					</ul>
				</Section>
			)}
			<Section title={t("Accepted")}>
				{acceptances.length === 0 ? (
					<p>{t("Nobody yet")}</p>
				) : (
					<AcceptanceRecord pair={pair} acceptances={acceptances} />
				)}
			</Section>
		</Page>
	);
}
