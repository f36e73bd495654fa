import { stringify } from "csv-stringify/sync";
import { strToU8, zipSync } from "fflate";
import { pointsOf } from "../../domain/matching/decimal.ts";
import type { Measure } from "../../domain/matching/equity/ratio.ts";
import type { PeopleTable } from "../../domain/matching/people-table.ts";
import { t } from "../../ui/text.ts";
import type { PairingInput } from "./pairing.ts";
import type { PlanKind } from "./plans.ts";

export type Exported = Pick<PairingInput, "policy" | "mentors" | "mentees"> & {
	readonly objective: PlanKind;
	readonly equityRatio: number | null;
	readonly equityMeasure: Measure;
	readonly seed: string;
	readonly fingerprint: string;
};

/** The files of a round, packed. What they hold is what the round was computed from, to the letter. */
export function exportZip(round: Exported): Uint8Array {
	return zipSync(
		Object.fromEntries(
			Object.entries(exportFiles(round)).map(([name, text]) => [
				name,
				strToU8(text),
			]),
		),
	);
}

export function exportFiles(round: Exported): Readonly<Record<string, string>> {
	return {
		"policy.json": `${JSON.stringify(round.policy, null, "\t")}\n`,
		"mentors.csv": csvOf(round.mentors),
		"mentees.csv": csvOf(round.mentees),
		"README.txt": [
			t(
				"These files give the pairs of the round again, on any machine with Baton:",
			),
			"",
			commandOf(round),
			"",
			t("The result must carry this fingerprint:"),
			"",
			round.fingerprint,
			"",
		].join("\n"),
	};
}

/** The exact command, for the folder of the files. */
export function commandOf({
	seed,
	objective,
	equityRatio,
	equityMeasure,
}: Pick<
	Exported,
	"seed" | "objective" | "equityRatio" | "equityMeasure"
>): string {
	const ratio =
		equityRatio === null
			? ""
			: ` --measure ${equityMeasure} --ratio ${pointsOf(equityRatio)}`;
	return `./baton match --mentors mentors.csv --mentees mentees.csv --policy policy.json --seed ${seed} --objective ${aimOf(objective)}${ratio}`;
}

function aimOf(objective: PlanKind): string {
	if (objective === "worst-first") return "people --worst-first";
	return objective === "stable" ? "people --stable" : objective;
}

// No cell begins like a formula: fact-cells.ts saw to that before the round was computed.
function csvOf({ columns, rows }: PeopleTable): string {
	return stringify(
		[columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))],
		{ record_delimiter: "\r\n" },
	);
}
