import type { Route } from "../../platform/http/route.ts";
import type { LeavingReaction } from "./leaving.ts";
import { invitationRoutes, leavingRoutes } from "./routes/coming-and-going.tsx";
import { directoryRoutes } from "./routes/directory.tsx";
import { newPersonRoutes } from "./routes/new-person.tsx";
import { ownFactRoutes } from "./routes/own-facts.tsx";
import { ownRoutes } from "./routes/own.tsx";
import { recordRoutes } from "./routes/record.tsx";
import { scaleRoutes } from "./routes/scales.tsx";

/** The directory, what people say about themselves, and what HR says about them. */
export function peopleRoutes(
	canMail: boolean,
	reactions: readonly LeavingReaction[] = [],
): Route[] {
	return [
		...newPersonRoutes,
		...directoryRoutes,
		...recordRoutes,
		...invitationRoutes(canMail),
		...leavingRoutes(reactions),
		...ownRoutes,
		...ownFactRoutes,
		...scaleRoutes,
	];
}
