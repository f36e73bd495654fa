import { sql } from "kysely";
import {
	type DelegationProblem,
	delegationProblem,
} from "../../domain/delegates/sight.ts";
import { actingAs } from "../../platform/database/acting.ts";
import type { Tx } from "../../platform/database/database.ts";
import { Invalid, NotFound } from "../../platform/http/refusal.ts";
import { record, recordAll } from "../../platform/journal/journal.ts";
import { t } from "../../ui/text.ts";
import { delegatesOf } from "./queries.ts";

export type NewDelegation = {
	readonly person: string;
	readonly delegate: string;
	readonly from: string;
	readonly until: string;
};

/** Names somebody who keeps a person's calendar. Two windows at once come one after the other. */
export async function nameDelegate(
	tx: Tx,
	wanted: NewDelegation,
	today: string,
): Promise<void> {
	await sql`select from person where id = ${wanted.person} for update`.execute(
		tx,
	);
	const granted = await delegatesOf(tx, wanted.person);
	const problem = delegationProblem(wanted, { today, granted });
	if (problem !== undefined) throw refusalOf(problem);
	const { id } = await tx
		.insertInto("delegation")
		.values({
			person_id: wanted.person,
			delegate_id: wanted.delegate,
			from_on: wanted.from,
			until_on: wanted.until,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	await record(tx, {
		act: "name-delegate",
		about: wanted.delegate,
		subject: { kind: "delegation", id },
		detail: { from: wanted.from, until: wanted.until },
	});
}

/** Takes it back, at once. Row-level security lets only the person do it whose calendar it is. */
export async function endDelegation(tx: Tx, id: string): Promise<void> {
	const ended = await tx
		.updateTable("delegation")
		.set({ ended_at: sql<Date>`now()` })
		.where("id", "=", id)
		.where("ended_at", "is", null)
		.returning("delegate_id")
		.executeTakeFirst();
	if (ended === undefined) throw new NotFound();
	await record(tx, {
		act: "end-delegation",
		about: ended.delegate_id,
		subject: { kind: "delegation", id },
	});
}

/** Whoever leaves keeps no calendar, and nobody keeps theirs. */
export const delegatesLeaving = {
	says: () =>
		t("They keep nobody’s calendar any more, and nobody keeps theirs."),
	left: (tx: Tx, person: string): Promise<void> =>
		actingAs(tx, "housekeeping", async () => {
			const ended = await tx
				.updateTable("delegation")
				.set({ ended_at: sql<Date>`now()` })
				.where((row) =>
					row.or([
						row("person_id", "=", person),
						row("delegate_id", "=", person),
					]),
				)
				.where("ended_at", "is", null)
				.returning(["id", "delegate_id"])
				.execute();
			await recordAll(
				tx,
				ended.map(({ id, delegate_id }) => ({
					act: "end-delegation",
					about: delegate_id,
					subject: { kind: "delegation", id },
				})),
			);
		}),
	returned: async (): Promise<void> => {},
};

function refusalOf(problem: DelegationProblem): Invalid {
	switch (problem) {
		case "oneself":
			return new Invalid({
				person: t("Name somebody else: your own calendar is yours anyway."),
			});
		case "from-in-the-past":
			return new Invalid({ from: t("Choose today or a day to come.") });
		case "until-before-from":
			return new Invalid({
				until: t("The last day cannot be before the first."),
			});
		case "longer-than-a-year":
			return new Invalid({
				until: t(
					"At most a year at a time, so that nobody stays a delegate by being forgotten.",
				),
			});
		case "already-delegate":
			return new Invalid({
				person: t(
					"This person is your delegate in that time already. End that first, or choose other days.",
				),
			});
	}
}
