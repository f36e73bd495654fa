import { holdingIn } from "../../platform/http/guard.ts";
import { action, page, type Route, stream } from "../../platform/http/route.ts";
import {
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../platform/http/visit.ts";
import type { FormState } from "../../ui/form.tsx";
import { t } from "../../ui/text.ts";
import { daysAfter } from "../programs/day.ts";
import { enterProgram } from "../programs/standing.ts";
import { askForDryRun } from "./commands.ts";
import { DryRunForm } from "./forms.ts";
import { dryRunsOf, dryRunTopic, findDryRun, partsOf } from "./queries.ts";
import { AskPage } from "./views/ask-page.tsx";
import { FoundPage } from "./views/found-page.tsx";
import { UnderwayPage } from "./views/underway-page.tsx";

const managers = holdingIn("program", "program-manager");
const path = "/programs/:program/dry-runs";

/** A program's year in advance, for whoever runs it. */
export const dryRunRoutes: readonly Route[] = [
	page(path, {
		allow: managers,
		what: "The dry runs of a program, and asking for one",
		show: (visit) => askPage(visit),
	}),
	action(path, {
		allow: managers,
		what: "Ask for a dry run of a program",
		form: DryRunForm,
		act: async (visit, asked) => {
			const { program } = await enterProgram(visit);
			const id = await askForDryRun(visit.tx, program, {
				...asked,
				by: visitorOf(visit).id,
			});
			return redirect(`/programs/${program.id}/dry-runs/${id}`);
		},
		again: (visit, state) => askPage(visit, state),
	}),
	page(`${path}/:dryRun`, {
		allow: managers,
		what: "What a dry run of a program showed, with made-up people",
		show: async (visit) => {
			const standing = await enterProgram(visit);
			const { program, dryRun } = visit.params;
			const run = await findDryRun(visit.db, { program, run: dryRun });
			return show(
				run.findings === undefined ? (
					<UnderwayPage frame={visit.frame} standing={standing} run={run} />
				) : (
					<FoundPage
						frame={visit.frame}
						standing={standing}
						run={run}
						findings={run.findings}
					/>
				),
			);
		},
	}),
	stream(`${path}/:dryRun/progress`, {
		allow: managers,
		what: "How far a dry run is",
		follow: async function* ({ params }, look, heard) {
			const { program, dryRun } = params;
			for (;;) {
				const change = heard(dryRunTopic(dryRun));
				const run = await look((db) =>
					findDryRun(db, { program, run: dryRun }),
				);
				if (run.state === "done" || run.state === "failed") {
					yield {
						text: t("Done"),
						href: `/programs/${program}/dry-runs/${dryRun}`,
					};
					return;
				}
				yield { value: run.percent, max: 100 };
				await change;
			}
		},
	}),
];

type ProgramVisit = Omit<Visit, "params"> & {
	readonly params: { readonly program: string };
};

async function askPage(visit: ProgramVisit, state?: FormState) {
	const standing = await enterProgram(visit);
	const { id } = standing.program;
	const parts = await partsOf(visit.db, id);
	return show(
		<AskPage
			frame={visit.frame}
			standing={standing}
			state={state}
			runs={await dryRunsOf(visit.db, id)}
			start={daysAfter(visit.today, 14)}
			mentors={parts.mentors.length}
			mentees={parts.mentees.length}
		/>,
	);
}
