import { holding, type Office } from "../../platform/http/guard.ts";
import { type Visit, visitorOf } from "../../platform/http/visit.ts";

const curating: readonly Office[] = [
	"program-manager",
	"learning-partner",
	"administrator",
];

export const curators = holding(...curating);

/** Whether to show the buttons; the guards of the routes decide once more. */
export function mayCurate(visit: Pick<Visit, "visitor">): boolean {
	return visitorOf(visit).offices.some(({ office }) =>
		curating.includes(office),
	);
}
