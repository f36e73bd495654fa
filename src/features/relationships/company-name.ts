import type { Readers } from "../../ui/audience.tsx";
import { formatList, t } from "../../ui/text.ts";

/** "You and Ingrid" */
export function companyName(
	others: readonly { readonly first: string }[],
): string {
	const names = others.map(({ first }) => first);
	return names.length > 3
		? t("Your circle of {count}", { count: names.length + 1 })
		: t("You and {names}", { names: formatList(names) });
}

/** Who reads what one of them writes to the others; in a circle not name by name. */
export function readersAmong(
	others: readonly { readonly first: string }[],
): Readers {
	return others.length > 3
		? { who: "circle", others: others.length }
		: { who: "relationship", names: others.map(({ first }) => first) };
}
