import { commitmentTo, draw, type Drawn, listHashOf } from "./lottery.ts";

/** The published record of a lottery: what `./baton verify-lottery` reads. Numbers stand for people. */
export type LotteryRecord = {
	readonly format: "baton-lottery";
	readonly version: 1;
	readonly program: string;
	/** ISO 8601, UTC. */
	readonly openedAt: string;
	readonly closedAt: string;
	readonly drawnAt: string;
	readonly commitment: string;
	readonly seed: string;
	readonly beacon: string | null;
	readonly places: number;
	readonly listHash: string;
	readonly entries: readonly {
		readonly number: number;
		readonly group: string;
	}[];
	readonly result: {
		/** Numbers in the order drawn. */
		readonly places: readonly number[];
		readonly waiting: readonly number[];
	};
};

export type LotteryProblem =
	| { readonly why: "seed-not-committed" }
	/** The record's commitment is not the one somebody noted before. */
	| { readonly why: "other-commitment"; readonly noted: string }
	| { readonly why: "other-list-hash"; readonly noted: string }
	| { readonly why: "list-changed" }
	| { readonly why: "number-twice"; readonly number: number }
	| {
			readonly why: "other-outcome";
			readonly number: number;
			readonly expected: Standing;
			readonly found: Standing | undefined;
	  }
	| { readonly why: "not-on-list"; readonly number: number };

/** Where a number stands. */
export type Standing = Pick<Drawn, "outcome" | "rank">;

/**
 * Everything that is wrong with a record, given the hashes somebody may have noted when they were published; empty: the draw follows from
 * seed, list and nothing else.
 */
export function checkLottery(
	record: LotteryRecord,
	noted: { readonly commitment?: string; readonly listHash?: string } = {},
): readonly LotteryProblem[] {
	const entries = entriesOf(record);
	const problems: LotteryProblem[] = [];
	if (commitmentTo(record.seed) !== record.commitment)
		problems.push({ why: "seed-not-committed" });
	if (noted.commitment !== undefined && noted.commitment !== record.commitment)
		problems.push({ why: "other-commitment", noted: noted.commitment });
	if (noted.listHash !== undefined && noted.listHash !== record.listHash)
		problems.push({ why: "other-list-hash", noted: noted.listHash });
	if (listHashOf(entries, record.places) !== record.listHash)
		problems.push({ why: "list-changed" });
	const numbers = entries.map(({ number }) => number);
	for (const number of repeated(numbers))
		problems.push({ why: "number-twice", number });
	return [...problems, ...checkResult(record)];
}

/** Where a number stands by the record's own result; undefined: nowhere. */
export function standingIn(
	{ result }: LotteryRecord,
	number: number,
): Standing | undefined {
	for (const [outcome, numbers] of [
		["place", result.places],
		["waiting", result.waiting],
	] as const) {
		const place = numbers.indexOf(number);
		if (place >= 0) return { outcome, rank: place + 1 };
	}
	return undefined;
}

function checkResult(record: LotteryRecord): LotteryProblem[] {
	const expected = draw({ ...record, entries: entriesOf(record) });
	const onList = new Set(expected.map(({ number }) => number));
	const named = [...record.result.places, ...record.result.waiting];
	return [
		...expected.flatMap(({ number, outcome, rank }): LotteryProblem[] => {
			const found = standingIn(record, number);
			return found?.outcome === outcome && found.rank === rank
				? []
				: [
						{
							why: "other-outcome",
							number,
							expected: { outcome, rank },
							found,
						},
					];
		}),
		...named
			.filter((number) => !onList.has(number))
			.map((number) => ({ why: "not-on-list" as const, number })),
		...repeated(named).map((number) => ({
			why: "number-twice" as const,
			number,
		})),
	];
}

function entriesOf({ entries }: LotteryRecord) {
	return entries.map(({ number, group }) => ({ number, stratum: group }));
}

function repeated(numbers: readonly number[]): number[] {
	return [...Map.groupBy(numbers, (number) => number)].flatMap(
		([number, same]) => (same.length > 1 ? [number] : []),
	);
}
