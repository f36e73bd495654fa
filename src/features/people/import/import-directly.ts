import type { RowProblem } from "../../../domain/people/row-problem.ts";
import type { Mapping } from "../../../domain/people/mapping.ts";
import { mappingProblems } from "../../../domain/people/mapping.ts";
import {
	type Database,
	transact,
	type Tx,
} from "../../../platform/database/database.ts";
import { formatList, t } from "../../../ui/text.ts";
import { fileProblemSentence } from "../../competencies/file-problem.ts";
import type { LeavingReaction } from "../leaving.ts";
import { customFields } from "../queries/employment.ts";
import { beginImport } from "./commands/begin.ts";
import { finishImport } from "./commands/finish.ts";
import { carryOut } from "./commands/carry-out.ts";
import { followMovements } from "./commands/leaving.ts";
import { lockPeople } from "./commands/lock-people.ts";
import { gatherDraftInput } from "./draft-input.ts";
import { failureSentence } from "./failure-sentence.ts";
import { fieldName } from "./field-name.ts";
import type { FileLook } from "./file-look.ts";
import { firstMapping } from "./first-mapping.ts";
import type { ImportFigures } from "./import-record.ts";
import { asImport } from "./progress.ts";
import { savedMappings } from "./queries/imports.ts";
import { storedMapping } from "./stored-mapping.ts";
import type { Draft } from "./thread/draft-import.ts";
import { draftOnThread, lookOnThread } from "./thread/on-thread.ts";

export type DirectImport = {
	readonly fileName: string;
	readonly bytes: Uint8Array;
	readonly mapping:
		| { readonly name: string }
		| { readonly json: unknown }
		| undefined;
	/** The name of a program. */
	readonly program: string | null;
	readonly side: "mentor" | "mentee" | null;
	readonly isDryRun: boolean;
	readonly takesGoodRows: boolean;
};

export type DirectOutcome =
	| {
			readonly ok: true;
			readonly imported: boolean;
			/** Of the import, under which it is found and undone. */
			readonly id: string | null;
			readonly figures: ImportFigures;
			readonly problems: readonly RowProblem[];
			readonly returned: Uint8Array | null;
			readonly seconds: number;
	  }
	| {
			readonly ok: false;
			readonly why: string;
			readonly figures: ImportFigures | null;
			readonly problems: readonly RowProblem[];
	  };

/** A refusal of the whole: the transaction ends and nothing stays. */
class Refused extends Error {
	readonly outcome: DirectOutcome;
	constructor(why: string, draft?: Drafted) {
		super(why);
		this.outcome = {
			ok: false,
			why,
			figures: draft?.figures ?? null,
			problems: draft?.told ?? [],
		};
	}
}

type Drafted = Draft & { readonly ok: true };

/** A whole import in one go and one transaction, for the command line. Nobody acts but the process `people-import`. */
export async function importDirectly(
	database: Database,
	wanted: DirectImport,
	reactions: readonly LeavingReaction[],
): Promise<DirectOutcome> {
	const looking = await lookOnThread(wanted.bytes);
	if (!looking.ok)
		return new Refused(fileProblemSentence(looking.problem)).outcome;
	try {
		return await transact(database, asImport, (tx) =>
			importIn(tx, wanted, { look: looking.look, reactions }),
		);
	} catch (error) {
		if (error instanceof Refused) return error.outcome;
		throw error;
	}
}

