import type { ZodType } from "zod";
import type { FormState, Typed } from "../../ui/form.tsx";
import { Invalid } from "./refusal.ts";

/** What a form sent, by field name. A name ending in [] is always a list. */
export type Sent = {
	readonly values: Typed;
	readonly files: Readonly<Record<string, File>>;
	readonly formKey: string | undefined;
};

export function readSent(data: FormData): Sent {
	const values: Record<string, string | string[]> = {};
	const files: Record<string, File> = {};
	let formKey: string | undefined;
	for (const [name, value] of data) {
		if (typeof value !== "string") files[name] = value;
		else if (name === "form-key") formKey = value;
		else values[name] = together(values[name], clean(value));
	}
	return { values, files, formKey };
}

/** The typed input, or an Invalid refusal with a message for each field. */
export function parseForm<Input>(form: ZodType<Input>, typed: unknown): Input {
	const read = form.safeParse(typed);
	if (read.success) return read.data;
	const errors: Record<string, string> = {};
	for (const issue of read.error.issues) {
		const [name = ""] = issue.path;
		errors[String(name)] ??= issue.message;
	}
	const { "": problem, ...byField } = errors;
	throw new Invalid(byField, problem);
}

export function stateOf(typed: Typed, refusal: Invalid): FormState {
	return {
		values: typed,
		errors: refusal.errors,
		problem: refusal.problem,
	};
}

function together(
	before: string | string[] | undefined,
	value: string,
): string | string[] {
	return before === undefined ? value : [before, value].flat();
}

// Browsers send CRLF; PostgreSQL texts cannot hold NUL.
function clean(value: string): string {
	return value
		.replaceAll("\r\n", "\n")
		.replaceAll("\u0000", "")
		.normalize("NFC");
}
