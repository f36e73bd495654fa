import { ButtonForm, LinkButton } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import { Timeline } from "../../../ui/timeline.tsx";
import type { CompetencyStep, StoredCompetency } from "../queries.ts";
import { Anchors } from "./anchors.tsx";

type Props = {
	frame: Frame;
	competency: StoredCompetency;
	steps: readonly CompetencyStep[];
	mayCurate: boolean;
	timeZone: string;
};

export function CompetencyPage(props: Props) {
	const { frame, competency, mayCurate } = props;
	const isRetired = competency.retiredIn !== null;
	return (
		<Page
			frame={frame}
			title={competency.name}
			lead={competency.definition}
			parent={{ label: t("Competencies"), href: "/competencies" }}
			action={
				mayCurate && !isRetired ? (
					<LinkButton href={`/competencies/${competency.id}/edit`}>
						{t("Change")}
					</LinkButton>
				) : undefined
			}
		>
			<Section
				title={t("The five levels")}
				lead={
					isRetired
						? t("This competency is retired: nobody can offer or seek it now.")
						: t("In the cluster “{cluster}”.", { cluster: competency.cluster })
				}
				layout="beside"
			>
				<Anchors competency={competency} />
				{!isRetired && (
					<p>
						<a href={`/people?competency=${competency.id}`}>
							{t("Who offers this")}
						</a>
					</p>
				)}
			</Section>
			<Section title={t("How this competency has changed")} layout="beside">
				<Steps {...props} />
				{mayCurate && (
					<ButtonForm
						action={`/competencies/${competency.id}/${isRetired ? "restore" : "retire"}`}
					>
						{isRetired ? t("Bring it back") : t("Retire this competency")}
					</ButtonForm>
				)}
			</Section>
		</Page>
	);
}

function Steps({ competency, steps, timeZone }: Props) {
	return (
		<Timeline
			happenings={steps.map((step) => ({
				when: formatDate(step.published_at, timeZone),
				title: whoChanged(step),
				text: (
					<>
						{step.note !== "" && <p>{step.note}</p>}
						<Disclosure
							summary={t("How it read in version {version}", {
								version: step.version,
							})}
						>
							<p>
								<strong>{step.name}</strong> · {step.cluster}
							</p>
							<p>{step.definition}</p>
							<Anchors competency={{ ...competency, anchors: step.anchors }} />
						</Disclosure>
					</>
				),
			}))}
		/>
	);
}

/** "Version 3, by Ruth Feld" */
export function whoChanged(step: {
	readonly version: number;
	readonly first_name: string | null;
	readonly last_name: string | null;
}): string {
	const name = [step.first_name, step.last_name].filter(Boolean).join(" ");
	return name === ""
		? t("Version {version}", { version: step.version })
		: t("Version {version}, by {name}", { version: step.version, name });
}
