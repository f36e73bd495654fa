import type { Route } from "../../platform/http/route.ts";
import { boardRoutes } from "./routes/board.tsx";
import { exportRoutes } from "./routes/export.tsx";
import { policyRoutes } from "./routes/policy.tsx";
import { proposalRoutes } from "./routes/proposals.tsx";
import { publishRoutes } from "./routes/publish.tsx";
import { roundRoutes } from "./routes/rounds.tsx";

export const matchingRoutes: readonly Route[] = [
	...roundRoutes,
	...boardRoutes,
	...policyRoutes,
	...exportRoutes,
	...publishRoutes,
	...proposalRoutes,
];
