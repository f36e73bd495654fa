import type { Db } from "../../../platform/database/database.ts";
import { type Visit, visitorOf } from "../../../platform/http/visit.ts";
import { usualZone } from "../../calendar/queries.ts";
import { findCompany } from "../../relationships/company-queries.ts";
import { findSession } from "../queries/sessions.ts";

type With<Name extends string> = Pick<Visit, "db" | "visitor"> & {
	readonly params: Readonly<Record<Name, string>>;
};

/** The members of the relationship in the address, for one of them. */
export function ownCompany(visit: With<"relationship">) {
	return findCompany(visit.db, visit.params.relationship, visitorOf(visit).id);
}

/** The session in the address, for one of its members. */
export function ownSession(visit: With<"session">) {
	return findSession(visit.db, visit.params.session, visitorOf(visit).id);
}

/** The zone whose clock the visitor reads. */
export async function zoneOf(
	visit: Pick<Visit, "visitor"> & { readonly db: Db },
): Promise<string> {
	return visitorOf(visit).timeZone ?? usualZone(visit.db);
}
