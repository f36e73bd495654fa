import {
	type Db,
	type Tx,
	nowOf,
} from "../../../platform/database/database.ts";
import { notify } from "../../../platform/database/notifications.ts";
import { addJob } from "../../../platform/jobs/jobs.ts";
import { runInWorker } from "../../../platform/workers/run-in-worker.ts";
import { actingAs } from "../../programs/acting.ts";
import { shortened, tellable } from "../unmatched-reason.ts";
import { pairingInput, priceInput } from "../queries/run-input.ts";
import { roundTopic } from "../queries/rounds.ts";
import { type Draft, findDraft } from "./queries.ts";
import type { DraftFound, DraftInput } from "./plan-draft.ts";

/** How long whoever changed a draft waits for its plan before the page shows that it is on its way. */
const PATIENCE_MS = 2000;

/** Plans a draft at once where that is quick, else as a job. The draft is compared with the round's plan as it is now. */
export async function planNow(
	tx: Tx,
	round: string,
	draft: string,
): Promise<void> {
	const task = await actingAs(tx, "pairing", () => draftTask(tx, round, draft));
	if (task === undefined) return;
	const signal = AbortSignal.timeout(PATIENCE_MS);
	try {
		const found = await computeDraft(task.input, signal);
		await actingAs(tx, "pairing", () => storeResult(tx, task, found));
	} catch (error) {
		if (!signal.aborted) throw error;
		await planLater(tx, round, draft);
	}
}

/** Plans a draft as a job; of several wishes for the same draft one is worked. */
export async function planLater(
	tx: Tx,
	round: string,
	draft: string,
): Promise<void> {
	await addJob(
		tx,
		"plan-draft",
		{ round, draft },
		{ key: `plan-draft-${draft}` },
	);
}

/** Whatever changes a round's plan changes what its drafts are compared with. Must run as the process `pairing`. */
export async function planOpenDrafts(tx: Tx, round: string): Promise<void> {
	const open = await tx
		.selectFrom("plan_draft")
		.select("id")
		.where("round_id", "=", round)
		.where("status", "=", "open")
		.execute();
	for (const { id } of open) await planLater(tx, round, id);
}

export type DraftTask = {
	readonly draft: string;
	readonly version: number;
	readonly beside: string;
	readonly input: DraftInput;
};

/** Everything a draft is planned from; nothing while its round has no plan, or once it is settled. Must run as the process `pairing`. */
export async function draftTask(
	db: Db,
	round: string,
	draft: string,
): Promise<DraftTask | undefined> {
	const held = await db
		.selectFrom("round")
		.select(["id", "program_id as program", "seed", "fingerprint"])
		.where("id", "=", round)
		.executeTakeFirst();
	if (held === undefined || held.fingerprint === null) return undefined;
	const wanted = await findDraft(db, round, draft);
	const present = await priceInput(db, round, held.fingerprint);
	if (present === undefined || wanted.status !== "open") return undefined;
	return {
		draft,
		version: wanted.version,
		beside: held.fingerprint,
		input: {
			draft: await inputOf(db, held, wanted),
			present,
			pairs: await db
				.selectFrom("proposal")
				.select([
					"mentee_id as mentee",
					"mentor_id as mentor",
					"mentor_kind as mentorKind",
				])
				.where("round_id", "=", round)
				.execute(),
		},
	};
}

export function computeDraft(
	input: DraftInput,
	signal: AbortSignal,
): Promise<DraftFound> {
	return runInWorker<never, DraftFound>({
		module: new URL("./draft-worker.ts", import.meta.url),
		input,
		signal,
		memoryMb: 2048,
		onStep: async () => {},
	});
}

/** Keeps what a draft came to, unless it or the round's plan was changed meanwhile. Must run as the process `pairing`. */
export async function storeResult(
	tx: Tx,
	{ draft, version, beside }: DraftTask,
	found: DraftFound,
): Promise<void> {
	const asked = await tx
		.selectFrom("round")
		.innerJoin("plan_draft", "plan_draft.round_id", "round.id")
		.select("round.id")
		.where("plan_draft.id", "=", draft)
		.where("plan_draft.version", "=", version)
		.where("round.fingerprint", "=", beside)
		.executeTakeFirst();
	if (asked === undefined) return;
	const row = {
		version,
		beside,
		plan: found.ok ? JSON.stringify(kept(found)) : null,
		problem: found.ok ? null : JSON.stringify(found.problem),
		computed_at: nowOf(tx),
	};
	await tx
		.insertInto("plan_draft_result")
		.values({ draft_id: draft, ...row })
		.onConflict((old) => old.column("draft_id").doUpdateSet(row))
		.execute();
	await notify(tx, roundTopic(asked.id));
}

function inputOf(
	db: Db,
	round: {
		readonly id: string;
		readonly program: string;
		readonly seed: string;
	},
	{ policy, objective, ratio, measure, places }: Draft,
) {
	return pairingInput(
		db,
		{
			...round,
			policy,
			objective,
			equityRatio: ratio,
			equityMeasure: measure,
		},
		places,
	);
}

function kept({
	plan,
	unmatched,
	...found
}: DraftFound & { readonly ok: true }) {
	return {
		...found,
		fingerprint: plan.fingerprint,
		totals: plan.totals,
		pairs: plan.pairs,
		groups: plan.groups,
		unmatched: tellable({ ...found, unmatched }).map(
			({ id, mentorKind, side, missing, reason, change, waiver }) => ({
				person: id,
				mentorKind,
				side,
				missing,
				reason: { reason: shortened(reason), change: change ?? null, waiver },
			}),
		),
	};
}
