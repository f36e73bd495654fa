import { type Visit, visitorOf } from "../../platform/http/visit.ts";
import { findCurriculum, findStep } from "./queries/curricula.ts";

type Asking = Pick<Visit, "db" | "visitor">;

/** The curriculum that a route names, as the visitor sees it. */
export function curriculumOf(
	visit: Asking & { readonly params: { readonly curriculum: string } },
) {
	return findCurriculum(visit.db, visit.params.curriculum, visitorOf(visit).id);
}

/** The step that a route names, with its curriculum. */
export function stepOf(
	visit: Asking & { readonly params: { readonly step: string } },
) {
	return findStep(visit.db, visit.params.step, visitorOf(visit).id);
}
