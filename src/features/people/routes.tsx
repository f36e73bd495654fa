import type { Route } from "../../platform/http/route.ts";
import type { LeavingReaction } from "./leaving.ts";
import { directoryRoutes } from "./routes/directory.tsx";
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
		...directoryRoutes,
		...recordRoutes({ canMail, reactions }),
		...ownRoutes,
		...ownFactRoutes,
		...scaleRoutes,
	];
}
