import { createHash, randomUUID } from "node:crypto";
import type { Skill } from "../../../../domain/people/skill.ts";
import type {
	ImportOptions,
	ImportPlan,
} from "../../../../domain/people/import-plan.ts";
import type { KnownPerson } from "../../../../domain/people/known-person.ts";
import {
	customFieldsOf,
	type Mapping,
} from "../../../../domain/people/mapping.ts";
import { placed } from "./place-problems.ts";
import type { RowProblem } from "../../../../domain/people/row-problem.ts";
import { planImport } from "../../../../domain/people/plan-import.ts";
import {
	readPeople,
	type ReadingContext,
} from "../../../../domain/people/read-people.ts";
import { readTable } from "../../../../platform/spreadsheet/read-table.ts";
import type {
	FileProblem,
	ReadingChoices,
} from "../../../../platform/spreadsheet/table.ts";
import type { ImportFigures } from "../import-record.ts";
import { type ImportWrites, writesOf } from "./import-writes.ts";
import { previewRows, problemRow } from "./preview-rows.ts";
import { returnedRows } from "./returned-rows.ts";

export type DraftInput = {
	readonly bytes: Uint8Array;
	readonly reading: ReadingChoices;
	readonly mapping: Mapping;
	readonly context: ReadingContext;
	readonly options: Omit<ImportOptions, "leaving">;
	/** Of those missing from the file, who is marked as left. */
	readonly leaving: readonly string[];
	/** The scale of grades there will be; null: as it is. */
	readonly grades: readonly string[] | null;
	/** JSON arrays of KnownPerson, as the database wrote them. */
	readonly known: readonly string[];
	readonly wanted: "preview" | "writes";
	/** Whether the problems themselves, and the rows to mend, are wanted beside either. */
	readonly tellsProblems?: boolean;
};

export type Draft =
	| { readonly ok: false; readonly problem: FileProblem }
	| {
			readonly ok: true;
			readonly hash: string;
			readonly figures: ImportFigures;
			/** Some of those to be marked as left are no longer missing. */
			readonly isLeavingOutdated: boolean;
			readonly preview: ImportPreview | null;
			readonly writes: ImportWrites | null;
			readonly told: readonly RowProblem[];
			readonly returned: Uint8Array<ArrayBuffer> | null;
	  };

export type ImportPreview = {
	/** JSON arrays of rows for people_import_problem and people_import_row. */
	readonly problems: readonly string[];
	readonly rows: readonly string[];
};

/** Reads a file, compares it with the people known, and says what an import does: to be shown, or to be written. */
export async function draftImport(input: DraftInput): Promise<Draft> {
	const reading = await readTable(input.bytes, input.reading);
	if (!reading.ok) return reading;
	const people = readPeople(reading.table, input.mapping, input.context);
	const known = input.known.flatMap(parsePeople);
	const byId = new Map(known.map((person) => [person.id, person]));
	// Who leaves is decided on after the plan was seen and changes nothing else in it, so it is no part of what was agreed to.
	const planned = planImport(people, known, {
		...input.options,
		leaving: "nobody",
	});
	const plan = {
		...planned,
		problems: placed(planned.problems, input.mapping),
	};
	const missing = new Set<string>(plan.missing);
	const leaving = new Set(input.leaving);
	const leave = plan.missing.filter((id) => leaving.has(id));
	const isPreview = input.wanted === "preview";
	return {
		ok: true,
		hash: hashOf(plan, input),
		figures: figuresOf(plan, input, reading.table.rows.length),
		isLeavingOutdated: input.leaving.some((id) => !missing.has(id)),
		preview: isPreview
			? {
					problems: chunked(plan.problems.map(problemRow)),
					rows: chunked(previewRows(plan, byId)),
				}
			: null,
		writes: isPreview
			? null
			: writesOf({ ...plan, leave }, { known: byId, newId: randomUUID }),
		told: input.tellsProblems ? plan.problems : [],
		returned:
			isPreview || input.tellsProblems
				? returnedRows(reading.table, plan)
				: null,
	};
}

const ROWS_IN_A_CHUNK = 5000;

function chunked(rows: readonly unknown[]): readonly string[] {
	const chunks: string[] = [];
	for (let at = 0; at < rows.length; at += ROWS_IN_A_CHUNK) {
		chunks.push(JSON.stringify(rows.slice(at, at + ROWS_IN_A_CHUNK)));
	}
	return chunks;
}

function parsePeople(text: string): readonly KnownPerson[] {
	const people: readonly KnownPerson[] = JSON.parse(text);
	return people;
}

/** Of everything an import would do, but whom it marks as left: two plans with one hash do the same. */
function hashOf(plan: ImportPlan, { grades, mapping, context }: DraftInput) {
	const { create, update, refused, proposals } = plan;
	const changes = update.map((each) => ({
		...each,
		changes: each.changes.map((change) =>
			change.about === "offers" || change.about === "seeks"
				? { ...change, from: change.from.toSorted(byCompetency) }
				: change,
		),
	}));
	const fields = [...customFieldsOf(mapping, context.customFields).keys()];
	const all = { create, update: changes, refused, proposals, grades, fields };
	return createHash("sha256").update(JSON.stringify(all)).digest("hex");
}

function byCompetency(a: Skill, b: Skill): number {
	return a.competency < b.competency ? -1 : 1;
}

function figuresOf(
	plan: ImportPlan,
	{ mapping, context, grades }: DraftInput,
	rows: number,
): ImportFigures {
	const before = new Set(context.customFields.map(({ key }) => key));
	const fields = [...customFieldsOf(mapping, context.customFields).values()];
	const proposals: Record<string, number> = {};
	for (const { facts } of plan.proposals)
		for (const [fact, value] of Object.entries(facts))
			if (value !== null) proposals[fact] = (proposals[fact] ?? 0) + 1;
	return {
		rows,
		created: plan.create.length,
		changed: plan.update.length,
		unchanged: plan.unchanged.length,
		refused: plan.refused.length,
		problems: plan.problems.length,
		warnings: plan.problems.filter(({ severity }) => severity === "warning")
			.length,
		missing: plan.missing.length,
		unrecognised: plan.unrecognised.length,
		enrolled: enrolled(plan),
		proposals,
		newFields: fields.filter(({ key }) => !before.has(key)),
		grades,
	};
}

function enrolled({ create, update }: ImportPlan): number {
	const added = update
		.flatMap(({ changes }) => changes)
		.filter((change) => change.about === "enrolment" && change.from === null);
	return (
		create.reduce((sum, { enrolments }) => sum + enrolments.length, 0) +
		added.length
	);
}