async function importIn(
	tx: Tx,
	wanted: DirectImport,
	{
		look,
		reactions,
	}: {
		readonly look: FileLook;
		readonly reactions: readonly LeavingReaction[];
	},
): Promise<DirectOutcome> {
	const began = performance.now();
	if (!wanted.isDryRun) await lockPeople(tx);
	const program = await programNamed(tx, wanted.program);
	const mapping = await mappingFor(tx, wanted, look);
	const choices = {
		reading: {},
		emptyCells: "keep",
		program,
		locale: "en",
		savedMapping: null,
	} as const;
	const gathered = await gatherDraftInput(tx, {
		bytes: wanted.bytes,
		mapping,
		choices,
		leaving: [],
		wanted: wanted.isDryRun ? "preview" : "writes",
		now: new Date(),
	});
	if (!gathered.ok)
		throw new Refused(
			failureSentence({
				code: "grades-lost",
				detail: { grades: [...gathered.lostGrades] },
			}),
		);
	const draft = await draftOnThread(
		{ ...gathered.input, tellsProblems: true },
		"en",
	);
	if (!draft.ok) throw new Refused(fileProblemSentence(draft.problem));
	const { figures, told, returned, writes } = draft;
	const seconds = () => (performance.now() - began) / 1000;
	if (figures.refused > 0 && !wanted.takesGoodRows)
		throw new Refused(
			t(
				"{count, plural, one {One row cannot be taken} other {# rows cannot be taken}}, so nothing was imported.",
				{ count: figures.refused },
			),
			draft,
		);
	if (writes === null)
		return {
			ok: true,
			imported: false,
			id: null,
			figures,
			problems: told,
			returned,
			seconds: seconds(),
		};
	const id = await beginImport(tx, {
		fileName: wanted.fileName,
		bytes: wanted.bytes,
		look,
		mapping,
		choices,
		by: null,
	});
	const house = await carryOut(tx, {
		id,
		writes,
		figures,
		program,
		by: null,
		today: gathered.input.context.today,
		report: async () => {},
	});
	const refusal = await followMovements(tx, {
		left: writes.leftIds,
		returned: writes.returnedIds,
		by: null,
		reactions,
	});
	if (refusal !== null)
		throw new Refused(failureSentence({ code: refusal, detail: {} }), draft);
	await finishImport(tx, id, {
		house,
		summary: { figures, left: writes.leftIds.length, seconds: seconds() },
	});
	return {
		ok: true,
		imported: true,
		id,
		figures,
		problems: told,
		returned,
		seconds: seconds(),
	};
}

async function programNamed(
	tx: Tx,
	name: string | null,
): Promise<string | null> {
	if (name === null) return null;
	const row = await tx
		.selectFrom("program")
		.select(["id", "status"])
		.where("name", "=", name)
		.executeTakeFirst();
	if (row === undefined)
		throw new Refused(t("There is no program named {name}.", { name }));
	if (row.status === "closed")
		throw new Refused(t("The program {name} is closed.", { name }));
	return row.id;
}

async function mappingFor(
	tx: Tx,
	{ mapping: given, side }: DirectImport,
	look: FileLook,
): Promise<Mapping> {
	const fields = await customFields(tx);
	const saved = await savedMappings(tx);
	const { mapping } = firstMapping(look, {
		customFields: fields,
		saved: saved.map((each) => each.mapping),
		chosen: given === undefined ? null : chosenMapping(given, saved),
	});
	const whole: Mapping =
		side === null
			? mapping
			: {
					...mapping,
					fixed: [
						...mapping.fixed.filter(
							({ target }) =>
								!(target.to === "field" && target.field === "side"),
						),
						{ target: { to: "field", field: "side" }, value: side },
					],
				};
	const headers = look.columns.map(({ header }) => header);
	for (const problem of mappingProblems(whole, headers, fields)) {
		if (problem.code === "no-key")
			throw new Refused(
				t("No column holds an e-mail address or an employee number."),
			);
		if (problem.code === "field-twice")
			throw new Refused(
				t("Two columns go into “{field}”. Choose one of them.", {
					field: fieldName(problem.field),
				}),
			);
	}
	return whole;
}

function chosenMapping(
	given: NonNullable<DirectImport["mapping"]>,
	saved: readonly { readonly name: string; readonly mapping: Mapping }[],
): Mapping {
	if ("json" in given) {
		const read = storedMapping.safeParse(given.json);
		if (read.success) return read.data;
		const places = read.error.issues.map(({ path }) => path.join("."));
		throw new Refused(
			t("The mapping makes no sense at {places}.", {
				places: formatList([...new Set(places)].slice(0, 5)),
			}),
		);
	}
	const found = saved.find(({ name }) => name === given.name);
	if (found === undefined)
		throw new Refused(
			t("No mapping is kept under the name {name}.", { name: given.name }),
		);
	return found.mapping;
}
