import { z } from "zod";
import { mediaType } from "../../platform/files/file-type.ts";
import { largestUpload, uploadOf } from "../../platform/files/upload.ts";
import { holdingIn, signedIn } from "../../platform/http/guard.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import {
	done,
	download,
	redirect,
	show,
	type Visit,
} from "../../platform/http/visit.ts";
import type { FormState } from "../../ui/form.tsx";
import { t } from "../../ui/text.ts";
import { enterProgram, uuidIn } from "../programs/standing.ts";
import {
	addProgramStep,
	moveProgramStep,
	removeProgramStep,
	rewriteProgramStep,
} from "./commands/program-steps.ts";
import { MoveStepForm, ProgramStepForm } from "./forms.ts";
import {
	findProgramStep,
	programStepFile,
	programStepsOf,
} from "./queries/program-steps.ts";
import { ProgramStepFormPage } from "./views/program-step-form.tsx";
import { ProgramStepsPage } from "./views/program-steps-page.tsx";

const managing = holdingIn("program", "program-manager");
const path = "/programs/:program/first-steps";
const one = `${path}/:first` as const;

/** The first steps that a program adds to the product's own: written by those who run it, read by everyone in it. */
export const programStepRoutes: readonly Route[] = [
	page(path, {
		allow: managing,
		what: "The first steps that a program adds for its roles; who ticked which is not there",
		show: async (visit) => {
			const standing = await enterProgram(visit);
			return show(
				<ProgramStepsPage
					frame={visit.frame}
					standing={standing}
					steps={await programStepsOf(visit.db, [standing.program.id])}
				/>,
			);
		},
	}),
	page(`${path}/new`, {
		allow: managing,
		what: "The form for a new first step of a program",
		show: (visit) => formPage(visit, {}),
	}),
	action(path, {
		allow: managing,
		what: "Add a first step to a program",
		form: ProgramStepForm,
		maxBytes: largestUpload,
		act: async (visit, { role, words, link }) => {
			await addProgramStep(visit.tx, uuidIn(visit.params.program), {
				role,
				words,
				link,
				file: await chosenFile(visit),
			});
			return back(visit, t("It stands after Baton’s own steps now."));
		},
		again: (visit, state) => formPage(visit, { state }),
	}),
	page(one, {
		allow: managing,
		what: "The form to change a first step of a program",
		show: (visit) => changePage(visit),
	}),
	action(one, {
		allow: managing,
		what: "Change a first step of a program",
		form: ProgramStepForm,
		maxBytes: largestUpload,
		act: async (visit, { isWithoutFile, ...text }) => {
			const step = await stepOf(visit);
			await rewriteProgramStep(visit.tx, step, {
				...text,
				file: (await chosenFile(visit)) ?? (isWithoutFile ? null : undefined),
			});
			return back(visit, t("Saved."));
		},
		again: (visit, state) => changePage(visit, state),
	}),
	action(`${one}/move`, {
		allow: managing,
		what: "Move a first step of a program up or down",
		form: MoveStepForm,
		act: async (visit, { direction }) => {
			await moveProgramStep(visit.tx, await stepOf(visit), direction);
			return back(visit);
		},
	}),
	action(`${one}/remove`, {
		allow: managing,
		what: "Remove a first step of a program, with its file",
		form: z.object({}),
		act: async (visit) => {
			await removeProgramStep(visit.tx, await stepOf(visit));
			return back(visit, t("It is gone, and its ticks with it."));
		},
	}),
	page("/first-steps/:first/file", {
		allow: signedIn,
		what: "The file of a program’s first step, for those who have a place or an office in the program",
		show: async ({ db, params }) => {
			const { name, type, content } = await programStepFile(db, params.first);
			return download(name, mediaType(type), content);
		},
	}),
];

type OfProgram = Visit<"/programs/:program">;
type OfStep = Pick<Visit, "db" | "visitor" | "frame"> & {
	readonly params: { readonly program: string; readonly first: string };
};

function stepOf({ db, params }: Pick<OfStep, "db" | "params">) {
	return findProgramStep(db, {
		program: uuidIn(params.program),
		first: params.first,
	});
}

/** undefined: none was chosen. */
async function chosenFile({
	files,
}: {
	readonly files: Readonly<Record<string, File | undefined>>;
}) {
	const file = files["file"];
	return file === undefined || file.name === "" ? undefined : uploadOf(file);
}

function back({ params }: Pick<OfProgram, "params">, said?: string) {
	return redirect(
		`/programs/${params.program}/first-steps`,
		...(said === undefined ? [] : [done(said)]),
	);
}

async function changePage(visit: OfStep, state?: FormState) {
	return formPage(visit, { step: await stepOf(visit), state });
}

async function formPage(
	visit: Pick<OfProgram, "db" | "visitor" | "frame" | "params">,
	{
		step,
		state,
	}: {
		readonly step?: Awaited<ReturnType<typeof stepOf>>;
		readonly state?: FormState | undefined;
	},
) {
	const { program } = await enterProgram(visit);
	return show(
		<ProgramStepFormPage
			frame={visit.frame}
			program={program}
			step={step}
			state={state}
		/>,
	);
}
