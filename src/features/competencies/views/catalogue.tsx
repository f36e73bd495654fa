import { LinkButton } from "../../../ui/button.tsx";
import { RadioGroup } from "../../../ui/choices.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import { type Frame, useFrame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { locales, t } from "../../../ui/text.ts";
import type { Clustered, StoredCompetency } from "../queries.ts";
import { Anchors } from "./anchors.tsx";

type Props = {
	frame: Frame;
	clusters: readonly Clustered<StoredCompetency>[];
	retired: readonly StoredCompetency[];
	mayCurate: boolean;
	state: FormState | undefined;
};

export function CataloguePage(props: Props) {
	const { frame, clusters, retired, mayCurate } = props;
	const isEmpty = clusters.length === 0 && retired.length === 0;
	return (
		<Page
			frame={frame}
			title={t("What senior leadership means here")}
			lead={t(
				"The competencies people offer to share and seek to grow in. Each has five levels, described by what others can observe.",
			)}
			action={
				mayCurate && !isEmpty ? (
					<LinkButton weight="primary" icon="add" href="/competencies/new">
						{t("Add a competency")}
					</LinkButton>
				) : undefined
			}
		>
			{isEmpty ? (
				<NoCatalogue mayCurate={mayCurate} state={props.state} />
			) : (
				<>
					{clusters.map((cluster) => (
						<Section title={cluster.name} layout="beside" key={cluster.name}>
							<ul class="competencies">
								{cluster.competencies.map((competency) => (
									<li key={competency.id}>
										<h3>
											<a href={`/competencies/${competency.id}`}>
												{competency.name}
											</a>
										</h3>
										<p>{competency.definition}</p>
										<Disclosure summary={t("The five levels")}>
											<Anchors competency={competency} />
										</Disclosure>
									</li>
								))}
							</ul>
						</Section>
					))}
					<Retired retired={retired} />
					<Files mayCurate={mayCurate} />
				</>
			)}
		</Page>
	);
}

function NoCatalogue({ mayCurate, state }: Pick<Props, "mayCurate" | "state">) {
	const { locale } = useFrame();
	if (!mayCurate)
		return (
			<EmptyState title={t("No competencies yet")}>
				{t(
					"Whoever runs the program or looks after learning installs the catalogue. After that you can say what you offer and what you seek.",
				)}
			</EmptyState>
		);
	return (
		<EmptyState
			title={t("No competencies yet")}
			action={
				<Form
					action="/competencies/install"
					submit={t("Install the starter catalogue")}
					state={state}
				>
					<RadioGroup
						name="language"
						label={t("In which language")}
						layout="row"
						required
						value={locale}
						choices={locales.map((each) => ({
							value: each.locale,
							label: each.label,
						}))}
					/>
				</Form>
			}
		>
			{t(
				"24 competencies of senior leadership in six clusters, each with five levels. Once installed it is your own text: change it, add to it, retire what does not fit.",
			)}{" "}
			<a href="/competencies/import">{t("Or load your own from a file.")}</a>
		</EmptyState>
	);
}

function Retired({ retired }: Pick<Props, "retired">) {
	if (retired.length === 0) return null;
	return (
		<Section
			title={t("Retired")}
			lead={t("No longer offered or sought; what people said stays readable.")}
			layout="beside"
		>
			<ul>
				{retired.map(({ id, name }) => (
					<li key={id}>
						<a href={`/competencies/${id}`}>{name}</a>
					</li>
				))}
			</ul>
		</Section>
	);
}

function Files({ mayCurate }: Pick<Props, "mayCurate">) {
	return (
		<Section title={t("The catalogue as a whole")} layout="beside">
			<ul>
				<li>
					<a href="/competencies/history">
						{t("How the catalogue has changed")}
					</a>
				</li>
				<li>
					<a href="/competencies/export" download>
						{t("Take it out as a file (CSV)")}
					</a>
				</li>
				{mayCurate && (
					<li>
						<a href="/competencies/import">{t("Load it from a file")}</a>
					</li>
				)}
			</ul>
		</Section>
	);
}
