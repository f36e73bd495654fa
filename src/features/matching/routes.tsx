import type { Tx } from "../../platform/database/database.ts";
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
import { equityRoutes } from "./works/routes.tsx";

/** `afterEnding` runs when the program has ended a pair, in the same transaction. */
export const matchingRoutes = (
	afterEnding: (tx: Tx) => Promise<unknown>,
): readonly Route[] => [
	...roundRoutes,
	...chemistryRoutes,
	...auditRoutes,
	...equityRoutes,
	...draftRoutes,
	...moverRoutes(afterEnding),
	...boardRoutes,
	...placeRoutes,
	...policyRoutes,
	...exportRoutes,
	...publishRoutes,
	...proposalRoutes(afterEnding),
	...replyRoutes(afterEnding),
];
