import type { Route } from "../../platform/http/route.ts";
import { ownAgreementRoutes } from "./own-routes.tsx";
import { programAgreementRoutes } from "./program-routes.tsx";

export const agreementRoutes: readonly Route[] = [
	...programAgreementRoutes,
	...ownAgreementRoutes,
];
