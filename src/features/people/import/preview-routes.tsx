import { Invalid } from "../../../platform/http/refusal.ts";
import { recordAll } from "../../../platform/journal/journal.ts";
import {
	action,
	journalledPage,
	type Route,
	stream,
} from "../../../platform/http/route.ts";
import {
	done,
	type Reply,
	redirect,
	show,
	type Visit,
	visitorOf,
	type Writing,
} from "../../../platform/http/visit.ts";
import { t } from "../../../ui/text.ts";
import type { LeavingReaction } from "../leaving.ts";
import { chooseAllLeaving, chooseLeaving } from "./commands/choose-leaving.ts";
import { subjectOf } from "./commands/status.ts";
import { AllLeavingForm, LeavingForm } from "./forms.ts";
import { followImport, isAtWork } from "./follow-import.ts";
import { importers } from "./may-import.ts";
import { partNames, type Part, readPart } from "./preview-part.ts";
import {
	findImport,
	latestStanding,
	type PeopleImport,
	progressOf,
} from "./queries/imports.ts";
import { leavingPeople } from "./queries/preview.ts";
import { programName } from "./queries/programs.ts";
import { OutcomePage } from "./views/outcome-page.tsx";
import { PreviewPage } from "./views/preview-page.tsx";
import { ProgressPage } from "./views/progress-page.tsx";

const STALLED_MILLISECONDS = 3 * 60_000;

/** One import as it stands: under way, to be decided, or over. */
export function previewRoutes(leaving: readonly LeavingReaction[]): Route[] {
	return [
		journalledPage("/people/import/:import", {
			allow: importers,
			what: "What an import would do, person by person and problem by problem; afterwards what came of it",
			show: async (visit) => {
				const found = await findImport(visit.db, visit.params.import);
				if (isAtWork(found)) return progressPage(visit, found);
				if (found.status === "uploaded")
					return redirect(`/people/import/${found.id}/columns`);
				return found.status === "checked"
					? previewPage(visit, found, leaving)
					: outcomePage(visit, found);
			},
		}),
		stream("/people/import/:import/progress", {
			allow: importers,
			what: "How far an import is, as it goes",
			follow: (visit, look, heard) =>
				followImport(visit.params.import, look, heard),
		}),
		action("/people/import/:import/leaving", {
			allow: importers,
			what: "Tick who of those missing from the file has left",
			form: LeavingForm,
			act: async (visit, { shown, left, back }) => {
				const { import: id } = visit.params;
				await findImport(visit.db, id);
				await chooseLeaving(visit.tx, id, { shown, ticked: left });
				return redirect(
					back.startsWith(`/people/import/${id}?`) ? back : missingOf(id),
					done(t("Noted. They are marked as left once you import.")),
				);
			},
		}),
		action("/people/import/:import/all-leaving", {
			allow: importers,
			what: "Tick everyone missing from the file as left, or nobody",
			form: AllLeavingForm,
			act: async (visit, { leaving: wanted }) => {
				const { import: id } = visit.params;
				await findImport(visit.db, id);
				await chooseAllLeaving(visit.tx, id, wanted === "yes");
				return redirect(missingOf(id));
			},
		}),
	];
}

function missingOf(id: string): string {
	return `/people/import/${id}?show=missing`;
}

async function progressPage(visit: Visit, found: PeopleImport): Promise<Reply> {
	const progress = await progressOf(visit.db, found.id);
	const quiet = visit.now.getTime() - (progress.updatedAt?.getTime() ?? 0);
	return show(
		<ProgressPage
			frame={visit.frame}
			found={found}
			progress={progress}
			isStalled={quiet > STALLED_MILLISECONDS}
		/>,
	);
}

async function previewPage(
	visit: Writing,
	found: PeopleImport,
	leaving: readonly LeavingReaction[],
): Promise<Reply> {
	const { figures, hash } = found.summary;
	if (figures === undefined || hash === undefined)
		throw new Invalid({}, t("This import was not compared yet."));
	const asked = visit.query.get("show");
	const name =
		partNames.find((part) => part === asked) ??
		(figures.problems > 0
			? "problems"
			: figures.changed > 0
				? "changed"
				: "new");
	const part = await readPart(visit.db, found.id, {
		name,
		path: visit.frame.path,
	});
	await noteReading(visit, found, part);
	return show(
		<PreviewPage
			frame={visit.frame}
			found={found}
			figures={figures}
			hash={hash}
			program={await programName(visit.db, found.choices.program)}
			leaving={(await leavingPeople(visit.db, found.id)).length}
			reactions={leaving.map(({ says }) => says())}
			part={part}
		/>,
	);
}

/** Old values of what HR says about people are shown: each of them can see by whom. */
async function noteReading(
	visit: Writing,
	found: PeopleImport,
	part: Part,
): Promise<void> {
	if (part.name !== "changed") return;
	await recordAll(
		visit.tx,
		part.page.rows.flatMap(({ person }) =>
			person === null
				? []
				: [
						{
							act: "read-record",
							about: person,
							subject: subjectOf(found.id),
						},
					],
		),
	);
}

async function outcomePage(visit: Visit, found: PeopleImport): Promise<Reply> {
	return show(
		<OutcomePage
			frame={visit.frame}
			found={found}
			isLatest={(await latestStanding(visit.db)) === found.id}
			timeZone={visitorOf(visit).timeZone ?? "UTC"}
		/>,
	);
}
