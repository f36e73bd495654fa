import { anchorAt, levels } from "../../../domain/competencies/catalogue.ts";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { Combobox, TextArea, TextField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { t } from "../../../ui/text.ts";
import { anchorField } from "../forms.ts";
import { levelLabel } from "../level-name.ts";
import type { StoredCompetency } from "../queries.ts";
import { Anchors } from "./anchors.tsx";

/** A new competency, or with `competency` a change to one. */
export function CompetencyFormPage({
	frame,
	clusters,
	competency,
	state,
}: {
	frame: Frame;
	clusters: readonly string[];
	competency?: StoredCompetency;
	state: FormState | undefined;
}) {
	const back =
		competency === undefined
			? { label: t("Competencies"), href: "/competencies" }
			: { label: competency.name, href: `/competencies/${competency.id}` };
	return (
		<Page
			frame={frame}
			title={
				competency === undefined
					? t("What is the new competency?")
					: t("How should it read from now on?")
			}
			lead={t(
				"Everyone in the organisation reads this text when they choose a level. Each save is a version; earlier ones stay readable.",
			)}
			parent={back}
			width="measure"
		>
			<Form
				action={back.href}
				submit={
					competency === undefined ? t("Add to the catalogue") : t("Save")
				}
				cancel={{ label: t("Not now"), href: back.href }}
				state={state}
			>
				<input type="hidden" name="based-on" value={competency?.version ?? 0} />
				{competency !== undefined && state?.problem !== undefined && (
					<Standing competency={competency} />
				)}
				<Fields competency={competency} clusters={clusters} />
			</Form>
		</Page>
	);
}

function Fields({
	competency,
	clusters,
}: {
	competency: StoredCompetency | undefined;
	clusters: readonly string[];
}) {
	return (
		<>
			<TextField
				name="name"
				label={t("Name")}
				required
				value={competency?.name}
			/>
			<Combobox
				name="cluster"
				label={t("Cluster")}
				hint={t("One there is, or a new one.")}
				required
				value={competency?.cluster}
				suggestions={clusters}
			/>
			<TextArea
				name="definition"
				label={t("What it means")}
				required
				rows={3}
				value={competency?.definition}
			/>
			{levels.map((level) => (
				<TextArea
					key={level}
					name={anchorField(level)}
					label={levelLabel(level)}
					hint={
						level === 1
							? t("What others can see someone do at this level.")
							: undefined
					}
					required
					rows={2}
					value={competency && anchorAt(competency, level)}
				/>
			))}
			<TextField
				name="note"
				label={t("Why this change")}
				hint={t("Stands in the history, for everyone.")}
			/>
		</>
	);
}

function Standing({ competency }: { competency: StoredCompetency }) {
	return (
		<Disclosure summary={t("How it reads now")} isOpen>
			<p>
				<strong>{competency.name}</strong> · {competency.cluster}
			</p>
			<p>{competency.definition}</p>
			<Anchors competency={competency} />
		</Disclosure>
	);
}
