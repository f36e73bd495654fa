import { z } from "zod";
import { signedIn } from "../../platform/http/guard.ts";
import { NotFound } from "../../platform/http/refusal.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import { redirect, show, visitorOf } from "../../platform/http/visit.ts";
import { tickStep } from "./commands/ticks.ts";
import { ownGuides } from "./queries/guides.ts";
import { programStepRoutes } from "./program-routes.tsx";
import { FirstStepsPage } from "./views/first-steps-page.tsx";

/** The way into each role: what is expected, how to begin, and where each step is done. */
export const firstStepRoutes: readonly Route[] = [
	...programStepRoutes,
	page("/first-steps", {
		allow: signedIn,
		what: "First steps in the visitor’s roles; who has done which is seen by themself alone",
		show: async (visit) =>
			show(
				<FirstStepsPage
					frame={visit.frame}
					{...(await ownGuides(visit.db, visitorOf(visit)))}
				/>,
			),
	}),
	action("/first-steps", {
		allow: signedIn,
		what: "Tick a first step off for oneself, or take the tick back",
		form: z.object({ step: z.string().max(60), done: z.enum(["yes", "no"]) }),
		act: async (visit, { step, done }) => {
			const visitor = visitorOf(visit);
			const { guides } = await ownGuides(visit.tx, visitor);
			const guide = guides.find(({ steps }) =>
				steps.some(({ id }) => id === step),
			);
			if (guide === undefined) throw new NotFound();
			await tickStep(visit.tx, visitor.id, { step, isDone: done === "yes" });
			return redirect(`/first-steps#${guide.role}`);
		},
	}),
];
