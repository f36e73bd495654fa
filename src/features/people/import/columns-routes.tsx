import { Conflict, Invalid, NotFound } from "../../../platform/http/refusal.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
	type Writing,
} from "../../../platform/http/visit.ts";
import type { FormState } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import { fileProblemSentence } from "../../competencies/file-problem.ts";
import { customFields, gradeScale } from "../queries/employment.ts";
import { readColumns } from "./columns-input.ts";
import { readAnew } from "./commands/begin.ts";
import { discardImport, startCheck } from "./commands/decide.ts";
import { saveMapping } from "./commands/save-mapping.ts";
import type { FileLook } from "./file-look.ts";
import { firstMapping } from "./first-mapping.ts";
import { ColumnsForm, type ColumnsTyped, ReadingForm } from "./forms.ts";
import { importers } from "./may-import.ts";
import {
	findImport,
	importFile,
	type PeopleImport,
	savedMappings,
} from "./queries/imports.ts";
import { programsRunBy } from "./queries/programs.ts";
import { lookOnThread } from "./thread/on-thread.ts";
import { ColumnsPage } from "./views/columns-page.tsx";

type OneImport = Visit<"/people/import/:import">;

export const columnsRoutes: readonly Route[] = [
	page("/people/import/:import/columns", {
		allow: importers,
		what: "What the columns of an uploaded file mean",
		show: (visit) => columnsPage(visit),
	}),
	action("/people/import/:import/columns", {
		allow: importers,
		what: "Say what the columns mean, and have the file compared with the people there are",
		form: ColumnsForm,
		act: async (visit, typed) => {
			const { import: id } = visit.params;
			await chooseColumns(visit, typed);
			return redirect(`/people/import/${id}`);
		},
		again: (visit, state) => columnsPage(visit, state),
	}),
	action("/people/import/:import/reading", {
		allow: importers,
		what: "Read an uploaded file in another encoding, with another separator, or another sheet",
		form: ReadingForm,
		act: async (visit, reading) => {
			const { import: id } = visit.params;
			const { found } = await openFile(visit);
			const bytes = await importFile(visit.db, id);
			if (bytes === null) throw new Conflict(fileIsGone());
			const looking = await lookOnThread(bytes, reading);
			if (!looking.ok)
				throw new Invalid({}, fileProblemSentence(looking.problem));
			const { mapping } = await guessed(visit, looking.look, found);
			await readAnew(visit.tx, id, {
				look: looking.look,
				mapping,
				choices: { ...found.choices, reading },
			});
			return redirect(
				`/people/import/${id}/columns`,
				done(t("The file was read again.")),
			);
		},
		again: (visit, state) => columnsPage(visit, state),
	}),
	action("/people/import/:import/discard", {
		allow: importers,
		what: "Discard an uploaded file; its bytes are deleted",
		form: ColumnsForm,
		act: async (visit) => {
			const { import: id } = visit.params;
			await findImport(visit.db, id);
			await discardImport(visit.tx, id);
			return redirect(
				"/people/import",
				done(t("The file is discarded. Nothing was changed.")),
			);
		},
	}),
];

async function columnsPage(visit: OneImport, state?: FormState) {
	const { found, look } = await openFile(visit);
	const { guesses } = await guessed(visit, look, found);
	return show(
		<ColumnsPage
			frame={visit.frame}
			state={state}
			found={found}
			look={look}
			mapping={found.mapping ?? { columns: [], fixed: [], gradeScale: null }}
			guesses={guesses}
			customFields={await customFields(visit.db)}
			gradeScale={await gradeScale(visit.db)}
			programs={await programsRunBy(visit.db, visitorOf(visit))}
		/>,
	);
}

async function chooseColumns(
	visit: Writing<"/people/import/:import">,
	typed: ColumnsTyped,
): Promise<void> {
	const { import: id } = visit.params;
	const { found, look } = await openFile(visit);
	const mapping = readColumns(typed, {
		look,
		customFields: await customFields(visit.db),
		gradeScale: await gradeScale(visit.db),
	});
	const program = String(typed["program"] ?? "") || null;
	const visitor = visitorOf(visit);
	const programs = await programsRunBy(visit.db, visitor);
	if (program !== null && !programs.some((each) => each.id === program))
		throw new Invalid({ program: t("Choose a program that you run.") });
	const name = String(typed["save-as"] ?? "").trim();
	if (name.length > 80)
		throw new Invalid({ "save-as": t("Use at most 80 characters.") });
	if (name !== "")
		await saveMapping(visit.tx, { name, mapping, by: visitor.id });
	await startCheck(visit.tx, id, {
		mapping,
		choices: {
			...found.choices,
			emptyCells: typed["empty-cells"] === "clear" ? "clear" : "keep",
			program,
			locale: visit.frame.locale,
		},
	});
}

/** An import whose file is still there and may be looked at again. */
async function openFile(
	visit: OneImport,
): Promise<{ readonly found: PeopleImport; readonly look: FileLook }> {
	const found = await findImport(visit.db, visit.params.import);
	if (found.look === null || !found.hasFile) throw new NotFound();
	return { found, look: found.look };
}

async function guessed(visit: OneImport, look: FileLook, found: PeopleImport) {
	const saved = await savedMappings(visit.db);
	const chosen = saved.find(({ id }) => id === found.choices.savedMapping);
	return firstMapping(look, {
		customFields: await customFields(visit.db),
		saved: saved.map(({ mapping }) => mapping),
		chosen: chosen?.mapping ?? null,
	});
}

function fileIsGone(): string {
	return t("The file is no longer here. Upload it again.");
}
