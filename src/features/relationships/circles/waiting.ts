import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Visitor } from "../../../platform/http/visit.ts";
import { t } from "../../../ui/text.ts";
import { actingAs } from "../../programs/acting.ts";
import type { Waiting } from "../../today/queries.ts";
import { circlesToAnswer } from "./queries.ts";

/** Circles that somebody is asked into. */
export async function waitingInCircles(
	db: Db,
	{ id }: Visitor,
): Promise<readonly Waiting[]> {
	return (await circlesToAnswer(db, id)).map((circle) => ({
		title: t("Do you come into the circle “{name}”?", { name: circle.name }),
		inMail: t("A circle asks for you in {program}", {
			program: circle.program,
		}),
		detail: circle.program,
		href: `/circles/${circle.id}`,
		label: t("See what it is about"),
		minutes: 2,
	}));
}

/** Who has a seat that is not answered. */
export function perhapsInCircles(
	db: Db,
	people: readonly Visitor[],
): Promise<ReadonlySet<string>> {
	return actingAs(db, "pairing", async () => {
		const rows = await db
			.selectFrom("circle_seat")
			.select("person_id as person")
			.where("answer", "is", null)
			.where(
				sql<boolean>`person_id = any (${people.map(({ id }) => id)}::uuid[])`,
			)
			.execute();
		return new Set(rows.map(({ person }) => person));
	});
}
