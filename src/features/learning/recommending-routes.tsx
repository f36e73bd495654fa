import { holdingIn } from "../../platform/http/guard.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../platform/http/visit.ts";
import type { FormState } from "../../ui/form.tsx";
import { t } from "../../ui/text.ts";
import { enterProgram, uuidIn } from "../programs/standing.ts";
import { recommendCurriculum, stopRecommending } from "./commands/curricula.ts";
import { RecommendForm, WhichForm } from "./forms.ts";
import {
	curriculaFor,
	findCurriculum,
	recommendedIn,
} from "./queries/curricula.ts";
import { RecommendingPage } from "./views/recommending-page.tsx";

const managing = holdingIn("program", "program-manager");

/** Which curricula a program recommends to those in it. */
export const recommendingRoutes: readonly Route[] = [
	page("/programs/:program/learning", {
		allow: managing,
		what: "Which curricula a program recommends to whom",
		show: (visit) => recommendingPage(visit),
	}),
	action("/programs/:program/learning", {
		allow: managing,
		what: "Recommend a curriculum to those in a program",
		form: RecommendForm,
		act: async (visit, { curriculum, side }) => {
			const program = uuidIn(visit.params.program);
			const by = visitorOf(visit).id;
			const { id, title } = await findCurriculum(visit.db, curriculum, by);
			await recommendCurriculum(visit.tx, {
				program,
				curriculum: id,
				side,
				by,
			});
			return redirect(
				`/programs/${program}/learning`,
				done(t("“{title}” is recommended from now on.", { title })),
			);
		},
		again: (visit, state) => recommendingPage(visit, state),
	}),
	action("/programs/:program/learning/stop", {
		allow: managing,
		what: "Stop recommending a curriculum; who takes it goes on",
		form: WhichForm,
		act: async (visit, { curriculum }) => {
			const program = uuidIn(visit.params.program);
			await stopRecommending(visit.tx, program, curriculum);
			return redirect(
				`/programs/${program}/learning`,
				done(t("No longer recommended. Who takes it can go on.")),
			);
		},
	}),
];

async function recommendingPage(
	visit: Visit<"/programs/:program/learning">,
	state?: FormState,
) {
	const id = uuidIn(visit.params.program);
	const all = await curriculaFor(visit.db, visitorOf(visit).id);
	return show(
		<RecommendingPage
			frame={visit.frame}
			standing={await enterProgram(visit)}
			recommended={await recommendedIn(visit.db, id)}
			curricula={all.filter(
				({ isPublished, isRetired }) => isPublished && !isRetired,
			)}
			state={state}
		/>,
	);
}
