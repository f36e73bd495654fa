import type { Db } from "../../platform/database/database.ts";
import type { Visitor } from "../../platform/http/visit.ts";
import { formatDate, t } from "../../ui/text.ts";
import type { Underway } from "../today/queries.ts";
import { ownRelationships } from "./queries.ts";

/** Whom the visitor learns with. */
export async function underwayInRelationships(
	db: Db,
	{ id }: Visitor,
): Promise<readonly Underway[]> {
	const own = await ownRelationships(db, id);
	return own
		.filter(({ endedAt }) => endedAt === null)
		.map((one) => ({
			title: one.circleName ?? t("You and {name}", { name: one.name }),
			detail: t("{program}, since {day}", {
				program: one.programName,
				day: formatDate(one.beganAt),
			}),
			href: `/relationships/${one.id}`,
		}));
}
