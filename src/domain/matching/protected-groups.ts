// Whom a ratio compares in a cohort: mentees by what stands in the policy's protected columns.
import type { Cell } from "./people-table.ts";
import type { Scoring } from "./scoring.ts";

/**
 * Each mentee's group. With several protected columns a group is a combination of their values: if every combination keeps a ratio, so does
 * every single value, since its mean lies between those of its combinations. A mentee with an empty cell in one of them is in no group. Under kinds a mentee is named once for each want.
 */
export function protectedGroups({
	policy,
	mentees,
}: Pick<Scoring, "policy" | "mentees">): {
	readonly mentee: string;
	readonly group: string;
}[] {
	return mentees.flatMap(({ id, want, cells }) => {
		const values = policy.protectedColumns.map((column) =>
			valueOf(cells.get(column)),
		);
		return values.includes("") || values.length === 0
			? []
			: [{ mentee: want?.mentee ?? id, group: values.join(" · ") }];
	});
}

function valueOf(cell: Cell | undefined): string {
	switch (cell?.kind) {
		case "text":
		case "step":
			return cell.text;
		case "amount":
			return String(cell.millionths / 1e6);
		case "list":
			return cell.items.toSorted().join(", ");
		case "empty":
		case "levels":
		case undefined:
			return "";
	}
}
