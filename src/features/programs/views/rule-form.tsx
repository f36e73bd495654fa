import type { FactKinds } from "../../../domain/programs/rule.ts";
import type { Side } from "../../../domain/programs/enrolment.ts";
import { Actions, Button, type Weight } from "../../../ui/button.tsx";
import { RadioGroup, Select } from "../../../ui/choices.tsx";
import { Combobox, TextField } from "../../../ui/fields.tsx";
import { FieldGroup, FieldRow } from "../../../ui/form.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { t } from "../../../ui/text.ts";
import type { Vocabulary } from "../queries/fact-words.ts";
import {
	needsValue,
	type RuleDraft,
	type RuleRow,
	rowOperatorsFor,
} from "../rule-draft.ts";
import { admissionFacts, operatorName } from "../rule-words.ts";

type Props = {
	action: string;
	side: Side;
	draft: RuleDraft;
	wrong: readonly number[];
	kinds: FactKinds;
	vocabulary: Vocabulary;
	/** Secondary while adopting is the page's main action. */
	weight: Weight;
};

/** A rule as rows. Asks and changes nothing, so it is a form that goes into the address: a preview can be sent to a colleague. */
export function RuleForm(props: Props) {
	const { draft, side, wrong } = props;
	return (
		<form class="form" method="get" action={props.action} noValidate>
			{/* Enter in a field does what the main button does, and not what the first one in the form does. */}
			<button
				type="submit"
				class="unseen"
				name="do"
				value="preview"
				tabIndex={-1}
				aria-hidden="true"
			>
				{t("Show who that is")}
			</button>
			<input type="hidden" name="side" value={side} />
			{wrong.length > 0 && (
				<div class="error-summary" role="alert" tabIndex={-1}>
					<h2>
						<Icon name="alert" />
						{t(
							"{count, plural, one {One condition is not complete} other {# conditions are not complete}}",
							{ count: wrong.length },
						)}
					</h2>
					<p>
						{t(
							"Give each a value that fits; several are separated by semicolons.",
						)}
					</p>
				</div>
			)}
			{draft.rows.length > 1 ? (
				<RadioGroup
					name="joint"
					label={t("Whoever takes part must meet")}
					layout="row"
					choices={[
						{ value: "all", label: t("all of these") },
						{ value: "any", label: t("at least one of these") },
					]}
					value={draft.joint}
					required
				/>
			) : (
				<input type="hidden" name="joint" value={draft.joint} />
			)}
			{draft.rows.length === 0 && (
				<p class="hint">
					{t("Without a condition everyone in the organisation may take part.")}
				</p>
			)}
			{draft.rows.map((row, place) => (
				<Row
					key={`${place}-${row.fact}`}
					row={row}
					place={place}
					isWrong={wrong.includes(place)}
					props={props}
				/>
			))}
			<AddRow props={props} />
			<Actions>
				<Button weight={props.weight} name="do" value="preview">
					{t("Show who that is")}
				</Button>
			</Actions>
		</form>
	);
}

function Row({
	row,
	place,
	isWrong,
	props: { kinds, vocabulary },
}: {
	row: RuleRow;
	place: number;
	isWrong: boolean;
	props: Props;
}) {
	const kind = kinds[row.fact]?.kind ?? "text";
	const suggestions = vocabulary.suggestions(row.fact);
	const name = vocabulary.name(row.fact);
	const value = {
		name: `value-${place}`,
		label: t("Value"),
		value: row.value,
		required: needsValue(row.operator),
	};
	return (
		<FieldGroup
			legend={t("Condition {number}: {fact}", {
				number: place + 1,
				fact: name,
			})}
		>
			<input type="hidden" name={`fact-${place}`} value={row.fact} />
			<FieldRow>
				<Select
					name={`operator-${place}`}
					label={t("How")}
					choices={rowOperatorsFor(kind).map((operator) => ({
						value: operator,
						label: operatorName(operator, kind),
					}))}
					value={row.operator}
					required
				/>
				{suggestions.length > 0 ? (
					<Combobox {...value} suggestions={suggestions} />
				) : (
					<TextField {...value} />
				)}
			</FieldRow>
			{isWrong && (
				<p class="field-error">
					<Icon name="alert" />
					{t("This value does not fit. Several are separated by semicolons.")}
				</p>
			)}
			<Actions>
				<Button weight="quiet" icon="close" name="do" value={`remove-${place}`}>
					{t("Take away")}
					<span class="unseen">
						{" "}
						{t("condition {number}: {fact}", {
							number: place + 1,
							fact: name,
						})}
					</span>
				</Button>
			</Actions>
		</FieldGroup>
	);
}

function AddRow({ props: { kinds, vocabulary } }: { props: Props }) {
	const facts = [
		...admissionFacts.filter((fact) => kinds[fact] !== undefined),
		...vocabulary.ownFacts,
	];
	return (
		<FieldRow>
			<Select
				name="add"
				label={t("One condition more, about")}
				unchosen={t("choose what")}
				choices={facts.map((fact) => ({
					value: fact,
					label: vocabulary.name(fact),
				}))}
				required
			/>
			<Actions>
				<Button weight="secondary" icon="add" name="do" value="add">
					{t("Add the condition")}
				</Button>
			</Actions>
		</FieldRow>
	);
}
