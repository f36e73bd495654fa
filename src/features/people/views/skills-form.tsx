import { anchorAt, levels } from "../../../domain/competencies/catalogue.ts";
import { Actions, Button, LinkButton } from "../../../ui/button.tsx";
import { RadioGroup } from "../../../ui/choices.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import { levelLabel } from "../../competencies/level-name.ts";
import type {
	Clustered,
	StoredCompetency,
} from "../../competencies/queries.ts";
import { markOf } from "../mark.ts";
import type { SkillSide } from "../queries/own.ts";
import { skillSummary } from "./skill-list.tsx";

type Props = {
	frame: Frame;
	side: SkillSide;
	clusters: readonly Clustered<StoredCompetency>[];
	levels: ReadonlyMap<string, number>;
	state: FormState | undefined;
};

/** The whole catalogue, closed; a competency opens on its five levels. Works with a thumb and without script. */
export function SkillsPage(props: Props) {
	const { frame, side, clusters } = props;
	return (
		<Page
			frame={frame}
			title={
				side === "offer"
					? t("What can you help someone grow in?")
					: t("What do you want to grow in?")
			}
			lead={
				side === "offer"
					? t(
							"Open the few that matter and choose the level that describes you. Leave the rest closed.",
						)
					: t(
							"Open the few that matter and choose the level you want to reach. Leave the rest closed.",
						)
			}
			parent={{ label: t("About you"), href: "/me" }}
		>
			{clusters.length === 0 ? (
				<EmptyState title={t("No competencies yet")}>
					{t(
						"Whoever runs the program or looks after learning installs the catalogue. After that you can say what you offer and what you seek.",
					)}
				</EmptyState>
			) : (
				<Choices {...props} />
			)}
		</Page>
	);
}

function Choices(props: Props) {
	const { side, clusters, state } = props;
	return (
		<Form action={side === "offer" ? "/me/offers" : "/me/seeks"} state={state}>
			<input type="hidden" name="seen" value={markOf([...props.levels])} />
			{clusters.map((cluster) => (
				<Section key={cluster.name} title={cluster.name}>
					<div>
						{cluster.competencies.map((competency) => (
							<Choice
								key={competency.id}
								competency={competency}
								props={props}
							/>
						))}
					</div>
				</Section>
			))}
			<Actions>
				<Button>
					{side === "offer" ? t("Save what I offer") : t("Save what I seek")}
				</Button>
				<LinkButton weight="quiet" href="/me">
					{t("Not now")}
				</LinkButton>
			</Actions>
		</Form>
	);
}

function Choice({
	competency,
	props: { side, levels: chosen, state },
}: {
	competency: StoredCompetency;
	props: Props;
}) {
	const name = `level-${competency.id}`;
	const typed = state?.values[name];
	const level = chosen.get(competency.id);
	return (
		<Disclosure
			summary={skillSummary(competency.name, level)}
			isOpen={typed !== undefined && typed !== String(level ?? "")}
		>
			<p class="hint">{competency.definition}</p>
			<RadioGroup
				name={name}
				label={
					side === "offer"
						? t("{competency}: your level", { competency: competency.name })
						: t("{competency}: the level you want to reach", {
								competency: competency.name,
							})
				}
				audience={side === "offer" ? "organisation" : "program-managers"}
				required
				value={String(level ?? "")}
				choices={[
					{
						value: "",
						label: side === "offer" ? t("I do not offer this") : t("Not now"),
					},
					...levels.map((each) => ({
						value: String(each),
						label: levelLabel(each),
						hint: anchorAt(competency, each),
					})),
				]}
			/>
		</Disclosure>
	);
}
