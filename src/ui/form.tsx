// A form that fails comes back with what was typed: the route renders the same view with `state`, and every field finds its own value
// and its own message in it by name.
import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import { Actions, Button, LinkButton, type Weight } from "./button.tsx";
import { FormKey } from "./form-key.tsx";
import { Icon } from "./icon.tsx";
import { t } from "./text.ts";

/** What was typed, by field name; several values where a name was sent several times. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

export type FormState = {
	readonly values: Typed;
	/** By field name, in the order of the page. */
	readonly errors: Readonly<Record<string, string>>;
	/** What is wrong with the whole rather than with one field. */
	readonly problem?: string | undefined;
};

type FormProps = {
	action: string;
	children?: ComponentChildren;
	/** The words on the main button; without them the form brings its own Actions. */
	submit?: string;
	weight?: Weight;
	cancel?: { label: string; href: string };
	state?: FormState | undefined;
	/** Needed where two forms on a page have fields of the same name. */
	id?: string;
	/** For forms with a file. */
	multipart?: boolean;
};

export function Form(props: FormProps) {
	const { id = "", state = untouched } = props;
	return (
		<form
			class="form"
			method="post"
			action={props.action}
			id={id || undefined}
			encType={props.multipart ? "multipart/form-data" : undefined}
			noValidate
		>
			<FormKey />
			<FormContext.Provider value={{ id, state }}>
				<ErrorSummary id={id} state={state} />
				{props.children}
				{props.submit && (
					<Actions>
						<Button weight={props.weight}>{props.submit}</Button>
						{props.cancel && (
							<LinkButton weight="quiet" href={props.cancel.href}>
								{props.cancel.label}
							</LinkButton>
						)}
					</Actions>
				)}
			</FormContext.Provider>
		</form>
	);
}

/** Fields side by side where there is room. */
export function FieldRow({ children }: { children: ComponentChildren }) {
	return <div class="field-row">{children}</div>;
}

/** A part of a long form, with its own heading in the margin. */
export function FieldGroup({
	legend,
	hint,
	children,
}: {
	legend: string;
	hint?: string;
	children: ComponentChildren;
}) {
	return (
		<fieldset class="field-group">
			<legend>{legend}</legend>
			{hint && <p class="hint">{hint}</p>}
			<div class="field-group-body">{children}</div>
		</fieldset>
	);
}

export function useForm(): { readonly id: string; readonly state: FormState } {
	return useContext(FormContext);
}

export function fieldId(formId: string, name: string): string {
	return formId ? `${formId}-${name}` : `field-${name}`;
}

const untouched: FormState = { values: {}, errors: {} };
const FormContext = createContext<{ id: string; state: FormState }>({
	id: "",
	state: untouched,
});

function ErrorSummary({ id, state }: { id: string; state: FormState }) {
	const errors = Object.entries(state.errors);
	if (errors.length === 0 && !state.problem) return null;
	return (
		<div class="error-summary" role="alert" tabIndex={-1}>
			<h2>
				<Icon name="alert" />
				{state.problem ??
					t(
						"{count, plural, one {One answer needs another look} other {# answers need another look}}",
						{ count: errors.length },
					)}
			</h2>
			{errors.length > 0 && (
				<ul>
					{errors.map(([name, message]) => (
						<li key={name}>
							<a href={`#${fieldId(id, name)}`}>{message}</a>
						</li>
					))}
				</ul>
			)}
			<p>{t("Nothing is lost: what you typed is still here.")}</p>
		</div>
	);
}
