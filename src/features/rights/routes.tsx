import type { Route } from "../../platform/http/route.ts";
import { correctionRoutes } from "./routes/corrections.tsx";
import { erasureRoutes } from "./routes/erasures.tsx";
import { ownDataRoutes } from "./routes/own-data.tsx";
import { retentionRoutes } from "./routes/retention.tsx";

/** What people can demand for their data, and those who answer. */
export const rightsRoutes: readonly Route[] = [
	...ownDataRoutes,
	...correctionRoutes,
	...erasureRoutes,
	...retentionRoutes,
];
