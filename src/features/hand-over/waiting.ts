import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Visitor } from "../../platform/http/visit.ts";
import { t } from "../../ui/text.ts";
import { actingAs } from "../programs/acting.ts";
import type { Waiting } from "../today/queries.ts";
import { waitingHandOvers } from "./queries.ts";

/** Hand-overs that wait for the peer, or for the mentee. */
export async function waitingInHandOvers(
	db: Db,
	{ id }: Visitor,
): Promise<readonly Waiting[]> {
	return (await waitingHandOvers(db, id)).map((found) => ({
		title:
			found.asked === "peer"
				? t("Do you take over a mentee in {program}?", {
						program: found.programName,
					})
				: t("Do you go on with another mentor in {program}?", {
						program: found.programName,
					}),
		inMail: true as const,
		detail: t("Yes or no; nobody asks for reasons."),
		href: `/hand-overs/${found.id}`,
		label: t("See who it is"),
		minutes: 2,
		by: found.answerBy,
	}));
}

/** Who is asked now. */
export function perhapsInHandOvers(
	db: Db,
	people: readonly Visitor[],
): Promise<ReadonlySet<string>> {
	return actingAs(db, "pairing", async () => {
		const { rows } = await sql<{ person: string }>`
			select case asked when 'peer' then peer_id else mentee_id end as person from hand_over
			where case asked when 'peer' then peer_id else mentee_id end = any (${people.map(({ id }) => id)}::uuid[])
		`.execute(db);
		return new Set(rows.map(({ person }) => person));
	});
}
