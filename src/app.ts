import type { Hono } from "hono";
import { administrationRoutes } from "./features/administration/routes.tsx";
import {
	type DemonstrationOptions,
	demonstrationRoutes,
	offeredCast,
} from "./features/demonstration/routes.tsx";
import { designRoutes } from "./features/design/routes.tsx";
import { preferenceRoutes } from "./features/sign-in/preferences.ts";
import { findVisitor } from "./features/sign-in/queries.ts";
import { signInRoutes } from "./features/sign-in/routes.tsx";
import { linkRoutes } from "./features/sign-in/link-routes.tsx";
import { ownSignInsRoutes } from "./features/sign-in/own-sign-ins-routes.tsx";
import { setUpRoutes } from "./features/sign-in/set-up-routes.tsx";
import { todayRoutes } from "./features/today/routes.tsx";
import type { Assets } from "./platform/assets/assets.ts";
import { signedIn } from "./platform/http/guard.ts";
import type { Place } from "./platform/http/navigation.ts";
import type { Route } from "./platform/http/route.ts";
import { requestEntry } from "./platform/http/server.ts";
import { wire } from "./platform/http/wire.tsx";
import type { Wiring } from "./platform/http/wiring.ts";
import type { Job } from "./platform/jobs/jobs.ts";
import { deliver, type PostOffice } from "./platform/mail/mail.ts";
import { t } from "./ui/text.ts";

export type AppOptions = {
	readonly assets: Assets;
	readonly origin: string;
	readonly postOffice: PostOffice | undefined;
	readonly demonstration: DemonstrationOptions;
	readonly database: Wiring["database"];
	readonly isReady: Wiring["isReady"];
	readonly onBug?: Wiring["onBug"];
	readonly now?: Wiring["now"];
};

/** The product's table of contents: every feature's routes, in dependency order. */
export function allRoutes({
	canMail,
	demonstration,
}: {
	readonly canMail: boolean;
	readonly demonstration: DemonstrationOptions;
}): Route[] {
	return [
		...setUpRoutes,
		...signInRoutes({ canMail, cast: offeredCast(demonstration.isOpen) }),
		...linkRoutes(canMail),
		...ownSignInsRoutes,
		...preferenceRoutes,
		...todayRoutes([]),
		...administrationRoutes(canMail),
		...designRoutes,
		...demonstrationRoutes(demonstration),
	];
}

/** Work that outlives its request, in the same order. */
export function allJobs(postOffice: PostOffice | undefined): Job[] {
	return [
		{
			name: "deliver-mail",
			run: async ({ mail }, database) => {
				if (postOffice !== undefined)
					await deliver(database, String(mail), postOffice);
			},
		},
	];
}

/** What stands in the rail. */
const places: readonly Place[] = [
	{ label: () => t("Today"), href: "/", icon: "today", allow: signedIn },
	{
		label: () => t("Offices"),
		href: "/administration/offices",
		icon: "settings",
		allow: signedIn,
	},
];

export function makeApp(options: AppOptions): Hono {
	const routes = allRoutes({
		canMail: options.postOffice !== undefined,
		demonstration: options.demonstration,
	});
	return requestEntry(routes, wire({ ...options, findVisitor, places }));
}
