import { Invalid } from "../../../platform/http/refusal.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	redirect,
	show,
	type Visit,
	visitorOf,
	type Writing,
} from "../../../platform/http/visit.ts";
import { LARGEST_FILE_BYTES } from "../../../platform/spreadsheet/table.ts";
import type { FormState } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import { fileProblemSentence } from "../../competencies/file-problem.ts";
import { customFields } from "../queries/employment.ts";
import { beginImport } from "./commands/begin.ts";
import { firstMapping } from "./first-mapping.ts";
import { type SideForAll, UploadForm } from "./forms.ts";
import { importers } from "./may-import.ts";
import { recentImports, savedMappings } from "./queries/imports.ts";
import { programsRunBy } from "./queries/programs.ts";
import { lookOnThread } from "./thread/on-thread.ts";
import { UploadPage } from "./views/upload-page.tsx";

/** The rest of the form beside the file. */
const FORM_BYTES = 100_000;

export const uploadRoutes: readonly Route[] = [
	page("/people/import", {
		allow: importers,
		what: "Choose a file of people to import; the imports so far",
		show: (visit) => uploadPage(visit),
	}),
	action("/people/import", {
		allow: importers,
		what: "Upload a file of people; nothing is written about anyone yet",
		form: UploadForm,
		maxBytes: LARGEST_FILE_BYTES + FORM_BYTES,
		act: async (visit, { "saved-mapping": saved, program, side }) => {
			const id = await upload(visit, { saved, program, side });
			return redirect(`/people/import/${id}/columns`);
		},
		again: (visit, state) => uploadPage(visit, state),
	}),
];

type Chosen = {
	readonly saved: string | null;
	readonly program: string | null;
	readonly side: SideForAll;
};

async function upload(
	visit: Writing,
	{ saved: savedId, program, side }: Chosen,
): Promise<string> {
	const visitor = visitorOf(visit);
	const file = visit.files["file"];
	if (file === undefined || file.name === "")
		throw new Invalid({ file: t("Choose a file.") });
	const bytes = new Uint8Array(await file.arrayBuffer());
	const looking = await lookOnThread(bytes);
	if (!looking.ok)
		throw new Invalid({ file: fileProblemSentence(looking.problem) });
	const programs = await programsRunBy(visit.db, visitor);
	if (program !== null && !programs.some(({ id }) => id === program))
		throw new Invalid({ program: t("Choose a program that you run.") });
	const saved = await savedMappings(visit.db);
	const chosen = saved.find(({ id }) => id === savedId);
	const { mapping } = firstMapping(looking.look, {
		customFields: await customFields(visit.db),
		saved: saved.map((each) => each.mapping),
		chosen: chosen?.mapping ?? null,
	});
	const isForAll = program !== null && side !== "column";
	const others = mapping.fixed.filter(
		({ target }) => !(target.to === "field" && target.field === "side"),
	);
	const fixedSide = {
		target: { to: "field", field: "side" },
		value: side,
	} as const;
	return beginImport(visit.tx, {
		fileName: file.name,
		bytes,
		look: looking.look,
		mapping: isForAll ? { ...mapping, fixed: [...others, fixedSide] } : mapping,
		choices: {
			reading: {},
			emptyCells: "keep",
			program,
			locale: visit.frame.locale,
			savedMapping: savedId,
		},
		by: visitor.id,
	});
}

async function uploadPage(visit: Visit, state?: FormState) {
	const visitor = visitorOf(visit);
	const programs = await programsRunBy(visit.db, visitor);
	const asked = visit.query.get("program");
	return show(
		<UploadPage
			frame={visit.frame}
			state={state}
			imports={await recentImports(visit.db)}
			saved={await savedMappings(visit.db)}
			programs={programs}
			program={programs.find(({ id }) => id === asked)?.id ?? null}
			timeZone={visitor.timeZone ?? "UTC"}
		/>,
	);
}
