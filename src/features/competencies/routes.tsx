import { z } from "zod";
import { starterCatalogue } from "../../domain/competencies/starter.ts";
import { signedIn } from "../../platform/http/guard.ts";
import { Conflict, NotFound } from "../../platform/http/refusal.ts";
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
import {
	adoptCatalogue,
	addCompetency,
	restoreCompetency,
	retireCompetency,
	rewriteCompetency,
} from "./commands.ts";
import { CompetencyForm, InstallForm } from "./forms.ts";
import { fileRoutes } from "./file-routes.tsx";
import { curators, mayCurate } from "./may-curate.ts";
import {
	allCompetencies,
	byCluster,
	catalogueHistory,
	competencyHistory,
	findCompetency,
} from "./queries.ts";
import { CataloguePage } from "./views/catalogue.tsx";
import { CompetencyPage } from "./views/competency.tsx";
import { CompetencyFormPage } from "./views/competency-form.tsx";
import { CatalogueHistoryPage } from "./views/history.tsx";

/** What the organisation means by senior leadership: everyone reads it, curators write it, every save is a version. */
export const competencyRoutes: readonly Route[] = [
	page("/competencies", {
		allow: signedIn,
		what: "The competency catalogue with its five levels",
		show: (visit) => cataloguePage(visit),
	}),
	action("/competencies/install", {
		allow: curators,
		what: "Install the starter catalogue where there is none",
		form: InstallForm,
		act: async (visit, { language }) => {
			if ((await allCompetencies(visit.db)).length > 0)
				throw new Conflict(
					t("There is a catalogue already. Open it to see who was quicker."),
				);
			await adoptCatalogue(visit.tx, starterCatalogue(language), {
				by: visitorOf(visit).id,
				note: t("The starter catalogue"),
				basedOn: 0,
			});
			return redirect(
				"/competencies",
				done(
					t(
						"The starter catalogue is installed. It is yours now: change what does not fit.",
					),
				),
			);
		},
		again: (visit, state) => cataloguePage(visit, state),
	}),
	page("/competencies/history", {
		allow: signedIn,
		what: "How the catalogue has changed",
		show: async (visit) =>
			show(
				<CatalogueHistoryPage
					frame={visit.frame}
					steps={await catalogueHistory(visit.db)}
					timeZone={visitorOf(visit).timeZone ?? "UTC"}
				/>,
			),
	}),
	...fileRoutes,
	page("/competencies/new", {
		allow: curators,
		what: "The form for a new competency",
		show: (visit) => newPage(visit),
	}),
	action("/competencies", {
		allow: curators,
		what: "Add a competency",
		form: CompetencyForm,
		act: async (visit, { text, note }) => {
			const by = visitorOf(visit).id;
			const id = await addCompetency(visit.tx, text, { by, note });
			return redirect(
				`/competencies/${id}`,
				done(t("{name} is in the catalogue.", { name: text.name })),
			);
		},
		again: newPage,
	}),
	page("/competencies/:competency", {
		allow: signedIn,
		what: "One competency, its anchors and its history",
		show: async (visit) => {
			const competency = await competencyOf(visit);
			return show(
				<CompetencyPage
					frame={visit.frame}
					competency={competency}
					steps={await competencyHistory(visit.db, competency.id)}
					mayCurate={mayCurate(visit)}
					timeZone={visitorOf(visit).timeZone ?? "UTC"}
				/>,
			);
		},
	}),
	page("/competencies/:competency/edit", {
		allow: curators,
		what: "The form to change a competency",
		show: (visit) => editPage(visit),
	}),
	action("/competencies/:competency", {
		allow: curators,
		what: "Change a competency",
		form: CompetencyForm,
		act: async (visit, { text, note, basedOn }) => {
			const { id } = await competencyOf(visit);
			const by = visitorOf(visit).id;
			await rewriteCompetency(visit.tx, id, { text, by, note, basedOn });
			return redirect(
				`/competencies/${id}`,
				done(t("{name} is changed for everyone.", { name: text.name })),
			);
		},
		again: (visit, state) => editPage(visit, state),
	}),
	action("/competencies/:competency/retire", {
		allow: curators,
		what: "Retire a competency",
		form: z.object({}),
		act: async (visit) => {
			const { id, name } = await competencyOf(visit);
			await retireCompetency(visit.tx, id, visitorOf(visit).id);
			return redirect(
				`/competencies/${id}`,
				done(t("{name} is retired.", { name }), {
					action: `/competencies/${id}/restore`,
					label: t("Bring it back"),
				}),
			);
		},
	}),
	action("/competencies/:competency/restore", {
		allow: curators,
		what: "Bring a retired competency back",
		form: z.object({}),
		act: async (visit) => {
			const { id, name } = await competencyOf(visit);
			await restoreCompetency(visit.tx, id, visitorOf(visit).id);
			return redirect(
				`/competencies/${id}`,
				done(t("{name} is back in the catalogue.", { name })),
			);
		},
	}),
];

async function cataloguePage(visit: Visit, state?: FormState) {
	const all = await allCompetencies(visit.db);
	return show(
		<CataloguePage
			frame={visit.frame}
			clusters={byCluster(all.filter(({ retiredIn }) => retiredIn === null))}
			retired={all.filter(({ retiredIn }) => retiredIn !== null)}
			mayCurate={mayCurate(visit)}
			state={state}
		/>,
	);
}

async function newPage(visit: Visit, state?: FormState) {
	return show(
		<CompetencyFormPage
			frame={visit.frame}
			clusters={await clusterNames(visit)}
			state={state}
		/>,
	);
}

async function editPage(
	visit: Visit<"/competencies/:competency/edit" | "/competencies/:competency">,
	state?: FormState,
) {
	return show(
		<CompetencyFormPage
			frame={visit.frame}
			clusters={await clusterNames(visit)}
			competency={await competencyOf(visit)}
			state={state}
		/>,
	);
}

async function clusterNames(visit: Visit): Promise<readonly string[]> {
	const all = await allCompetencies(visit.db);
	return byCluster(all).map(({ name }) => name);
}

async function competencyOf(
	visit: Pick<Visit, "db"> & { readonly params: { competency: string } },
) {
	const found = await findCompetency(visit.db, visit.params.competency);
	if (found === undefined) throw new NotFound();
	return found;
}
