import { readersAmong } from "../../relationships/company-name.ts";
import { Select } from "../../../ui/choices.tsx";
import { DateField, TextArea, TextField } from "../../../ui/fields.tsx";
import { FieldGroup, Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { t } from "../../../ui/text.ts";
import type { StoredCompetency } from "../../competencies/queries.ts";
import { longestLine, longestText } from "../forms.ts";
import type { findOwnGoal } from "../queries.ts";
import type { Company } from "../../relationships/company-queries.ts";

type Props = {
	frame: Frame;
	relationship: Company;
	competencies: readonly StoredCompetency[];
	/** YYYY-MM-DD */
	today: string;
	/** Undefined: a new one. */
	goal: Awaited<ReturnType<typeof findOwnGoal>> | undefined;
	state?: FormState | undefined;
};

export function GoalFormPage(props: Props) {
	const { frame, relationship, goal, state } = props;
	const path = `/relationships/${relationship.id}/goals`;
	return (
		<Page
			frame={frame}
			width="measure"
			title={goal === undefined ? t("Set a goal") : t("Change your goal")}
			parent={{ label: t("Your goals"), href: path }}
		>
			<Form
				action={goal === undefined ? path : `/goals/${goal.id}`}
				submit={goal === undefined ? t("Set it") : t("Keep it")}
				state={state}
			>
				{goal !== undefined && (
					<input type="hidden" name="revision" value={goal.revision} />
				)}
				<Fields {...props} />
				{goal === undefined && (
					<FieldGroup
						legend={t("Milestones on the way")}
						hint={t("As many as help; more can follow.")}
					>
						{[1, 2, 3].map((number) => (
							<TextField
								key={number}
								name={`milestone-${number}`}
								label={t("Milestone {number}", { number })}
								audience={readersOf(relationship)}
								maxLength={longestLine}
								size="full"
							/>
						))}
					</FieldGroup>
				)}
			</Form>
		</Page>
	);
}

function readersOf({ others }: Company) {
	return readersAmong(others);
}

function Fields({ relationship, competencies, goal, today }: Props) {
	const readers = readersOf(relationship);
	return (
		<>
			<TextField
				name="aim"
				label={t("What do you want to be able to do?")}
				hint={t("“Say no to the board, and be thanked for it.”")}
				audience={readers}
				value={goal?.aim}
				maxLength={longestLine}
				size="full"
				required
			/>
			<TextArea
				name="challenge"
				label={t("In which work will it show?")}
				hint={t(
					"A real situation that is coming: a decision, a project, a person.",
				)}
				audience={readers}
				value={goal?.challenge}
				maxLength={longestText}
				rows={3}
			/>
			{competencies.length > 0 && (
				<Select
					name="competency"
					label={t("Competency it grows")}
					unchosen={t("None of the catalogue")}
					choices={competencies.map(({ id, name }) => ({
						value: id,
						label: name,
					}))}
					value={goal?.competency ?? ""}
					audience={readers}
				/>
			)}
			<DateField
				name="review-on"
				label={t("Look at it together on")}
				hint={t("From then on it stands on the agenda of the next session.")}
				audience={readers}
				value={goal?.reviewOn ?? undefined}
				{...(goal === undefined ? { earliest: today } : {})}
			/>
		</>
	);
}
