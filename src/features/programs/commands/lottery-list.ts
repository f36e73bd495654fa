import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { commitmentTo } from "../../../domain/programs/lottery.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { Conflict } from "../../../platform/http/refusal.ts";
import { addJob } from "../../../platform/jobs/jobs.ts";
import { record, recordAll } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { actingAs } from "../acting.ts";
import { mailPeople } from "../letters.ts";
import { listLetter } from "../lottery-letters.ts";
import { endOfDay } from "../queries/end-of-day.ts";
import { findLottery } from "../queries/lottery.ts";
import { lockOpenProgram } from "./programs.ts";

export type LotteryTerms = {
	readonly places: number;
	/** YYYY-MM-DD: the last day on which the list is open. */
	readonly closesOn: string;
	readonly sharedBy: "function" | "unit" | "location" | null;
	readonly takesBeacon: boolean;
	/** Which public text, and where it will stand: announced with the hash of the seed. */
	readonly beaconSource: string | null;
	readonly by: string;
	readonly origin: string;
};

/**
 * Opens the list. The seed is drawn now and only its hash is shown; the mail that carries the hash is what binds it, for everyone then holds
 * a dated copy. From here on places for mentees are given by the draw alone.
 */
export async function openLottery(
	tx: Tx,
	programId: string,
	{ origin, by, ...terms }: LotteryTerms,
): Promise<void> {
	const program = await lockOpenProgram(tx, programId);
	if ((await findLottery(tx, programId)) !== undefined)
		throw new Conflict(
			t("This program has a lottery already; there is only ever one."),
		);
	const seed = randomBytes(32).toString("hex");
	const { id } = await tx
		.insertInto("lottery")
		.values({
			program_id: programId,
			places: terms.places,
			shared_by: terms.sharedBy,
			commitment: commitmentTo(seed),
			closes_on: terms.closesOn,
			takes_beacon: terms.takesBeacon,
			beacon_source: terms.beaconSource,
			opened_by: by,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	await actingAs(tx, "lottery", () =>
		tx.insertInto("lottery_seed").values({ lottery_id: id, seed }).execute(),
	);
	await limitPlaces(tx, programId, terms.places);
	await addJob(
		tx,
		"close-lottery",
		{ program: programId },
		{
			key: `close-lottery-${id}`,
			runAt: await endOfDay(tx, terms.closesOn),
		},
	);
	await record(tx, {
		act: "open-lottery",
		subject: { kind: "program", id: programId },
		detail: { places: terms.places, closesOn: terms.closesOn },
	});
	await enterList(tx, program, origin);
	const invited = await tx
		.selectFrom("enrolment")
		.select("person_id as person")
		.where("program_id", "=", programId)
		.where("side", "=", "mentee")
		.where("status", "=", "invited")
		.execute();
	await tell(
		tx,
		program,
		new Map(invited.map(({ person }) => [person, undefined])),
		origin,
	);
}

/**
 * Gives a number to everyone who stands on the open list without one. Numbers go up by one, and those who come together are numbered in random
 * order: a number says nothing about its person. Called after every way onto the list; does nothing where no list is open.
 */
export async function enterList(
	tx: Tx,
	program: { readonly id: string; readonly name: string },
	origin: string,
): Promise<void> {
	const { rows } = await actingAs(tx, "lottery", () =>
		sql<{ person: string; number: number }>`
			insert into lottery_entry (lottery_id, number, enrolment_id, person_id)
			select lottery.id,
				(select coalesce(max(number), 0) from lottery_entry where lottery_id = lottery.id) + row_number() over (order by gen_random_uuid()),
				enrolment.id, enrolment.person_id
			from lottery join enrolment on enrolment.program_id = lottery.program_id
			where lottery.program_id = ${program.id} and lottery.closed_at is null
				and enrolment.side = 'mentee' and enrolment.status in ('applied', 'waiting')
				and not exists (select from lottery_entry where lottery_id = lottery.id and enrolment_id = enrolment.id)
			returning person_id as person, number
		`.execute(tx),
	);
	if (rows.length === 0) return;
	await recordAll(
		tx,
		rows.map(({ person, number }) => ({
			act: "enter-lottery",
			about: person,
			subject: { kind: "program", id: program.id },
			detail: { number },
		})),
	);
	await tell(
		tx,
		program,
		new Map(rows.map(({ person, number }) => [person, number])),
		origin,
	);
}

async function tell(
	tx: Tx,
	program: { readonly id: string; readonly name: string },
	numbers: ReadonlyMap<string, number | undefined>,
	origin: string,
): Promise<void> {
	const lottery = await findLottery(tx, program.id);
	if (lottery === undefined) return;
	await mailPeople(tx, {
		kind: "lottery",
		event: `lottery ${lottery.id} ${lottery.stage}`,
		people: [...numbers.keys()],
		letter: ({ id, firstName }) =>
			listLetter({ program, origin }, lottery, {
				firstName,
				number: numbers.get(id),
			}),
	});
}

// The draw gives so many places on top of those that are taken: from now on that is the program's limit.
async function limitPlaces(
	tx: Tx,
	program: string,
	places: number,
): Promise<void> {
	await tx
		.updateTable("program")
		.set((row) => ({
			mentee_places: row
				.selectFrom("enrolment")
				.select(
					sql<number>`least(count(*) + ${places}::integer, 100000)::integer`.as(
						"limit",
					),
				)
				.where("program_id", "=", program)
				.where("side", "=", "mentee")
				.where("status", "=", "enrolled"),
		}))
		.where("id", "=", program)
		.execute();
}
