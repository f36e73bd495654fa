import type { Mapping } from "../../../domain/people/mapping.ts";
import type { Db } from "../../../platform/database/database.ts";
import { scaleChange } from "./grade-scale.ts";
import type { ImportChoices } from "./import-record.ts";
import { knownPeople } from "./queries/known-people.ts";
import { readingContext } from "./queries/reading-context.ts";
import type { DraftInput } from "./thread/draft-import.ts";

type Wanted = {
	readonly bytes: Uint8Array;
	readonly mapping: Mapping;
	readonly choices: ImportChoices;
	readonly leaving: readonly string[];
	readonly wanted: DraftInput["wanted"];
	readonly now: Date;
};

export type DraftGathering =
	| { readonly ok: true; readonly input: DraftInput }
	| { readonly ok: false; readonly lostGrades: readonly string[] };

/** Everything that the comparing of a file with the people needs to know. Runs as the process `people-import`. */
export async function gatherDraftInput(
	db: Db,
	{ bytes, mapping, choices, leaving, wanted, now }: Wanted,
): Promise<DraftGathering> {
	const context = await readingContext(db, now);
	const grades = scaleChange(context.gradeScale, mapping.gradeScale);
	if (!grades.ok) return { ok: false, lostGrades: grades.lost };
	return {
		ok: true,
		input: {
			bytes,
			reading: choices.reading,
			mapping: { ...mapping, gradeScale: grades.scale },
			context,
			options: {
				today: context.today,
				emptyCells: choices.emptyCells,
				enrols: choices.program !== null,
			},
			leaving,
			grades: grades.scale,
			known: await knownPeople(db, choices.program),
			wanted,
		},
	};
}
