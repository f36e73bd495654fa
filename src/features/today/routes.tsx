import { anyone } from "../../platform/http/guard.ts";
import { page, type Route } from "../../platform/http/route.ts";
import { redirect, show } from "../../platform/http/visit.ts";
import { isSetUp } from "../sign-in/queries.ts";
import type { UnderwayQuery, WaitingQuery } from "./queries.ts";
import { TodayPage } from "./views/today.tsx";

/** Everyone's first page. What can wait for someone is said by the features themselves, in the order of app.ts. */
export function todayRoutes(
	sources: readonly WaitingQuery[],
	goingOn: readonly UnderwayQuery[],
): Route[] {
	return [
		page("/", {
			allow: anyone,
			what: "Today: what waits for the visitor; for strangers the way in",
			show: async (visit) => {
				const { visitor } = visit;
				if (visitor === null)
					return redirect((await isSetUp(visit.db)) ? "/sign-in" : "/welcome");
				const waiting = [];
				for (const find of sources)
					waiting.push(...(await find(visit.db, visitor)));
				const underway = [];
				for (const find of goingOn)
					underway.push(...(await find(visit.db, visitor)));
				return show(
					<TodayPage
						frame={visit.frame}
						waiting={waiting}
						underway={underway}
					/>,
				);
			},
		}),
	];
}
