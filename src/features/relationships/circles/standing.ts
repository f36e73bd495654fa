import type { Visit } from "../../../platform/http/visit.ts";
import { visitorOf } from "../../../platform/http/visit.ts";
import { NotFound } from "../../../platform/http/refusal.ts";
import { findProgram, type Program } from "../../programs/queries/programs.ts";
import { holdsIn, uuidIn } from "../../programs/standing.ts";

/** A program as somebody stands to it who may start circles: whoever runs it, or facilitates in it and oversees nothing else. */
export type CircleStanding = {
	readonly program: Program;
	readonly manages: boolean;
	readonly oversees: boolean;
};

export async function enterCircles(
	visit: Pick<Visit, "db" | "visitor"> & {
		readonly params: { readonly program: string };
	},
): Promise<CircleStanding> {
	const id = uuidIn(visit.params.program);
	const program = await findProgram(visit.db, id);
	if (program === undefined) throw new NotFound();
	const manages = holdsIn(visitorOf(visit), id, ["program-manager"]);
	return { program, manages, oversees: manages };
}
