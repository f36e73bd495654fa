import { type CastRole, castRoles } from "../../domain/demonstration/cast.ts";
import type { Tx } from "../../platform/database/database.ts";

/** Who of the people plays which part. */
export type CastIds = ReadonlyMap<CastRole, string>;

export async function castIds(tx: Tx): Promise<CastIds> {
	const rows = await tx
		.selectFrom("demonstration_cast")
		.select(["role", "person_id"])
		.execute();
	return new Map(
		castRoles.flatMap((role) =>
			rows.flatMap((row) =>
				row.role === role ? [[role, row.person_id] as const] : [],
			),
		),
	);
}
