import { z } from "zod";
import { holdingIn } from "../../../platform/http/guard.ts";
import { Conflict } from "../../../platform/http/refusal.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import { download, show } from "../../../platform/http/visit.ts";
import { recordAll } from "../../../platform/journal/journal.ts";
import type { Db } from "../../../platform/database/database.ts";
import { t } from "../../../ui/text.ts";
import { actingAs } from "../../programs/acting.ts";
import { enterProgram } from "../../programs/standing.ts";
import { holdsTalkAnswers } from "../chemistry/answers.ts";
import { confidentialColumns } from "../confidence.ts";
import { exportZip } from "../export.ts";
import { policyOf, readDocument } from "../policy-document.ts";
import { findRound } from "../queries/rounds.ts";
import { keptInput } from "../queries/run-input.ts";
import { ownSensitiveFields } from "../queries/words.ts";
import type { RoundVisit } from "./round-visit.ts";
import { ExportPage } from "../views/export-page.tsx";

const managers = holdingIn("program", "program-manager");
const path = "/programs/:program/rounds/:round/export";

export const exportRoutes: readonly Route[] = [
	page(path, {
		allow: managers,
		what: "What a round's files would hold",
		show: (visit) => exportPage(visit),
	}),
	action(path, {
		allow: managers,
		what: "Download the files of a round, to compute it again elsewhere",
		form: z.object({}),
		act: async (visit) => {
			const { round, input } = await lastRun(visit);
			if (input === undefined)
				throw new Conflict(t("Nothing was computed in this round yet."));
			const told = await confidentialOf(visit.db, input.policy);
			await recordAll(visit.tx, [
				{ act: "export-round", subject: { kind: "round", id: round.id } },
				...(told.length === 0 ? [] : peopleIn(input)).map((about) => ({
					act: "export-confidential-facts",
					about,
					subject: { kind: "round", id: round.id },
				})),
			]);
			return download(
				`round-${round.number}.zip`,
				"application/zip",
				exportZip({
					...input,
					objective: round.objective,
					equityRatio: round.equityRatio,
					equityMeasure: round.equityMeasure,
					seed: round.seed,
					fingerprint: round.fingerprint ?? "",
				}),
			);
		},
	}),
];

async function exportPage(visit: RoundVisit) {
	const standing = await enterProgram(visit);
	const { round, input } = await lastRun(visit);
	return show(
		<ExportPage
			frame={visit.frame}
			standing={standing}
			round={round}
			columns={
				input === undefined
					? undefined
					: [...new Set([...input.mentors.columns, ...input.mentees.columns])]
			}
			confidential={
				input === undefined ? [] : await confidentialOf(visit.db, input.policy)
			}
		/>,
	);
}

async function lastRun({ db, params }: Pick<RoundVisit, "db" | "params">) {
	const round = await findRound(db, params);
	if (await actingAs(db, "pairing", () => holdsTalkAnswers(db, round)))
		throw new Conflict(
			t(
				"This round weighs what people said in private after their talks. Its files would tell who said no to whom, so they are not handed out.",
			),
		);
	const input = await actingAs(db, "pairing", () => keptInput(db, round.id));
	return { round, input };
}

async function confidentialOf(db: Db, policy: unknown) {
	return confidentialColumns(
		policyOf(readDocument(policy)),
		await ownSensitiveFields(db),
	);
}

function peopleIn({
	mentors,
	mentees,
}: {
	readonly mentors: {
		readonly rows: readonly Readonly<Record<string, string>>[];
	};
	readonly mentees: {
		readonly rows: readonly Readonly<Record<string, string>>[];
	};
}): readonly string[] {
	return [
		...new Set(
			[...mentors.rows, ...mentees.rows].flatMap((row) => row["id"] ?? []),
		),
	];
}
