import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import { Timeline } from "../../../ui/timeline.tsx";
import type { CatalogueStep } from "../queries.ts";
import { whoChanged } from "./competency.tsx";

export function CatalogueHistoryPage({
	frame,
	steps,
	timeZone,
}: {
	frame: Frame;
	steps: readonly CatalogueStep[];
	timeZone: string;
}) {
	return (
		<Page
			frame={frame}
			title={t("How the catalogue has changed")}
			parent={{ label: t("Competencies"), href: "/competencies" }}
			width="measure"
		>
			{steps.length === 0 ? (
				<p>{t("Nothing yet: there is no catalogue.")}</p>
			) : (
				<Timeline
					happenings={steps.map((step) => ({
						when: formatDate(step.published_at, timeZone),
						title: whoChanged(step),
						text: <Changes step={step} />,
					}))}
				/>
			)}
		</Page>
	);
}

function Changes({ step }: { step: CatalogueStep }) {
	return (
		<>
			{step.note !== "" && <p>{step.note}</p>}
			<Names
				label={t("Written:")}
				entries={step.changed.map(({ competency_id, name }) => ({
					id: competency_id,
					name,
				}))}
			/>
			<Names label={t("Retired:")} entries={step.retired} />
		</>
	);
}

function Names({
	label,
	entries,
}: {
	label: string;
	entries: readonly { readonly id: string; readonly name: string }[];
}) {
	if (entries.length === 0) return null;
	return (
		<p>
			{label}{" "}
			{entries.map(({ id, name }, place) => (
				<>
					{place > 0 && ", "}
					<a href={`/competencies/${id}`}>{name}</a>
				</>
			))}
		</p>
	);
}
