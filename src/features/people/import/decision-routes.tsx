import { z } from "zod";
import { Conflict } from "../../../platform/http/refusal.ts";
import { action, type Route } from "../../../platform/http/route.ts";
import { redirect, visitorOf } from "../../../platform/http/visit.ts";
import { t } from "../../../ui/text.ts";
import { startAgain, startImport, startUndo } from "./commands/decide.ts";
import { DecisionForm } from "./forms.ts";
import { importers } from "./may-import.ts";
import { findImport, latestStanding } from "./queries/imports.ts";
import { leavingPeople } from "./queries/preview.ts";

/** What people decide about an import: yes, back, again. */
export const decisionRoutes: readonly Route[] = [
	action("/people/import/:import/import", {
		allow: importers,
		what: "Import all rows of a file, or its good rows",
		form: DecisionForm,
		act: async (visit, { take, hash }) => {
			const { import: id } = visit.params;
			const { summary, status } = await findImport(visit.db, id);
			const refused = summary.figures?.refused ?? 0;
			const isSeen =
				summary.hash === hash && (take === "good" || refused === 0);
			if (status === "checked" && !isSeen)
				throw new Conflict(
					t("The file was compared anew meanwhile. Look at it once more."),
				);
			const left = await leavingPeople(visit.db, id);
			await startImport(visit.tx, id, left.length);
			return redirect(`/people/import/${id}`);
		},
	}),
	action("/people/import/:import/undo", {
		allow: importers,
		what: "Undo the latest import, while nothing depends on it",
		form: z.object({}),
		act: async (visit) => {
			const { import: id } = visit.params;
			await findImport(visit.db, id);
			if ((await latestStanding(visit.db)) !== id)
				throw new Conflict(
					t(
						"Only the latest import can be undone, and this one is not, or not any more.",
					),
				);
			await startUndo(visit.tx, id, visitorOf(visit).id);
			return redirect(`/people/import/${id}`);
		},
	}),
	action("/people/import/:import/again", {
		allow: importers,
		what: "Start an import again that was interrupted",
		form: z.object({}),
		act: async (visit) => {
			const { id, status } = await findImport(visit.db, visit.params.import);
			await startAgain(visit.tx, id, status);
			return redirect(`/people/import/${id}`);
		},
	}),
];
