import type { Db } from "../../../platform/database/database.ts";
import { readListState, type TableState } from "../../../ui/table-state.ts";
import { allCompetencies } from "../../competencies/queries.ts";
import { customFields } from "../queries/employment.ts";
import type { Names } from "./change-sentence.ts";
import {
	problemKinds,
	problemsPage,
	rowsPage,
	type ShownProblem,
	type ShownRow,
} from "./queries/preview.ts";
import { readTrouble } from "./stored-trouble.ts";
import { problemSentence } from "./problem-sentence.ts";

type PageOf<Row> = { readonly rows: readonly Row[]; readonly total: number };

/** One part of what an import would do, as much of it as one page shows. */
export type Part =
	| {
			readonly name: "problems";
			readonly state: TableState;
			readonly page: PageOf<ShownProblem>;
			readonly kinds: readonly {
				readonly value: string;
				readonly label: string;
			}[];
	  }
	| {
			readonly name: "changed";
			readonly state: TableState;
			readonly page: PageOf<ShownRow>;
			readonly names: Names;
	  }
	| {
			readonly name: "new" | "missing";
			readonly state: TableState;
			readonly page: PageOf<ShownRow>;
	  };

export const partNames = ["problems", "changed", "new", "missing"] as const;

export async function readPart(
	db: Db,
	id: string,
	{ name, path }: { readonly name: Part["name"]; readonly path: string },
): Promise<Part> {
	const state = readListState(path, {
		filters: name === "problems" ? ["severity", "code"] : ["ticked"],
		pageSize: name === "missing" ? 100 : 50,
	});
	if (name === "problems") {
		const kinds = await problemKinds(db, id);
		return {
			name,
			state,
			page: await problemsPage(db, id, state),
			kinds: kinds.map(({ code, detail, count }) => ({
				value: code,
				label: `${problemSentence(readTrouble(code, detail)).split(/[.:]/)[0]} (${count})`,
			})),
		};
	}
	const page = await rowsPage(db, id, name, state);
	return name === "changed"
		? { name, state, page, names: await namesFor(db) }
		: { name, state, page };
}

async function namesFor(db: Db): Promise<Names> {
	const fields = await customFields(db);
	const competencies = await allCompetencies(db);
	return {
		customFields: new Map(fields.map((field) => [field.key, field])),
		competencies: new Map(competencies.map(({ key, name }) => [key, name])),
	};
}
