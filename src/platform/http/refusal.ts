import type { FormState } from "../../ui/form.tsx";

/** The four ways to say no. Commands throw them; the web layer turns them into pages in one place. */
export type Refusal = NotFound | NotAllowed | Invalid | Conflict;

/** What is not there, and what this person may not know to be there: the same answer. */
export class NotFound extends Error {
	override readonly name = "NotFound";
}

/** The person may see the thing, but may not do this with it. The message says who may. */
export class NotAllowed extends Error {
	override readonly name = "NotAllowed";
}

/** What was typed cannot be taken: messages by field, and one for the whole where no single field is at fault. */
export class Invalid extends Error {
	override readonly name = "Invalid";
	readonly errors: FormState["errors"];
	readonly problem: string | undefined;

	constructor(errors: FormState["errors"], problem?: string) {
		super("invalid");
		this.errors = errors;
		this.problem = problem;
	}
}

/** Someone else was faster, or things have changed since the page was shown. The message says what now. */
export class Conflict extends Error {
	override readonly name = "Conflict";
}

export function isRefusal(error: unknown): error is Refusal {
	return (
		error instanceof NotFound ||
		error instanceof NotAllowed ||
		error instanceof Invalid ||
		error instanceof Conflict
	);
}
