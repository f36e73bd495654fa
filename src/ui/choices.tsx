// Fields that choose among given answers.
import {
	Field,
	FieldNotes,
	type FieldProps,
	FieldSet,
	useTyped,
	useTypedList,
	useWiring,
} from "./field.tsx";
import { fieldId, useForm } from "./form.tsx";
import { Icon } from "./icon.tsx";
import { t } from "./text.ts";

export type Choice = {
	readonly value: string;
	readonly label: string;
	readonly hint?: string | undefined;
	readonly disabled?: boolean | undefined;
};

type OneOf = FieldProps & {
	choices: readonly Choice[];
	value?: string | undefined;
};

type SomeOf = FieldProps & {
	choices: readonly Choice[];
	value?: readonly string[] | undefined;
	/** "columns" for long lists of short answers. */
	layout?: "list" | "columns";
};

/** For more than six answers; up to six are better seen at once, as RadioGroup. unchosen: what stands before a choice is made. */
export function Select(props: OneOf & { unchosen?: string }) {
	const value = useTyped(props.name, props.value);
	return (
		<Field
			props={props}
			control={(wiring) => (
				<span class="select">
					<select {...wiring} class="input">
						{props.unchosen !== undefined && (
							<option value="" selected={value === ""}>
								{props.unchosen}
							</option>
						)}
						{props.choices.map((choice) => (
							<option
								key={choice.value}
								value={choice.value}
								selected={choice.value === value}
								disabled={choice.disabled}
							>
								{choice.label}
							</option>
						))}
					</select>
					<Icon name="down" />
				</span>
			)}
		/>
	);
}

export function RadioGroup(
	props: OneOf & { layout?: "list" | "row" | undefined },
) {
	const value = useTyped(props.name, props.value);
	return (
		<FieldSet props={props}>
			<div class={`choices ${props.layout ?? "list"}`}>
				{props.choices.map((choice) => (
					<ChoiceLine
						key={choice.value}
						type="radio"
						name={props.name}
						choice={choice}
						isChosen={choice.value === value}
						required={props.required}
					/>
				))}
			</div>
		</FieldSet>
	);
}

export function CheckboxGroup(props: SomeOf) {
	const chosen = useTypedList(props.name, props.value);
	return (
		<FieldSet props={props}>
			<div class={`choices ${props.layout ?? "list"}`}>
				{props.choices.map((choice) => (
					<ChoiceLine
						key={choice.value}
						type="checkbox"
						name={props.name}
						choice={choice}
						isChosen={chosen.includes(choice.value)}
					/>
				))}
			</div>
		</FieldSet>
	);
}

/** One statement to agree to. Sends "yes" or nothing. */
export function Checkbox(props: FieldProps & { checked?: boolean }) {
	const wiring = useWiring(props);
	const chosen = useTypedList(props.name, props.checked ? ["yes"] : []);
	return (
		<div class={wiring["aria-invalid"] ? "field wrong" : "field"}>
			<label class="choice">
				<input
					{...wiring}
					type="checkbox"
					value="yes"
					checked={chosen.includes("yes")}
				/>
				<span class="choice-label">{props.label}</span>
			</label>
			<div class="choice-notes">
				<FieldNotes props={props} id={wiring.id} />
			</div>
		</div>
	);
}

/**
 * A list of words. What is there can be taken away, more can be added, all without script. The name is sent once for each word kept and
 * once for the field of new ones, in which commas separate: split every value at its commas.
 */
export function TagsField(
	props: FieldProps & {
		value?: readonly string[];
		suggestions?: readonly string[];
	},
) {
	const kept = useTypedList(props.name, props.value)
		.flatMap((value) => value.split(","))
		.map((value) => value.trim())
		.filter(Boolean);
	const id = `${useWiring(props).id}-more`;
	return (
		<FieldSet props={props}>
			<span class="tags">
				{kept.map((value) => (
					<label key={value} class="tag removable">
						<input type="checkbox" name={props.name} value={value} checked />
						{value}
						<Icon name="close" />
					</label>
				))}
			</span>
			<label class="more-tags">
				<span class="hint">{t("Add more, separated by commas")}</span>
				<input
					type="text"
					class="input"
					name={props.name}
					list={props.suggestions && `${id}-list`}
					autocomplete="off"
				/>
			</label>
			{props.suggestions && (
				<datalist id={`${id}-list`}>
					{props.suggestions.map((suggestion) => (
						<option key={suggestion}>{suggestion}</option>
					))}
				</datalist>
			)}
		</FieldSet>
	);
}

function ChoiceLine({
	type,
	name,
	choice,
	isChosen,
	required,
}: {
	type: "radio" | "checkbox";
	name: string;
	choice: Choice;
	isChosen: boolean;
	required?: boolean | undefined;
}) {
	const id = `${fieldId(useForm().id, name)}-${choice.value}`;
	return (
		<label class="choice" for={id}>
			<input
				type={type}
				id={id}
				name={name}
				value={choice.value}
				checked={isChosen}
				disabled={choice.disabled}
				required={required}
				aria-describedby={choice.hint && `${id}-hint`}
			/>
			<span class="choice-label">
				{choice.label}
				{choice.hint && (
					<span class="hint" id={`${id}-hint`}>
						{choice.hint}
					</span>
				)}
			</span>
		</label>
	);
}
