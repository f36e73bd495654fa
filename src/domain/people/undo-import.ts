import type { Change } from "./change.ts";
import type { ImportPlan } from "./import-plan.ts";
import type { PersonId } from "./person-id.ts";

/** How to put everything back as it was before a plan was carried out. Proposals are withdrawn by whoever laid them: only the database knows which were new. */
export interface ImportUndo {
	/** The people that these rows created are to be removed. */
	readonly remove: readonly number[];
	readonly restore: readonly {
		readonly person: PersonId;
		readonly changes: readonly Change[];
	}[];
	/** Marked as left by the import, and here again. */
	readonly bringBack: readonly PersonId[];
}

export function undoOf(plan: ImportPlan): ImportUndo {
	return {
		remove: plan.create.map(({ row }) => row),
		restore: plan.update.map(({ person, changes }) => ({
			person,
			changes: changes.map(inverse),
		})),
		bringBack: plan.leave,
	};
}

function inverse(change: Change): Change {
	switch (change.about) {
		case "fact":
			return { ...change, from: change.to, to: change.from };
		case "manager":
			return { ...change, from: change.to, to: change.from };
		case "custom":
			return { ...change, from: change.to, to: change.from };
		case "offers":
		case "seeks":
			return { ...change, from: change.to, to: change.from };
		case "enrolment":
			return { ...change, from: change.to, to: change.from };
	}
}
