import { z } from "zod";
import { templateNamed } from "../../../domain/programs/templates.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { holding, holdingIn, signedIn } from "../../../platform/http/guard.ts";
import { NotAllowed, NotFound } from "../../../platform/http/refusal.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../../platform/http/visit.ts";
import type { FormState } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import {
	closeProgram,
	createProgram,
	setWaysIn,
	writeCharter,
} from "../commands/programs.ts";
import {
	CharterForm,
	charterIn,
	NewProgramForm,
	WaysInForm,
} from "../forms/charter.ts";
import { partsOf } from "../queries/enrolments.ts";
import { overviewOf } from "../queries/next-step.ts";
import {
	allPrograms,
	charterVersions,
	managersOf,
} from "../queries/programs.ts";
import {
	enterProgram,
	holdsIn,
	mayApplyTo,
	runsAllPrograms,
	uuidIn,
} from "../standing.ts";
import { CharterPage, EditCharterPage } from "../views/charter.tsx";
import { HomePage } from "../views/home.tsx";
import { ChooseTemplatePage, NewProgramPage } from "../views/new-program.tsx";
import { OverviewPage } from "../views/overview.tsx";
import { type ProgramLine, ProgramsPage } from "../views/programs-list.tsx";

const managing = holdingIn("program", "program-manager");

/** Programs and their charters. `afterClosing` runs when one is closed, in the same transaction. */
export const programPages = (
	afterClosing: (tx: Tx) => Promise<unknown>,
): readonly Route[] => [
	page("/programs", {
		allow: signedIn,
		what: "Programs one runs, oversees, takes part in or may ask to join",
		show: async (visit) =>
			show(
				<ProgramsPage
					frame={visit.frame}
					programs={await listFor(visit)}
					mayCreate={runsAllPrograms(visitorOf(visit))}
				/>,
			),
	}),
	page("/programs/new", {
		allow: holding("program-manager"),
		what: "Choose a template, then write the charter of a new program",
		show: (visit) => newProgramPage(visit),
	}),
	action("/programs", {
		allow: holding("program-manager"),
		what: "Begin a program (program managers for all programs)",
		form: NewProgramForm,
		act: async (visit, input) => {
			const visitor = visitorOf(visit);
			if (!runsAllPrograms(visitor))
				throw new NotAllowed(
					t("Program managers for all programs begin new ones."),
				);
			const template = templateNamed(input.template);
			if (template === undefined) throw new NotFound();
			const id = await createProgram(visit.tx, {
				name: input.name,
				template,
				charter: charterIn(input),
				by: visitor.id,
			});
			return redirect(
				`/programs/${id}`,
				done(t("{program} has begun.", { program: input.name })),
			);
		},
		again: (visit, state) => newProgramPage(visit, state),
	}),
	page("/programs/:program", {
		allow: signedIn,
		what: "A program's home: for those in it, and an overview for those who run or oversee it",
		show: async (visit) => {
			const standing = await enterProgram(visit);
			if (standing.oversees)
				return show(
					<OverviewPage
						frame={visit.frame}
						standing={standing}
						overview={
							await overviewOf(visit.db, standing.program.id, visit.today)
						}
					/>,
				);
			return show(
				<HomePage
					frame={visit.frame}
					standing={standing}
					mayApply={
						(await mayApplyTo(visit, standing.program, standing.own)).length > 0
					}
					managers={await managersOf(visit.db, standing.program.id)}
				/>,
			);
		},
	}),
	page("/programs/:program/charter", {
		allow: signedIn,
		what: "The charter with its earlier versions, for everyone who may know of the program",
		show: (visit) => charterPage(visit),
	}),
	page("/programs/:program/charter/edit", {
		allow: managing,
		what: "Change a charter",
		show: (visit) => editPage(visit),
	}),
	action("/programs/:program/charter", {
		allow: managing,
		what: "Adopt a new version of a charter",
		form: CharterForm,
		act: async (visit, input) => {
			const program = uuidIn(visit.params.program);
			const version = await writeCharter(visit.tx, program, {
				name: input.name,
				charter: charterIn(input),
				from: input.from,
				by: visitorOf(visit).id,
			});
			return redirect(
				`/programs/${program}/charter`,
				done(t("Version {version} is the current one.", { version })),
			);
		},
		again: (visit, state) => editPage(visit, state),
	}),
	action("/programs/:program/ways-in", {
		allow: managing,
		what: "Say whether a program takes applications and nominations, and how many mentees",
		form: WaysInForm,
		act: async (visit, input) => {
			const program = uuidIn(visit.params.program);
			await setWaysIn(visit.tx, program, {
				takesApplications: input.takesApplications === "yes",
				takesNominations: input.takesNominations === "yes",
				menteePlaces: input.menteePlaces,
			});
			return redirect(
				`/programs/${program}/charter`,
				done(t("Kept: this is how people come in.")),
			);
		},
		again: (visit, state) => charterPage(visit, state),
	}),
	action("/programs/:program/close", {
		allow: managing,
		what: "Close a program",
		form: z.object({}),
		act: async (visit) => {
			const program = uuidIn(visit.params.program);
			await closeProgram(visit.tx, program);
			await afterClosing(visit.tx);
			return redirect(
				`/programs/${program}`,
				done(t("The program is closed.")),
			);
		},
	}),
];

async function listFor(visit: Visit): Promise<ProgramLine[]> {
	const visitor = visitorOf(visit);
	const parts = await partsOf(visit.db, visitor.id);
	const lines: ProgramLine[] = [];
	for (const program of await allPrograms(visit.db)) {
		const own = parts.filter((part) => part.program === program.id);
		const isCounted = holdsIn(visitor, program.id, [
			"program-manager",
			"committee-member",
			"analyst",
		]);
		const mayApply = (await mayApplyTo(visit, program, own)).length > 0;
		if (isCounted || own.length > 0 || mayApply)
			lines.push({ ...program, parts: own, mayApply, isCounted });
	}
	return lines;
}

function newProgramPage(visit: Visit, state?: FormState) {
	const chosen = state?.values["template"] ?? visit.query.get("template");
	const template = templateNamed(String(chosen ?? ""));
	return template === undefined
		? show(<ChooseTemplatePage frame={visit.frame} />)
		: show(
				<NewProgramPage
					frame={visit.frame}
					template={template}
					state={state}
				/>,
			);
}

type OfProgram = Visit<"/programs/:program">;

async function charterPage(visit: OfProgram, state?: FormState) {
	const standing = await enterProgram(visit);
	return show(
		<CharterPage
			frame={visit.frame}
			standing={standing}
			versions={await charterVersions(visit.db, standing.program.id)}
			state={state}
		/>,
	);
}

async function editPage(visit: OfProgram, state?: FormState) {
	return show(
		<EditCharterPage
			frame={visit.frame}
			standing={await enterProgram(visit)}
			state={state}
		/>,
	);
}
