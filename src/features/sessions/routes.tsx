import type { Route } from "../../platform/http/route.ts";
import { aloneRoutes } from "./routes/alone-routes.tsx";
import { agendaRoutes } from "./routes/agenda-routes.tsx";
import { artifactRoutes } from "./routes/artifact-routes.tsx";
import { commitmentRoutes } from "./routes/commitment-routes.tsx";
import { linkedCommitmentRoutes } from "./routes/linked-commitment-routes.tsx";
import { writeUpRoutes } from "./routes/write-up-routes.tsx";
import { dateRoutes } from "./routes/date-routes.tsx";
import { keptCalendarRoutes } from "./routes/kept-calendar-routes.tsx";
import { sessionRoutes } from "./routes/session-routes.tsx";

export const allSessionRoutes: readonly Route[] = [
	...dateRoutes,
	...sessionRoutes,
	...agendaRoutes,
	...aloneRoutes,
	...writeUpRoutes,
	...commitmentRoutes,
	...linkedCommitmentRoutes,
	...artifactRoutes,
	...keptCalendarRoutes,
];
