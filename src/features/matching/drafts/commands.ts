import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { Conflict, Invalid } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { refuseUnlessOpen } from "../commands/rounds.ts";
import { lockRound, type Round } from "../queries/rounds.ts";
import { planNow } from "./compute.ts";
import { type Draft, draftsOf, findDraft, presentSettings } from "./queries.ts";
import type { Settings } from "./settings.ts";

export type Ids = { readonly program: string; readonly round: string };

/** Nobody compares more than this many at once, and each is planned anew with every decision on the board. */
const MOST_OPEN = 12;

/** Begins a draft from the round as it is, or as a copy of another draft. */
export async function beginDraft(
	tx: Tx,
	ids: Ids,
	{
		name,
		from,
		by,
	}: {
		readonly name: string;
		readonly from: string | undefined;
		readonly by: string;
	},
): Promise<string> {
	const round = await lockRound(tx, ids);
	refuseUnlessOpen(round);
	if (round.computedAt === null)
		throw new Conflict(
			t("There is no plan yet to compare with. Find the best pairs first."),
		);
	const others = await draftsOf(tx, round.id);
	const open = others.filter(({ status }) => status === "open");
	if (open.length >= MOST_OPEN)
		throw new Invalid(
			{},
			t("There are {most} open drafts already. Discard one first.", {
				most: MOST_OPEN,
			}),
		);
	refuseSameName(open, name);
	const settings =
		from === undefined
			? await presentSettings(tx, round)
			: await findDraft(tx, round.id, from);
	const { id } = await tx
		.insertInto("plan_draft")
		.values({
			round_id: round.id,
			name,
			...columnsOf(settings),
			begun_by: by,
			changed_by: by,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	await record(tx, {
		act: "begin-draft",
		subject: { kind: "round", id: round.id },
		detail: { draft: id },
	});
	await planNow(tx, round.id, id);
	return id;
}

/** Changes what a draft would change. Whoever looked at an older version is told who changed it meanwhile. */
export async function changeDraft(
	tx: Tx,
	ids: Ids,
	{
		draft,
		seen,
		name,
		settings,
		by,
	}: {
		readonly draft: string;
		readonly seen: number;
		readonly name: string;
		readonly settings: Settings;
		readonly by: string;
	},
): Promise<void> {
	const round = await lockRound(tx, ids);
	refuseUnlessOpen(round);
	const held = await openDraft(tx, round, draft);
	refuseUnseen(held, seen, by);
	refuseSameName(
		(await draftsOf(tx, round.id)).filter(
			({ id, status }) => status === "open" && id !== draft,
		),
		name,
	);
	await tx
		.updateTable("plan_draft")
		.set((row) => ({
			name,
			...columnsOf(settings),
			version: row("version", "+", 1),
			changed_by: by,
			changed_at: sql<Date>`clock_timestamp()`,
		}))
		.where("id", "=", draft)
		.execute();
	await record(tx, {
		act: "change-draft",
		subject: { kind: "round", id: round.id },
		detail: { draft, version: held.version + 1 },
	});
	await planNow(tx, round.id, draft);
}

/** Sets a draft aside; it stays on the list and can be taken up again. */
export async function discardDraft(
	tx: Tx,
	ids: Ids,
	draft: string,
	by: string,
): Promise<void> {
	const round = await lockRound(tx, ids);
	const held = await openDraft(tx, round, draft);
	await settle(tx, held, { status: "discarded", reason: null, by });
	await record(tx, {
		act: "discard-draft",
		subject: { kind: "round", id: round.id },
		detail: { draft },
	});
}

/** Takes a discarded draft up again. */
export async function reopenDraft(
	tx: Tx,
	ids: Ids,
	draft: string,
): Promise<void> {
	const round = await lockRound(tx, ids);
	refuseUnlessOpen(round);
	const held = await findDraft(tx, round.id, draft);
	if (held.status !== "discarded")
		throw new Conflict(t("This draft was taken up again meanwhile."));
	refuseSameName(
		(await draftsOf(tx, round.id)).filter(({ status }) => status === "open"),
		held.name,
	);
	await tx
		.updateTable("plan_draft")
		.set({ status: "open", settled_at: null, settled_by: null, reason: null })
		.where("id", "=", draft)
		.execute();
	await record(tx, {
		act: "reopen-draft",
		subject: { kind: "round", id: round.id },
		detail: { draft },
	});
	await planNow(tx, round.id, draft);
}

export async function openDraft(
	tx: Tx,
	round: Round,
	id: string,
): Promise<Draft> {
	const draft = await findDraft(tx, round.id, id);
	if (draft.status === "adopted")
		throw new Conflict(t("This draft is adopted already."));
	if (draft.status === "discarded")
		throw new Conflict(t("This draft was discarded meanwhile."));
	return draft;
}

export function refuseUnseen(draft: Draft, seen: number, by: string): void {
	if (draft.version === seen || draft.changedBy === by) return;
	throw new Invalid(
		{},
		t(
			"{name} changed this draft meanwhile. This is how it stands now: look at it, then decide.",
			{ name: draft.changedByName ?? t("Somebody else") },
		),
	);
}

function refuseSameName(others: readonly Draft[], name: string): void {
	const isTaken = others.some(
		(other) => other.name.toLowerCase() === name.toLowerCase(),
	);
	if (isTaken)
		throw new Invalid({
			name: t("Another open draft has this name already."),
		});
}

function columnsOf({ policy, objective, ratio, measure, places }: Settings) {
	return {
		policy: JSON.stringify(policy),
		objective,
		equity_ratio: objective === "fair" ? (ratio ?? 800_000) : null,
		equity_measure: measure,
		places: JSON.stringify(Object.fromEntries(places)),
	};
}

export async function settle(
	tx: Tx,
	{ id }: Draft,
	{
		status,
		reason,
		by,
	}: {
		readonly status: "adopted" | "discarded";
		readonly reason: string | null;
		readonly by: string;
	},
): Promise<void> {
	await tx
		.updateTable("plan_draft")
		.set({
			status,
			reason,
			settled_by: by,
			settled_at: sql<Date>`clock_timestamp()`,
		})
		.where("id", "=", id)
		.execute();
}
