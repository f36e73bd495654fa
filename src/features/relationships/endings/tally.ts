import {
	addCounts,
	addReason,
	type EndingCounts,
	type EndingReason,
	nextPeriod,
	noReasons,
	type Period,
	periodOf,
	publicationDay,
	publishable,
	readCounts,
	writeCounts,
} from "../../../domain/relationships/ending-reasons.ts";
import { type Tx, vaultOf } from "../../../platform/database/database.ts";
import { addJob } from "../../../platform/jobs/jobs.ts";

export type Tally = { readonly program: string; readonly period: Period };

/**
 * Counts an answer, or nothing: the value is encrypted anew either way, with every ending and every answer, so that two states of the
 * database do not tell what was said in between. Runs as `endings`.
 */
export async function count(
	tx: Tx,
	{ program, period }: Tally,
	reason: EndingReason | undefined,
): Promise<void> {
	await changeTally(tx, { program, period }, (counts) =>
		reason === undefined ? counts : addReason(counts, reason),
	);
}

async function changeTally(
	tx: Tx,
	{ program, period }: Tally,
	change: (counts: EndingCounts) => EndingCounts,
): Promise<void> {
	const before = await readTally(tx, { program, period });
	const counts = seal(tx, { program, period }, change(before ?? noReasons));
	await tx
		.insertInto("ending_tally")
		.values({ program_id: program, period, counts })
		.onConflict((row) =>
			row.columns(["program_id", "period"]).doUpdateSet({ counts }),
		)
		.execute();
	if (before === undefined)
		await addJob(
			tx,
			"publish-endings",
			{ program, period },
			{
				key: `endings ${program} ${period}`,
				runAt: new Date(`${publicationDay(period)}T04:00:00Z`),
			},
		);
}

// Two endings at once in one program: the row of the program makes the second wait, also where there is no tally yet.
async function readTally(
	tx: Tx,
	{ program, period }: Tally,
): Promise<EndingCounts | undefined> {
	await tx
		.selectFrom("program")
		.select("id")
		.where("id", "=", program)
		.forUpdate()
		.execute();
	const row = await tx
		.selectFrom("ending_tally")
		.select("counts")
		.where("program_id", "=", program)
		.where("period", "=", period)
		.executeTakeFirst();
	if (row === undefined) return undefined;
	return readCounts(
		vaultOf(tx).open("ending_tally.counts", [program, period], row.counts),
	);
}

function seal(tx: Tx, { program, period }: Tally, counts: EndingCounts) {
	return vaultOf(tx).seal(
		"ending_tally.counts",
		[program, period],
		writeCounts(counts),
	);
}

/** Publishes what may be said of a half-year, and forgets the counts. Too few are counted with the next half-year instead. */
export async function publishEndings(
	tx: Tx,
	{ program, period }: Tally,
	today: string,
): Promise<void> {
	if (today < publicationDay(period)) return;
	const counts = await readTally(tx, { program, period });
	if (counts === undefined) return;
	const published = publishable(counts);
	await tx
		.insertInto("ending_publication")
		.values({
			program_id: program,
			period,
			given: published?.given ?? null,
			reasons: JSON.stringify({
				reasons: published?.reasons ?? [],
				others: published?.others ?? 0,
			}),
			published_at: today,
		})
		.execute();
	await tx
		.deleteFrom("ending_tally")
		.where("program_id", "=", program)
		.where("period", "=", period)
		.execute();
	if (published === undefined)
		await changeTally(
			tx,
			{ program, period: later(nextPeriod(period), periodOf(today)) },
			(next) => addCounts(next, counts),
		);
}

// Where a publication was late, the next one that is still to come.
function later(one: Period, other: Period): Period {
	return publicationDay(one) > publicationDay(other) ? one : other;
}

export function isPeriod(value: unknown): value is Period {
	return typeof value === "string" && /^\d{4}-[12]$/.test(value);
}
