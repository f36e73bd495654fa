import type { LotteryRecord } from "../../../domain/programs/lottery-record.ts";
import type { Db } from "../../../platform/database/database.ts";
import { actingAs } from "../acting.ts";

export type Lottery = NonNullable<Awaited<ReturnType<typeof findLottery>>>;
export type LotteryStage = "open" | "closed" | "drawn";

/** The lottery of a program, as everyone in the organisation may know it; undefined: there is none. */
export async function findLottery(db: Db, program: string) {
	const row = await db
		.selectFrom("lottery")
		.select([
			"id",
			"program_id as program",
			"places",
			"shared_by as sharedBy",
			"commitment",
			"closes_on as closesOn",
			"takes_beacon as takesBeacon",
			"beacon_source as beaconSource",
			"opened_at as openedAt",
			"closed_at as closedAt",
			"list_hash as listHash",
			"beacon",
			"seed",
			"drawn_at as drawnAt",
		])
		.where("program_id", "=", program)
		.executeTakeFirst();
	return row && { ...row, stage: stageOf(row) };
}

/** How far the lottery of a program is. Asked as whoever acts: that there is one is known to all. */
export async function lotteryStage(
	db: Db,
	program: string,
): Promise<LotteryStage | undefined> {
	return (await findLottery(db, program))?.stage;
}

export type OwnEntry = NonNullable<Awaited<ReturnType<typeof ownEntry>>>;

/** Somebody's own number and what it came to. */
export function ownEntry(db: Db, lottery: string, person: string) {
	return db
		.selectFrom("lottery_entry")
		.select(["number", "stratum", "rank", "outcome"])
		.where("lottery_id", "=", lottery)
		.where("person_id", "=", person)
		.executeTakeFirst();
}

/** How many stand on the list, and how many invited people have not answered. Counted as `lottery`: nobody sees who. */
export function listFigures(
	db: Db,
	{ id, program }: Pick<Lottery, "id" | "program">,
): Promise<{ readonly listed: number; readonly unanswered: number }> {
	return actingAs(db, "lottery", async () => {
		const { listed } = await db
			.selectFrom("lottery_entry")
			.select((row) =>
				row.cast<number>(row.fn.countAll(), "integer").as("listed"),
			)
			.where("lottery_id", "=", id)
			.executeTakeFirstOrThrow();
		const { unanswered } = await db
			.selectFrom("enrolment")
			.select((row) =>
				row.cast<number>(row.fn.countAll(), "integer").as("unanswered"),
			)
			.where("program_id", "=", program)
			.where("side", "=", "mentee")
			.where("status", "=", "invited")
			.executeTakeFirstOrThrow();
		return { listed, unanswered };
	});
}

/** The published record of a draw; undefined before it. Numbers only: what everyone may check. */
export async function lotteryRecord(
	db: Db,
	program: { readonly id: string; readonly name: string },
): Promise<LotteryRecord | undefined> {
	const lottery = await findLottery(db, program.id);
	if (lottery === undefined) return undefined;
	const { seed, listHash, openedAt, closedAt, drawnAt } = lottery;
	if (!seed || !listHash || !closedAt || !drawnAt) return undefined;
	const entries = await entriesOf(db, lottery.id);
	const numbers = (wanted: "place" | "waiting") =>
		entries
			.filter(({ outcome }) => outcome === wanted)
			.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
			.map(({ number }) => number);
	return {
		format: "baton-lottery",
		version: 1,
		program: program.name,
		openedAt: openedAt.toISOString(),
		closedAt: closedAt.toISOString(),
		drawnAt: drawnAt.toISOString(),
		commitment: lottery.commitment,
		seed,
		beacon: lottery.beacon,
		places: lottery.places,
		listHash,
		entries: entries.map(({ number, stratum }) => ({
			number,
			group: stratum ?? "",
		})),
		result: { places: numbers("place"), waiting: numbers("waiting") },
	};
}

function entriesOf(db: Db, lottery: string) {
	return actingAs(db, "lottery", () =>
		db
			.selectFrom("lottery_entry")
			.select(["number", "stratum", "rank", "outcome"])
			.where("lottery_id", "=", lottery)
			.orderBy("number")
			.execute(),
	);
}

function stageOf(row: {
	readonly closedAt: Date | null;
	readonly drawnAt: Date | null;
}): LotteryStage {
	if (row.drawnAt !== null) return "drawn";
	return row.closedAt === null ? "open" : "closed";
}
