// The shell that every field shares: label, who will read it, hint, message, control, tied together for those who hear the page.
import type { ComponentChildren } from "preact";
import { Audience, type Readers } from "./audience.tsx";
import { fieldId, useForm } from "./form.tsx";
import { Icon } from "./icon.tsx";
import { t } from "./text.ts";

export type FieldProps = {
	name: string;
	label: string;
	hint?: string | undefined;
	/** Who will read it. Needed for anything personal. */
	audience?: Readers | undefined;
	/** Fields that are not required say "optional" at their label. */
	required?: boolean | undefined;
	disabled?: boolean | undefined;
};

/** What the control itself must carry. */
export type Wiring = {
	readonly id: string;
	readonly name: string;
	readonly required: boolean | undefined;
	readonly disabled: boolean | undefined;
	readonly "aria-describedby": string | undefined;
	readonly "aria-invalid": true | undefined;
};

/** One control under one label. */
export function Field({
	props,
	control,
	unit,
}: {
	props: FieldProps;
	control: (wiring: Wiring) => ComponentChildren;
	unit?: string | undefined;
}) {
	const wiring = useWiring(props);
	return (
		<div class={wiring["aria-invalid"] ? "field wrong" : "field"}>
			<label class="label" for={wiring.id}>
				{props.label}
				<OptionalMark props={props} />
			</label>
			<FieldNotes props={props} id={wiring.id} />
			{unit ? (
				<span class="with-unit">
					{control(wiring)}
					<span class="unit">{unit}</span>
				</span>
			) : (
				control(wiring)
			)}
		</div>
	);
}

/** Several controls under one question: radio buttons, checkboxes, tags. */
export function FieldSet({
	props,
	children,
}: {
	props: FieldProps;
	children: ComponentChildren;
}) {
	const wiring = useWiring(props);
	return (
		<fieldset
			class={wiring["aria-invalid"] ? "field wrong" : "field"}
			id={wiring.id}
			tabIndex={wiring["aria-invalid"] && -1}
			aria-describedby={wiring["aria-describedby"]}
			disabled={props.disabled}
		>
			<legend class="label">
				{props.label}
				<OptionalMark props={props} />
			</legend>
			<FieldNotes props={props} id={wiring.id} />
			{children}
		</fieldset>
	);
}

export function useWiring(props: FieldProps): Wiring {
	const { id: formId, state } = useForm();
	const id = fieldId(formId, props.name);
	const isWrong = state.errors[props.name] !== undefined;
	const notes = [
		props.audience && `${id}-audience`,
		props.hint && `${id}-hint`,
		isWrong && `${id}-error`,
	].filter(Boolean);
	return {
		id,
		name: props.name,
		required: props.required,
		disabled: props.disabled,
		"aria-describedby": notes.join(" ") || undefined,
		"aria-invalid": isWrong || undefined,
	};
}

/** What was typed before the form came back, else what is stored. */
export function useTyped(name: string, stored = ""): string {
	const typed = useForm().state.values[name];
	return typeof typed === "string" ? typed : (typed?.[0] ?? stored);
}

export function useTypedList(
	name: string,
	stored: readonly string[] = [],
): readonly string[] {
	const { values } = useForm().state;
	// A group of checkboxes with none ticked sends nothing, so a form that came back without the name means none.
	if (Object.keys(values).length === 0) return stored;
	return [values[name] ?? []].flat();
}

export function FieldNotes({ props, id }: { props: FieldProps; id: string }) {
	const error = useForm().state.errors[props.name];
	return (
		<>
			{props.audience && (
				<span id={`${id}-audience`}>
					<Audience of={props.audience} />
				</span>
			)}
			{props.hint && (
				<span class="hint" id={`${id}-hint`}>
					{props.hint}
				</span>
			)}
			{error !== undefined && (
				<span class="field-error" id={`${id}-error`}>
					<Icon name="alert" />
					{error}
				</span>
			)}
		</>
	);
}

function OptionalMark({ props }: { props: FieldProps }) {
	return props.required || props.disabled ? null : (
		<span class="optional">{t("optional")}</span>
	);
}
