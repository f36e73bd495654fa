import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { recordAll } from "../../../platform/journal/journal.ts";
import { linkDays } from "../../sign-in/commands.ts";
import { newToken } from "../../sign-in/token.ts";
import { actingAs } from "../acting.ts";
import { peopleWithoutSignIn } from "../queries/people.ts";

/**
 * Links that sign in, for those of these people who never were here and could not follow a plain one. Returns the tokens by person; they are in
 * no other place than the mails they go out with. One statement, where `makeLink` makes one for each.
 */
export async function makeFirstLinks(
	tx: Tx,
	people: readonly string[],
	madeBy: string,
): Promise<ReadonlyMap<string, string>> {
	const strangers = await actingAs(tx, "sign-in", () =>
		peopleWithoutSignIn(tx, people),
	);
	const links = [...strangers].map((person) => ({ person, ...newToken() }));
	await sql`
		insert into sign_in_link (token_hash, person_id, purpose, made_by, expires_at)
		select decode(hash, 'hex'), person, 'invitation', ${madeBy}, now() + make_interval(days => ${linkDays.invitation})
		from unnest(
			${links.map(({ hash }) => hash.toString("hex"))}::text[],
			${links.map(({ person }) => person)}::uuid[]
		) as link (hash, person)
	`.execute(tx);
	await recordAll(
		tx,
		links.map(({ person }) => ({ act: "make-invitation-link", about: person })),
	);
	return new Map(links.map(({ person, token }) => [person, token]));
}
