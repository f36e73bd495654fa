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
