import { z } from "zod";
import type { Db, Tx } from "../../../platform/database/database.ts";
import { NotFound } from "../../../platform/http/refusal.ts";
import { readDocument } from "../policy-document.ts";

/** What is told of when something on a round changes: a decision, a run and its progress, a plan, a draft. */
export function roundTopic(round: string): string {
	return `round ${round}`;
}

export type RoundStatus =
	| "draft"
	| "computing"
	| "proposed"
	| "published"
	| "closed"
	| "failed";

export type Round = Awaited<ReturnType<typeof findRound>>;

/** A round of this program, with what its last run came to. NotFound where the program has no such round. */
export async function findRound(
	db: Db,
	{ program, round }: { readonly program: string; readonly round: string },
) {
	if (!isId(program) || !isId(round)) throw new NotFound();
	const row = await db
		.selectFrom("round")
		.innerJoin("program", "program.id", "round.program_id")
		.select([
			"round.id",
			"round.program_id as program",
			"program.name as programName",
			"program.kind",
			"round.number",
			"round.status",
			"round.policy",
			"round.policy_version as policyVersion",
			"round.seed",
			"round.objective",
			"round.equity_ratio as equityRatio",
			"round.equity_measure as equityMeasure",
			"round.result",
			"round.fingerprint",
			"round.computed_at as computedAt",
			"round.published_at as publishedAt",
			"round.answer_by as answerBy",
		])
		.where("round.id", "=", round)
		.where("round.program_id", "=", program)
		.executeTakeFirst();
	if (row === undefined) throw new NotFound();
	return {
		...row,
		policy: readDocument(row.policy),
		result: readResult(row.result),
	};
}

/** The same, held until the transaction ends: two people who act on a round do so one after the other. */
export async function lockRound(
	tx: Tx,
	ids: { readonly program: string; readonly round: string },
): Promise<Round> {
	const round = await findRound(tx, ids);
	await tx
		.selectFrom("round")
		.select("id")
		.where("id", "=", round.id)
		.forUpdate()
		.execute();
	return findRound(tx, ids);
}

/** All rounds of a program, latest first. */
export async function roundsOf(db: Db, program: string) {
	const rows = await db
		.selectFrom("round")
		.select([
			"id",
			"number",
			"status",
			"result",
			"policy",
			"objective",
			"equity_ratio as equityRatio",
			"equity_measure as equityMeasure",
			"answer_by as answerBy",
			"computed_at as computedAt",
			"published_at as publishedAt",
			"created_at as createdAt",
		])
		.where("program_id", "=", program)
		.orderBy("number", "desc")
		.execute();
	return rows.map((row) => ({
		...row,
		policy: readDocument(row.policy),
		result: readResult(row.result),
	}));
}

export async function findProgramOfRounds(db: Db, program: string) {
	if (!isId(program)) throw new NotFound();
	const found = await db
		.selectFrom("program")
		.select(["id", "name", "template", "kind", "status"])
		.where("id", "=", program)
		.executeTakeFirst();
	if (found === undefined) throw new NotFound();
	return found;
}

export type RunAtWork = Awaited<ReturnType<typeof runAtWork>>;

/** The run at work, or the trouble the last one ended in. */
export function runAtWork(db: Db, round: string) {
	return db
		.selectFrom("round_progress")
		.select([
			"run_id as run",
			"phase",
			"done",
			"total",
			"cancelled_at as cancelledAt",
			"problem",
			"updated_at as updatedAt",
		])
		.where("round_id", "=", round)
		.executeTakeFirst();
}

/** What is kept of a run beside its pairs. Points are millionths. */
const Result = z.object({
	total: z.number(),
	upperBound: z.number(),
	people: z.number(),
	mentees: z.number(),
	mentors: z.number(),
	places: z.number(),
	needed: z.number(),
	pairs: z.number(),
	candidates: z.number(),
	seconds: z.number(),
	/** The version of the policy it was computed under. */
	policyVersion: z.number(),
	/** Whether groups that were told in confidence were compared: then nobody is shown as having moved. */
	isGuardedInConfidence: z.boolean().default(false),
	/** What one more place would bring at mentors who offer a competency; worked out after the pairs are shown. */
	recruiting: z
		.array(
			z.object({
				competency: z.string(),
				mentors: z.number(),
				helping: z.number(),
				points: z.number(),
			}),
		)
		.readonly()
		.default([]),
});
export type RoundResult = z.infer<typeof Result>;

export function isId(text: string): boolean {
	return z.uuid().safeParse(text).success;
}

// What an older version of Baton kept and this one cannot read counts as no result.
function readResult(stored: unknown): RoundResult | null {
	return Result.safeParse(stored).data ?? null;
}

/** Whether the run that came to this compared groups told in confidence. */
export function wasGuardedInConfidence(result: unknown): boolean {
	return readResult(result)?.isGuardedInConfidence ?? false;
}

export type Outcomes = ReadonlyMap<
	string,
	Readonly<Record<"asked" | "agreed" | "back", number>>
>;

/** What came of the proposals of each published round. */
export async function outcomesOf(db: Db, program: string): Promise<Outcomes> {
	const rows = await db
		.selectFrom("proposal")
		.innerJoin("round", "round.id", "proposal.round_id")
		.select((row) => [
			"round.id",
			"proposal.status",
			row.cast<number>(row.fn.countAll(), "integer").as("pairs"),
		])
		.where("round.program_id", "=", program)
		.groupBy(["round.id", "proposal.status"])
		.execute();
	return new Map(
		[...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => {
			const sum = (...wanted: readonly string[]) =>
				own
					.filter(({ status }) => wanted.includes(status))
					.reduce((total, { pairs }) => total + pairs, 0);
			return [
				id,
				{
					asked: sum("published"),
					agreed: sum("agreed"),
					back: sum("returned", "lapsed"),
				},
			];
		}),
	);
}
