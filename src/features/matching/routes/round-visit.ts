import type { Visit } from "../../../platform/http/visit.ts";

/** A visit to any page of a round. */
export type RoundVisit = Omit<Visit, "params"> & {
	readonly params: { readonly program: string; readonly round: string };
};
