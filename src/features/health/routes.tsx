import { holdingIn, signedIn } from "../../platform/http/guard.ts";
import { page, type Route } from "../../platform/http/route.ts";
import { show, visitorOf } from "../../platform/http/visit.ts";
import { enterProgram } from "../programs/standing.ts";
import { findRelationship } from "../relationships/queries.ts";
import { countsOf } from "../../domain/relationships/health-counts.ts";
import { pulseCounts } from "../pulse/queries.ts";
import { askedIn, helpers } from "../referrals/queries.ts";
import { healths } from "../relationships/health-queries.ts";
import { HealthPage } from "./views/health-page.tsx";
import { QuietPage } from "./views/quiet-page.tsx";

/** How relationships go, told from dates alone: to the members what helps, to whoever runs the program how many. */
export const healthRoutes: readonly Route[] = [
	page("/relationships/:relationship/quiet", {
		allow: signedIn,
		what: "What helps when a relationship has gone quiet, for its members",
		show: async (visit) => {
			const { relationship } = visit.params;
			const found = await findRelationship(
				visit.db,
				relationship,
				visitorOf(visit).id,
			);
			const own = await healths(
				visit.db,
				{ member: visitorOf(visit).id },
				visit.today,
			);
			const one = own.find(({ id }) => id === relationship);
			return show(
				<QuietPage
					frame={visit.frame}
					relationship={found}
					untold={
						one?.health.state === "quiet" && one.health.why === "no-word"
							? one.lastDate
							: undefined
					}
					facilitators={await helpers(visit.db, found)}
				/>,
			);
		},
	}),
	page("/programs/:program/health", {
		allow: holdingIn("program", "program-manager"),
		what: "How many relationships of a program meet in their rhythm, as counts alone, and who asked for help",
		show: async (visit) => {
			const standing = await enterProgram(visit);
			const all = await healths(
				visit.db,
				{ program: standing.program.id },
				visit.today,
			);
			return show(
				<HealthPage
					frame={visit.frame}
					standing={standing}
					counts={countsOf(all.map(({ health }) => health.state))}
					total={all.length}
					pulse={await pulseCounts(visit.db, standing.program.id, visit.today)}
					asked={await askedIn(visit.db, standing.program.id)}
					today={visit.today}
				/>,
			);
		},
	}),
];
