import { z } from "zod";
import { starterCurricula } from "../../domain/learning/starter.ts";
import { Conflict } from "../../platform/http/refusal.ts";
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
import { activeCompetencies } from "../competencies/queries.ts";
import {
	addCurriculum,
	publishCurriculum,
	retireCurriculum,
	rewriteCurriculum,
} from "./commands/curricula.ts";
import { installStarters } from "./commands/starters.ts";
import {
	addStep,
	moveStep,
	removeStep,
	rewriteStep,
} from "./commands/steps.ts";
import { CurriculumForm, MoveForm, StarterForm, StepForm } from "./forms.ts";
import { writers } from "./may-write.ts";
import { curriculaFor } from "./queries/curricula.ts";
import { curriculumOf, stepOf } from "./visits.ts";
import { CurriculumFormPage } from "./views/curriculum-form.tsx";
import { StepFormPage } from "./views/step-form.tsx";

/** For those who write curricula: texts and steps, published when they are ready. */
export const writingRoutes: readonly Route[] = [
	page("/learning/new", {
		allow: writers,
		what: "The form for a new curriculum",
		show: (visit) => newPage(visit),
	}),
	action("/learning", {
		allow: writers,
		what: "Add a curriculum, as a draft",
		form: CurriculumForm,
		act: async (visit, { text }) => {
			const id = await addCurriculum(visit.tx, text, visitorOf(visit).id);
			return redirect(
				`/learning/${id}/steps/new`,
				done(t("“{title}” is a draft. Write its first step.", text)),
			);
		},
		again: (visit, state) => newPage(visit, state),
	}),
	action("/learning/starters", {
		allow: writers,
		what: "Install the two starter curricula where there is none",
		form: StarterForm,
		act: async (visit, { language }) => {
			const by = visitorOf(visit).id;
			if ((await curriculaFor(visit.db, by)).length > 0)
				throw new Conflict(
					t("There are curricula already. Open the list to see them."),
				);
			await installStarters(visit.tx, starterCurricula(language), language, by);
			return redirect(
				"/learning",
				done(
					t(
						"Two curricula are published. They are your own texts now: change what does not fit.",
					),
				),
			);
		},
	}),
	page("/learning/:curriculum/edit", {
		allow: writers,
		what: "The form to change what a curriculum is called and for",
		show: (visit) => editPage(visit),
	}),
	action("/learning/:curriculum", {
		allow: writers,
		what: "Change what a curriculum is called and for",
		form: CurriculumForm,
		act: async (visit, { text, seenAt }) => {
			const { id } = await curriculumOf(visit);
			await rewriteCurriculum(visit.tx, id, text, seenAt);
			return redirect(`/learning/${id}`, done(t("Changed for everyone.")));
		},
		again: (visit, state) => editPage(visit, state),
	}),
	action("/learning/:curriculum/publish", {
		allow: writers,
		what: "Let everyone find a curriculum",
		form: z.object({}),
		act: async (visit) => {
			const { id, title } = await curriculumOf(visit);
			await publishCurriculum(visit.tx, id);
			return redirect(
				`/learning/${id}`,
				done(t("Everyone finds “{title}” now.", { title })),
			);
		},
	}),
	action("/learning/:curriculum/retire", {
		allow: writers,
		what: "Take a curriculum out of the list; who takes it goes on",
		form: z.object({}),
		act: async (visit) => {
			const { id, title } = await curriculumOf(visit);
			await retireCurriculum(visit.tx, id);
			return redirect(
				`/learning/${id}`,
				done(t("“{title}” is retired. Who takes it can go on.", { title }), {
					action: `/learning/${id}/publish`,
					label: t("Bring it back"),
				}),
			);
		},
	}),
	page("/learning/:curriculum/steps/new", {
		allow: writers,
		what: "The form for a new step of a curriculum",
		show: (visit) => newStepPage(visit),
	}),
	action("/learning/:curriculum/steps", {
		allow: writers,
		what: "Add a step to a curriculum",
		form: StepForm,
		act: async (visit, text) => {
			const { id } = await curriculumOf(visit);
			await addStep(visit.tx, id, text);
			return redirect(
				`/learning/${id}`,
				done(t("“{title}” is the last step now.", { title: text.title })),
			);
		},
		again: (visit, state) => newStepPage(visit, state),
	}),
	page("/learning/steps/:step/edit", {
		allow: writers,
		what: "The form to change a step",
		show: (visit) => editStepPage(visit),
	}),
	action("/learning/steps/:step", {
		allow: writers,
		what: "Change a step",
		form: StepForm,
		act: async (visit, text) => {
			const { step } = await stepOf(visit);
			await rewriteStep(visit.tx, step, text);
			return redirect(
				`/learning/steps/${step.id}`,
				done(t("Changed for everyone.")),
			);
		},
		again: (visit, state) => editStepPage(visit, { text: state }),
	}),
	action("/learning/steps/:step/move", {
		allow: writers,
		what: "Move a step up or down in its curriculum",
		form: MoveForm,
		act: async (visit, { direction }) => {
			const { step } = await stepOf(visit);
			await moveStep(visit.tx, step, direction);
			return redirect(`/learning/${step.curriculum}#steps`);
		},
	}),
	action("/learning/steps/:step/remove", {
		allow: writers,
		what: "Take a step out of its curriculum",
		form: z.object({}),
		act: async (visit) => {
			const { step } = await stepOf(visit);
			await removeStep(visit.tx, step);
			return redirect(
				`/learning/${step.curriculum}`,
				done(t("“{title}” is no longer a step.", { title: step.title }), {
					action: `/learning/${step.curriculum}/steps/${step.id}/restore`,
					label: t("Put it back"),
				}),
			);
		},
	}),
	action("/learning/:curriculum/steps/:step/restore", {
		allow: writers,
		what: "Put a step back where it stood",
		form: z.object({}),
		act: async (visit) => {
			const { id } = await curriculumOf(visit);
			await removeStep(
				visit.tx,
				{ curriculum: id, id: z.uuid().parse(visit.params.step) },
				true,
			);
			return redirect(`/learning/${id}#steps`, done(t("It is back.")));
		},
	}),
];

type OfCurriculum = Pick<Visit, "db" | "visitor" | "frame"> & {
	readonly params: { readonly curriculum: string };
};

type OfStep = Pick<Visit, "db" | "visitor" | "frame"> & {
	readonly params: { readonly step: string };
};

function newPage(visit: Visit, state?: FormState) {
	return show(<CurriculumFormPage frame={visit.frame} state={state} />);
}

async function editPage(visit: OfCurriculum, state?: FormState) {
	return show(
		<CurriculumFormPage
			frame={visit.frame}
			curriculum={await curriculumOf(visit)}
			state={state}
		/>,
	);
}

async function newStepPage(visit: OfCurriculum, state?: FormState) {
	return show(
		<StepFormPage
			frame={visit.frame}
			curriculum={await curriculumOf(visit)}
			competencies={await activeCompetencies(visit.db)}
			state={state}
		/>,
	);
}

/** Two forms: the step as it reads, and its file. */
export async function editStepPage(
	visit: OfStep,
	states: { readonly text?: FormState; readonly file?: FormState } = {},
) {
	return show(
		<StepFormPage
			frame={visit.frame}
			{...(await stepOf(visit))}
			competencies={await activeCompetencies(visit.db)}
			state={states.text}
			fileState={states.file}
		/>,
	);
}
