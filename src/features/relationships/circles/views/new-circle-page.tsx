import { circleSize } from "../../../../domain/relationships/circle.ts";
import { cadences } from "../../../../domain/programs/charter.ts";
import { RadioGroup, Select } from "../../../../ui/choices.tsx";
import { EmptyState } from "../../../../ui/empty-state.tsx";
import { NumberField, TextArea, TextField } from "../../../../ui/fields.tsx";
import { Form, type FormState } from "../../../../ui/form.tsx";
import type { Frame } from "../../../../ui/frame.ts";
import { Page } from "../../../../ui/page.tsx";
import { PeoplePicker, type Pickable } from "../../../../ui/people-picker.tsx";
import { t } from "../../../../ui/text.ts";
import { cadenceName } from "../../../programs/charter-text.ts";
import type { Choosing } from "../choosing.ts";
import { circleMinutes, longestName, longestTheme } from "../forms.ts";
import type { CircleStanding } from "../standing.ts";

export type Named = { readonly id: string; readonly name: string };

export function NewCirclePage({
	frame,
	standing,
	choosing: { chosen, found, enrolled },
	facilitators,
	state,
}: {
	frame: Frame;
	standing: CircleStanding;
	choosing: Choosing;
	/** In the office. */
	facilitators: readonly Named[];
	state?: FormState | undefined;
}) {
	const { program } = standing;
	const base = `/programs/${program.id}/circles`;
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("Start a circle")}
			parent={{
				label: t("Circles of {program}", { program: program.name }),
				href: base,
			}}
			lead={t(
				"Everyone you choose gets a mail that says only that a circle asks for them. Name and theme are read by them and by those who run the program.",
			)}
		>
			{enrolled < circleSize.fewest ? (
				<EmptyState title={t("Too few people yet")}>
					{t(
						"A circle is made of people who take part in the program. At least three must be enrolled.",
					)}
				</EmptyState>
			) : (
				<Form action={base} submit={t("Ask them")} state={state}>
					<TextField
						name="name"
						label={t("Name of the circle")}
						maxLength={longestName}
						required
					/>
					<TextArea
						name="theme"
						label={t("What it is about, in a sentence")}
						rows={2}
						maxLength={longestTheme}
						required
					/>
					<RadioGroup
						name="cadence"
						label={t("How often you recommend to meet")}
						hint={t("Its members can choose another rhythm.")}
						value="month"
						required
						choices={cadences.map((value) => ({
							value,
							label: value === "own" ? t("as it suits") : cadenceName(value),
						}))}
					/>
					<NumberField
						name="minutes"
						label={t("How long it takes")}
						value={circleMinutes.usual}
						least={circleMinutes.least}
						most={circleMinutes.most}
						unit={t("minutes")}
						required
					/>
					<PeoplePicker
						name="people"
						label={t("Whom you ask")}
						hint={t("{fewest} to {most} people beside the facilitator.", {
							fewest: circleSize.fewest,
							most: circleSize.most,
						})}
						action={`${base}/new`}
						chosen={chosen}
						found={found}
					/>
					<FacilitatorField
						chosen={chosen}
						facilitators={facilitators}
						required
					/>
				</Form>
			)}
		</Page>
	);
}

/** Those in the office first, then whoever is chosen. */
export function FacilitatorField({
	chosen,
	facilitators,
	required = false,
}: {
	chosen: readonly Pickable[];
	facilitators: readonly Named[];
	required?: boolean;
}) {
	const offices = new Set(facilitators.map(({ id }) => id));
	return (
		<div data-of-picked>
			<Select
				name="facilitator"
				label={t("Who facilitates")}
				hint={t("One of those you have chosen, or a facilitator by office.")}
				unchosen={required ? t("Choose somebody") : t("Nobody else")}
				required={required}
				choices={[
					...facilitators.map(({ id, name }) => ({
						value: id,
						label: t("{name}, facilitator", { name }),
					})),
					...chosen
						.filter(({ id }) => !offices.has(id))
						.map(({ id, name }) => ({ value: id, label: name })),
				]}
			/>
		</div>
	);
}
