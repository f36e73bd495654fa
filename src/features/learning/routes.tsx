import { z } from "zod";
import { tidyLine } from "../../domain/people/tidy.ts";
import { signedIn } from "../../platform/http/guard.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../platform/http/visit.ts";
import { t } from "../../ui/text.ts";
import {
	doStep,
	setCurriculumAside,
	takeCurriculum,
	undoStep,
} from "./commands/own.ts";
import { mayWrite } from "./may-write.ts";
import { learningFileRoutes } from "./file-routes.tsx";
import { curriculaFor } from "./queries/curricula.ts";
import { searchLearning } from "./queries/search.ts";
import { recommendingRoutes } from "./recommending-routes.tsx";
import { CurriculumPage } from "./views/curriculum-page.tsx";
import { LearningPage } from "./views/learning-page.tsx";
import { StepPage } from "./views/step-page.tsx";
import { curriculumOf, stepOf } from "./visits.ts";
import { writingRoutes } from "./writing-routes.tsx";

/** What one can learn in small steps. The texts are for everyone; how far somebody is, is for nobody but them. */
export const learningRoutes: readonly Route[] = [
	page("/learning", {
		allow: signedIn,
		what: "Curricula one takes, those one's programs recommend, and all others",
		show: async (visit) =>
			show(
				<LearningPage
					frame={visit.frame}
					curricula={await curriculaFor(visit.db, visitorOf(visit).id)}
					search={searchOf(visit)}
					found={await searchLearning(visit.db, searchOf(visit))}
					mayWrite={mayWrite(visit)}
				/>,
			),
	}),
	...writingRoutes,
	page("/learning/:curriculum", {
		allow: signedIn,
		what: "A curriculum with its steps, and which of them one has done",
		show: async (visit) =>
			show(
				<CurriculumPage
					frame={visit.frame}
					curriculum={await curriculumOf(visit)}
					mayWrite={mayWrite(visit)}
				/>,
			),
	}),
	action("/learning/:curriculum/take", {
		allow: signedIn,
		what: "Begin a curriculum, for oneself",
		form: z.object({}),
		act: async (visit) => {
			const { id, title, progress } = await curriculumOf(visit);
			await takeCurriculum(visit.tx, visitorOf(visit).id, id);
			const { atHand } = progress;
			return redirect(
				atHand === undefined
					? `/learning/${id}`
					: `/learning/steps/${atHand.id}`,
				done(
					t(
						"“{title}” is yours now. Its next step waits on your page Today; nobody else sees that you take it.",
						{ title },
					),
				),
			);
		},
	}),
	action("/learning/:curriculum/set-aside", {
		allow: signedIn,
		what: "Set a curriculum aside, for oneself",
		form: z.object({}),
		act: async (visit) => {
			const { id, title } = await curriculumOf(visit);
			await setCurriculumAside(visit.tx, visitorOf(visit).id, id, visit.now);
			return redirect(
				"/learning",
				done(t("“{title}” is set aside. What you did stays done.", { title }), {
					action: `/learning/${id}/take`,
					label: t("Take it up again"),
				}),
			);
		},
	}),
	page("/learning/steps/:step", {
		allow: signedIn,
		what: "A lesson to read or an assignment to do",
		show: async (visit) =>
			show(
				<StepPage
					frame={visit.frame}
					{...(await stepOf(visit))}
					mayWrite={mayWrite(visit)}
				/>,
			),
	}),
	action("/learning/steps/:step/done", {
		allow: signedIn,
		what: "Say that one has done a step, for oneself",
		form: z.object({}),
		act: async (visit) => {
			const person = visitorOf(visit).id;
			const { step } = await stepOf(visit);
			await doStep(visit.tx, person, step);
			const { curriculum } = await stepOf(visit);
			const { atHand } = curriculum.progress;
			return redirect(
				`/learning/${curriculum.id}`,
				done(
					atHand === undefined
						? t("That was the last step of “{title}”.", {
								title: curriculum.title,
							})
						: t("Done. Next: {title}", { title: atHand.title }),
					{
						action: `/learning/steps/${step.id}/undo`,
						label: t("Not done after all"),
					},
				),
			);
		},
	}),
	action("/learning/steps/:step/undo", {
		allow: signedIn,
		what: "Take back that one has done a step",
		form: z.object({}),
		act: async (visit) => {
			const person = visitorOf(visit).id;
			const { step } = await stepOf(visit);
			await undoStep(visit.tx, person, step.id);
			return redirect(
				`/learning/steps/${step.id}`,
				done(t("It counts as not done.")),
			);
		},
	}),
	...learningFileRoutes,
	...recommendingRoutes,
];

/** What is looked for; "" where nothing is. */
function searchOf({ query }: Pick<Visit, "query">): string {
	return tidyLine(query.get("search") ?? "").slice(0, 200);
}
