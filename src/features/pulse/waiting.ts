import { type Db, nowOf } from "../../platform/database/database.ts";
import { Temporal } from "temporal-polyfill";
import { formatCompany, t } from "../../ui/text.ts";
import type { Visitor } from "../../platform/http/visit.ts";
import { actingAs } from "../programs/acting.ts";
import type { WaitingQuery } from "../today/queries.ts";
import { pulsesDue } from "./queries.ts";
import { pulseWord } from "./words.ts";

/** How is it going? Answered in place, with one press. */
export const waitingInPulse: WaitingQuery = async (db, visitor) => {
	const today = todayFor(db, visitor);
	const due = await pulsesDue(db, today, [visitor.id]);
	return due.map(({ relationship, names }) => ({
		title: t("How is it going with {names}?", { names: formatCompany(names) }),
		inMail: t("How is your mentoring going? One press, read by you alone"),
		detail: t("Nobody but you reads your answer."),
		href: `/relationships/${relationship}/pulse`,
		label: t("Answer"),
		minutes: 1,
		isEven: true as const,
		answers: (["well", "fine", "slow", "stuck"] as const).map((answer) => ({
			label: pulseWord(answer),
			action: `/relationships/${relationship}/pulse`,
			values: { answer },
		})),
	}));
};

/** Who is to be asked on the day that it is where they are. */
export async function perhapsInPulse(
	db: Db,
	people: readonly Visitor[],
): Promise<ReadonlySet<string>> {
	return actingAs(db, "pulse", async () => {
		const found = new Set<string>();
		const byDay = Map.groupBy(people, (one) => todayFor(db, one));
		for (const [today, those] of byDay) {
			const ids = those.map(({ id }) => id);
			for (const { person } of await pulsesDue(db, today, ids))
				found.add(person);
		}
		return found;
	});
}

function todayFor(db: Db, { timeZone }: Visitor): string {
	return Temporal.Instant.fromEpochMilliseconds(nowOf(db).getTime())
		.toZonedDateTimeISO(timeZone ?? "UTC")
		.toPlainDate()
		.toString();
}
