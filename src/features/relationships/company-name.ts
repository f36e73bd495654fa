import type { Readers } from "../../ui/audience.tsx";
import { formatCompany, t } from "../../ui/text.ts";

/** "You and Ingrid"; a circle by its name. */
export function companyName({
	circle,
	others,
}: {
	readonly circle: string | null;
	readonly others: readonly { readonly first: string }[];
}): string {
	return (
		circle ??
		t("You and {names}", {
			names: formatCompany(others.map(({ first }) => first)),
		})
	);
}

/** What somebody is called among those they meet: by first name, in a circle in full, where two may share one. */
export function calledAmong(
	member: { readonly first: string; readonly name: string },
	members: number,
): string {
	return members > 4 ? member.name : member.first;
}

/** Who reads what one of them writes to the others; in a circle not name by name. */
export function readersAmong(
	others: readonly { readonly first: string }[],
): Readers {
	return others.length > 3
		? { who: "circle", others: others.length }
		: { who: "relationship", names: others.map(({ first }) => first) };
}
