import { z } from "zod";
import { Conflict, Invalid } from "../../platform/http/refusal.ts";
import { signedIn } from "../../platform/http/guard.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import {
	done,
	download,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../platform/http/visit.ts";
import type { FormState } from "../../ui/form.tsx";
import { t } from "../../ui/text.ts";
import {
	catalogueAsCsv,
	judgeRows,
	readRows,
	unpackRows,
	withMissing,
} from "./catalogue-file.ts";
import { adoptCatalogue } from "./commands.ts";
import { AdoptForm } from "./forms.ts";
import { curators } from "./may-curate.ts";
import { activeCompetencies, catalogueOf, currentVersion } from "./queries.ts";
import { ImportPage, ImportPreviewPage } from "./views/import.tsx";

/** The catalogue out as a file, and in again. A file is checked first; it is taken whole or not at all. */
export const fileRoutes: readonly Route[] = [
	page("/competencies/export", {
		allow: signedIn,
		what: "The catalogue as a CSV file",
		show: async (visit) =>
			download(
				"competencies.csv",
				"text/csv; charset=utf-8",
				catalogueAsCsv(await currentCatalogue(visit)),
			),
	}),
	page("/competencies/import", {
		allow: curators,
		what: "The form to load a catalogue from a file",
		show: (visit) => show(<ImportPage frame={visit.frame} />),
	}),
	action("/competencies/import", {
		allow: curators,
		what: "Check a file and show what it would change; writes nothing",
		form: z.object({}),
		maxBytes: 2_000_000,
		isJournalled: false,
		act: async (visit) => {
			const file = visit.files["file"];
			if (file === undefined || file.size === 0)
				throw new Invalid({ file: t("Choose a file.") });
			const reading = await readRows(file);
			if (!reading.ok) throw new Invalid({ file: reading.problem });
			const judged = judgeRows(reading.rows, await currentCatalogue(visit));
			if (!judged.ok)
				return show(
					<ImportPage frame={visit.frame} problems={judged.problems} />,
					422,
				);
			return show(
				<ImportPreviewPage
					frame={visit.frame}
					preview={judged.preview}
					rows={JSON.stringify(reading.rows)}
					basedOn={await currentVersion(visit.db)}
					fileName={file.name}
				/>,
			);
		},
		again: (visit, state: FormState) =>
			show(<ImportPage frame={visit.frame} state={state} />),
	}),
	action("/competencies/import/adopt", {
		allow: curators,
		what: "Take a checked catalogue over as a new version",
		form: AdoptForm,
		maxBytes: 4_000_000,
		act: async (visit, { rows, missing, note, "based-on": basedOn }) => {
			const current = await currentCatalogue(visit);
			const judged = judgeRows(unpackRows(rows) ?? [], current);
			if (!judged.ok)
				throw new Conflict(
					t("The file did not arrive whole. Load it once more."),
				);
			const { draft } = judged.preview;
			const isAdopted = await adoptCatalogue(
				visit.tx,
				missing === "keep" ? withMissing(draft, current) : draft,
				{ by: visitorOf(visit).id, note, basedOn },
			);
			if (!isAdopted)
				throw new Conflict(t("The catalogue already says what the file says."));
			return redirect("/competencies", done(t("The catalogue is taken over.")));
		},
	}),
];

async function currentCatalogue(visit: Visit) {
	return catalogueOf(await activeCompetencies(visit.db));
}
