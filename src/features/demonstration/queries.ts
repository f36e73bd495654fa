import type { Db } from "../../platform/database/database.ts";
import { castRoles } from "../../domain/demonstration/cast.ts";
import type { CastMember } from "../sign-in/views/sign-in.tsx";
import { castPurpose } from "./cast-purpose.ts";

/** The cast of the demonstration: who they are, and what one sees as them. */
export async function castMembers(db: Db): Promise<CastMember[]> {
	const rows = await db
		.selectFrom("demonstration_cast")
		.innerJoin("person", "person.id", "demonstration_cast.person_id")
		.select([
			"person.id",
			"person.first_name",
			"person.last_name",
			"person.job_title",
			"demonstration_cast.role",
		])
		.execute();
	return castRoles.flatMap((role) =>
		rows
			.filter((row) => row.role === role)
			.map((row) => ({
				id: row.id,
				name: `${row.first_name} ${row.last_name}`,
				what: castPurpose(role),
			})),
	);
}
