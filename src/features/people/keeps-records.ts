import { holding, type Office } from "../../platform/http/guard.ts";
import { type Visit, visitorOf } from "../../platform/http/visit.ts";

const keeping: readonly Office[] = ["program-manager", "administrator"];

/** The offices that keep what HR says. */
export const recordKeepers = holding(...keeping);

/** Whether to show the way to a record; the guards of the routes decide once more. */
export function keepsRecords(visit: Pick<Visit, "visitor">): boolean {
	return officeKeeping(visit) !== undefined;
}

/** The office a visitor opens a record with, for the journal. */
export function officeKeeping(
	visit: Pick<Visit, "visitor">,
): Office | undefined {
	const held = visitorOf(visit).offices.map(({ office }) => office);
	return keeping.find((office) => held.includes(office));
}
