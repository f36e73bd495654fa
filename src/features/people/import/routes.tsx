import type { Route } from "../../../platform/http/route.ts";
import type { LeavingReaction } from "../leaving.ts";
import { columnsRoutes } from "./columns-routes.tsx";
import { decisionRoutes } from "./decision-routes.tsx";
import { downloadRoutes } from "./download-routes.tsx";
import { previewRoutes } from "./preview-routes.tsx";
import { uploadRoutes } from "./upload-routes.tsx";

/** People from a file: choose it, say what its columns mean, see what would change, decide, and take it back. */
export function importRoutes(leaving: readonly LeavingReaction[]): Route[] {
	return [
		...uploadRoutes,
		...columnsRoutes,
		...previewRoutes(leaving),
		...decisionRoutes,
		...downloadRoutes,
	];
}
