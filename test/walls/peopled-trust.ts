// What people entrust to one other person: a concern to an ombudsperson, a calendar to a delegate; and a sign-in of their own.
import { sql } from "kysely";
import { raise } from "../../src/ui/browser/sealed-pages/concern-desk.ts";
import { transact } from "../../src/platform/database/database.ts";
import { seat } from "../concern-desk.ts";
import type { World } from "../world.ts";

/** The mentee takes a concern to the ombudsperson, and lets the delegate keep their calendar. */
export async function entrust(
	world: World,
	{
		mentee,
		ombudsperson,
		delegate,
	}: {
		readonly mentee: string;
		readonly ombudsperson: string;
		readonly delegate: string;
	},
): Promise<Readonly<Record<string, string>>> {
	await seat(world, ombudsperson);
	const { desk } = await seat(world, mentee);
	const concern = await raise(desk, ombudsperson, "Nobody else reads this");
	const { delegation, signIn } = await transact(
		world.database,
		{ actor: { kind: "person", person: mentee }, access: "write" },
		async (tx) => {
			const { id } = await tx
				.insertInto("delegation")
				.values({
					person_id: mentee,
					delegate_id: delegate,
					from_on: sql<string>`current_date`,
					until_on: sql<string>`current_date + 300`,
				})
				.returning("id")
				.executeTakeFirstOrThrow();
			const own = await tx
				.selectFrom("sign_in")
				.select("id")
				.executeTakeFirstOrThrow();
			return { delegation: id, signIn: own.id };
		},
	);
	return { concern, delegation, signIn };
}
