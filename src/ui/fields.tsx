import type { ComponentChildren } from "preact";
import { Field, type FieldProps, useTyped, type Wiring } from "./field.tsx";
import { useIsland } from "./frame.ts";
import { Icon } from "./icon.tsx";
import { t } from "./text.ts";

type TextProps = FieldProps & {
	value?: string | undefined;
	autocomplete?: string;
	placeholder?: string;
	maxLength?: number;
	/** Characters the answer is expected to have; the field is as wide as its answer. */
	size?: "short" | "medium" | "full";
};

export function TextField(props: TextProps) {
	return (
		<Input props={props} input={(all) => <input {...all} type="text" />} />
	);
}

export function EmailField(props: TextProps) {
	return (
		<Input
			props={{ autocomplete: "email", ...props }}
			input={(all) => <input {...all} type="email" />}
		/>
	);
}

export function SearchField(props: TextProps) {
	return (
		<Input props={props} input={(all) => <input {...all} type="search" />} />
	);
}

/** A calendar day, YYYY-MM-DD. */
export function DateField(
	props: TextProps & { earliest?: string; latest?: string },
) {
	return (
		<Input
			props={{ size: "short", ...props }}
			input={(all) => (
				<input {...all} type="date" min={props.earliest} max={props.latest} />
			)}
		/>
	);
}

export function TimeField(props: TextProps) {
	return (
		<Input
			props={{ size: "short", ...props }}
			input={(all) => <input {...all} type="time" />}
		/>
	);
}

/** unit: what stands after the figure, "hours a month". */
export function NumberField(
	props: Omit<TextProps, "value"> & {
		value?: number | undefined;
		least?: number;
		most?: number;
		step?: number | "any";
		unit?: string;
	},
) {
	const { value, ...rest } = props;
	return (
		<Input
			props={{ size: "short", ...rest, value: value?.toString() }}
			unit={props.unit}
			input={(all) => (
				<input
					{...all}
					type="number"
					min={props.least}
					max={props.most}
					step={props.step}
				/>
			)}
		/>
	);
}

/** Never shows what was typed again after an error: passwords do not travel back. */
export function PasswordField(props: FieldProps & { isNew?: boolean }) {
	useIsland("password");
	return (
		<Field
			props={props}
			control={(wiring) => (
				<span class="password">
					<input
						{...wiring}
						type="password"
						class="input"
						autocomplete={props.isNew ? "new-password" : "current-password"}
					/>
					<button
						type="button"
						class="button quiet"
						hidden
						data-show={t("Show")}
						data-hide={t("Hide")}
						aria-controls={wiring.id}
						aria-pressed="false"
					>
						{t("Show")}
					</button>
				</span>
			)}
		/>
	);
}

export function TextArea(
	props: FieldProps & {
		value?: string | undefined;
		rows?: number;
		maxLength?: number;
	},
) {
	const value = useTyped(props.name, props.value);
	return (
		<Field
			props={props}
			control={(wiring) => (
				<textarea
					{...wiring}
					class="input"
					rows={props.rows ?? 4}
					maxLength={props.maxLength}
				>
					{value}
				</textarea>
			)}
		/>
	);
}

/** accept: file endings, ".csv,.xlsx". The form around it needs `multipart`. */
export function FileField(
	props: FieldProps & { accept?: string; multiple?: boolean },
) {
	return (
		<Field
			props={props}
			control={(wiring) => (
				<input
					{...wiring}
					type="file"
					class="input file"
					accept={props.accept}
					multiple={props.multiple}
				/>
			)}
		/>
	);
}

/** Free text with suggestions, which work without script. */
export function Combobox(
	props: TextProps & { suggestions: readonly string[] },
) {
	const value = useTyped(props.name, props.value);
	return (
		<Field
			props={props}
			control={(wiring) => (
				<span class="combobox">
					<input
						{...wiring}
						type="text"
						class="input"
						value={value}
						list={`${wiring.id}-list`}
						placeholder={props.placeholder}
						autocomplete="off"
					/>
					<Icon name="down" />
					<datalist id={`${wiring.id}-list`}>
						{props.suggestions.map((suggestion) => (
							<option key={suggestion}>{suggestion}</option>
						))}
					</datalist>
				</span>
			)}
		/>
	);
}

type InputAttributes = Wiring & {
	readonly class: string;
	readonly value: string;
	readonly autocomplete: string | undefined;
	readonly placeholder: string | undefined;
	readonly maxLength: number | undefined;
};

function Input({
	props,
	unit,
	input,
}: {
	props: TextProps;
	unit?: string | undefined;
	input: (attributes: InputAttributes) => ComponentChildren;
}) {
	const value = useTyped(props.name, props.value);
	return (
		<Field
			props={props}
			unit={unit}
			control={(wiring) =>
				input({
					...wiring,
					value,
					class: `input ${props.size ?? "full"}`,
					autocomplete: props.autocomplete,
					placeholder: props.placeholder,
					maxLength: props.maxLength,
				})
			}
		/>
	);
}
