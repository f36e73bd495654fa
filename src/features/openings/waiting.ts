import { type RawBuilder, sql } from "kysely";
import {
	isRunning,
	opensAt,
	secondCustodian,
} from "../../domain/sealing/opening.ts";
import { type Db, nowOf } from "../../platform/database/database.ts";
import type { Visitor } from "../../platform/http/visit.ts";
import { t } from "../../ui/text.ts";
import type { Waiting } from "../today/queries.ts";
import { type Opening, openings } from "./queries.ts";

/** What custodians have asked for: to the members as long as it runs, to custodians when it is their turn. */
export async function waitingInOpenings(
	db: Db,
	visitor: Visitor,
): Promise<readonly Waiting[]> {
	const running = (await openings(db, visitor.id, nowOf(db))).filter(
		({ standing }) => isRunning(standing),
	);
	return running.flatMap((opening): Waiting[] => {
		const title = opening.isMember
			? t("A custodian asks to open notes you share with {names}", {
					names: opening.names,
				})
			: turnOf(opening, visitor.id);
		return title === undefined
			? []
			: [
					{
						title,
						detail: opening.isMember
							? t(
									"Read the reason. Nothing is handed out before the 72 hours are over.",
								)
							: t("Both of them are told of every step."),
						href: `/recovery/openings/${opening.id}`,
						label: t("See how it stands"),
						minutes: 3,
						by: opensAt(opening.askedAt).toISOString().slice(0, 10),
					},
				];
	});
}

function turnOf(opening: Opening, visitor: string): string | undefined {
	const { standing, asker, askerName: name, mayOpen, steps } = opening;
	if (!mayOpen) return undefined;
	if (standing === "asked" && asker !== visitor)
		return t("{name} asks whether you agree to open notes", { name });
	if (standing === "due" && secondCustodian(steps) === visitor)
		return t("The 72 hours are over: hand over your part to {name}", { name });
	if (standing === "peeled" && asker === visitor)
		return t("The notes you asked for can be read");
	return undefined;
}

/** Whether there is any asking that they can see. */
export function perhapsInOpenings(): RawBuilder<boolean> {
	return sql`exists (select from recovery_opening)`;
}
