import { holding, type Office } from "../../platform/http/guard.ts";
import { type Visit, visitorOf } from "../../platform/http/visit.ts";

const writing: readonly Office[] = ["learning-partner", "program-manager"];

/** Those who write curricula. */
export const writers = holding(...writing);

/** Whether to show the buttons; the guards of the routes decide once more. */
export function mayWrite(visit: Pick<Visit, "visitor">): boolean {
	return visitorOf(visit).offices.some(({ office }) =>
		writing.includes(office),
	);
}
