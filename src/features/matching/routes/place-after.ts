import type { Tx } from "../../../platform/database/database.ts";
import { PAIRS_ON_A_PAGE } from "../board-pages.ts";

/**
 * Where on the long board the button was, as query and anchor: one comes back to the same mentee, whoever is with them now, and to the page of the ledger
 * that holds them.
 */
export async function placeAfter(
	tx: Tx,
	round: string,
	{
		query,
		mentee,
	}: { readonly query: string; readonly mentee: string | undefined },
): Promise<string> {
	if (mentee === undefined) return query;
	const pair = await tx
		.selectFrom("proposal")
		.select("id")
		.where("round_id", "=", round)
		.where("mentee_id", "=", mentee)
		.executeTakeFirst();
	if (pair === undefined) return `${query}#without-${mentee}`;
	const { pairs } = await tx
		.selectFrom("proposal")
		.select((row) => row.fn.countAll<string>().as("pairs"))
		.where("round_id", "=", round)
		.executeTakeFirstOrThrow();
	const near =
		Number(pairs) <= PAIRS_ON_A_PAGE
			? ""
			: `${query === "" ? "?" : "&"}near=${mentee}`;
	return `${query}${near}#pair-${pair.id}`;
}
