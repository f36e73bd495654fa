import type { Route } from "../../platform/http/route.ts";
import { auditRoutes } from "./audit/routes.tsx";
import { chemistryRoutes } from "./chemistry/routes.tsx";
import { draftRoutes } from "./drafts/routes.tsx";
import { moverRoutes } from "./movers/routes.tsx";
import { replyRoutes } from "./reply/routes.tsx";
import { boardRoutes } from "./routes/board.tsx";
import { exportRoutes } from "./routes/export.tsx";
import { placeRoutes } from "./routes/places.tsx";
import { policyRoutes } from "./routes/policy.tsx";
import { proposalRoutes } from "./routes/proposals.tsx";
import { publishRoutes } from "./routes/publish.tsx";
import { roundRoutes } from "./routes/rounds.tsx";

export const matchingRoutes: readonly Route[] = [
	...roundRoutes,
	...chemistryRoutes,
	...auditRoutes,
	...draftRoutes,
	...moverRoutes,
	...boardRoutes,
	...placeRoutes,
	...policyRoutes,
	...exportRoutes,
	...publishRoutes,
	...proposalRoutes,
	...replyRoutes,
];
