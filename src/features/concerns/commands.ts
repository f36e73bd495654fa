import {
	afterStep,
	type ConcernSide,
	type ConcernStep,
	daysToAnswer,
	daysToOutcome,
	mostOpenConcerns,
} from "../../domain/governance/concern.ts";
import type { Tx } from "../../platform/database/database.ts";
import { Conflict, NotFound } from "../../platform/http/refusal.ts";
import { recordedElsewhere } from "../../platform/journal/journal.ts";
import { t } from "../../ui/text.ts";
import { daysAfter } from "../programs/day.ts";
import type { HandOver, NewConcern, NewGrant, NewText } from "./forms.ts";
import {
	type Concern,
	type ConcernEvent,
	concernsOf,
	findConcern,
	ombudspersonsFor,
} from "./queries.ts";
import { insertGrants, insertText, takeKey } from "./sealed-rows.ts";

export type Acting = { readonly by: string; readonly today: string };

/** Takes a concern in. Nothing of it goes to the journal, to a mail or to the log: its record is its own. */
export async function raiseConcern(
	tx: Tx,
	{ ombudsperson, key, text }: NewConcern,
	{ by, today }: Acting,
): Promise<string> {
	await refuseIneligible(tx, ombudsperson);
	const open = (await concernsOf(tx, by)).filter(
		({ side, status }) => side === "author" && status !== "closed",
	);
	if (open.length >= mostOpenConcerns)
		throw new Conflict(
			t(
				"You have {count} concerns that are not closed. Write in one of them.",
				{
					count: mostOpenConcerns,
				},
			),
		);
	const { id } = key;
	await tx
		.insertInto("concern")
		.values({
			id,
			author_id: by,
			ombudsperson_id: ombudsperson,
			...deadlinesFrom(today),
		})
		.execute();
	await entrust(tx, id, { by, to: ombudsperson });
	await keepEvent(tx, id, { by, act: "raised", to: ombudsperson });
	const two = [by, ombudsperson];
	await takeKey(tx, key, { by, two });
	await insertText(tx, id, { by, text });
	return id;
}

export async function writeText(
	tx: Tx,
	id: string,
	{ by, text }: { readonly by: string; readonly text: NewText },
): Promise<void> {
	const { status } = await findConcern(tx, id, by);
	if (status === "closed") throw new Conflict(t("This concern is closed."));
	await insertText(tx, id, { by, text });
	await keepEvent(tx, id, { by, act: "wrote" });
}

/** Lets the other of the two read with keys they made anew. */
export async function letRead(
	tx: Tx,
	id: string,
	{ by, grants }: { readonly by: string; readonly grants: readonly NewGrant[] },
): Promise<void> {
	const { author, ombudsperson } = await findConcern(tx, id, by);
	await insertGrants(tx, id, { by, two: [author, ombudsperson], grants });
	await keepEvent(tx, id, { by, act: "let-read" });
}

export async function takeStep(
	tx: Tx,
	id: string,
	{ by, step }: { readonly by: string; readonly step: ConcernStep },
): Promise<void> {
	const concern = await lockConcern(tx, id, by);
	const next = afterStep(
		{ status: concern.status, closingBy: closingSide(concern) },
		step,
		concern.side,
	);
	if (next === undefined)
		throw new Conflict(
			t("The other side was quicker. Look at how it stands now."),
		);
	await tx
		.updateTable("concern")
		.set({
			status: next.status,
			closing_by:
				next.closingBy === undefined ? null : personOn(concern, next.closingBy),
		})
		.where("id", "=", id)
		.execute();
	await keepEvent(tx, id, { by, act: acts[step] });
}

/** The ombudsperson says that somebody else should have it. Only the author can give it to somebody else. */
export async function askToHandOver(
	tx: Tx,
	id: string,
	{
		by,
		why,
	}: {
		readonly by: string;
		readonly why: "declared-conflict" | "asked-to-hand-over";
	},
): Promise<void> {
	const { side, status } = await findConcern(tx, id, by);
	if (side !== "ombudsperson") throw new NotFound();
	if (status === "closed") throw new Conflict(t("This concern is closed."));
	await keepEvent(tx, id, { by, act: why });
}

/** Gives it to another ombudsperson, at the author's word and with keys from the author's browser. Who had it sees nothing of it from then on. */
export async function handOver(
	tx: Tx,
	id: string,
	{ to, grants, key }: HandOver,
	{ by, today }: Acting,
): Promise<void> {
	const { side, status, ombudsperson } = await lockConcern(tx, id, by);
	if (side !== "author") throw new NotFound();
	if (status === "closed") throw new Conflict(t("This concern is closed."));
	if (to === ombudsperson) throw new NotFound();
	await refuseIneligible(tx, to);
	await entrust(tx, id, { by, to });
	await keepEvent(tx, id, { by, act: "handed-over", to });
	await tx
		.updateTable("concern")
		.set({
			ombudsperson_id: to,
			status: "received",
			closing_by: null,
			...deadlinesFrom(today),
		})
		.where("id", "=", id)
		.execute();
	const two = [by, to];
	await insertGrants(tx, id, { by, two, grants });
	await takeKey(tx, key, { by, two });
}

const acts = {
	"take-up": "taken-up",
	"propose-closing": "closing-proposed",
	"go-on": "went-on",
	close: "closed",
} as const satisfies Record<ConcernStep, ConcernEvent["act"]>;

function deadlinesFrom(today: string) {
	return {
		answer_by: daysAfter(today, daysToAnswer),
		outcome_by: daysAfter(today, daysToOutcome),
	};
}

export function closingSide({
	closingBy,
	author,
}: Concern): ConcernSide | undefined {
	if (closingBy === null) return undefined;
	return closingBy === author ? "author" : "ombudsperson";
}

function personOn(
	{ author, ombudsperson }: Concern,
	side: ConcernSide,
): string {
	return side === "author" ? author : ombudsperson;
}

async function entrust(
	tx: Tx,
	concern: string,
	{ by, to }: { readonly by: string; readonly to: string },
): Promise<void> {
	await tx
		.insertInto("concern_trust")
		.values({ concern_id: concern, author_id: by, ombudsperson_id: to })
		.onConflict((row) => row.doNothing())
		.execute();
}

async function refuseIneligible(tx: Tx, person: string): Promise<void> {
	if (!(await ombudspersonsFor(tx)).some(({ id }) => id === person))
		throw new Conflict(t("This person can no longer be chosen. Choose anew."));
}

async function lockConcern(tx: Tx, id: string, by: string): Promise<Concern> {
	await findConcern(tx, id, by);
	await tx
		.selectFrom("concern")
		.select("id")
		.where("id", "=", id)
		.forUpdate()
		.execute();
	return findConcern(tx, id, by);
}

async function keepEvent(
	tx: Tx,
	concern: string,
	{
		by,
		act,
		to,
	}: {
		readonly by: string;
		readonly act: ConcernEvent["act"];
		readonly to?: string;
	},
): Promise<void> {
	await tx
		.insertInto("concern_event")
		.values({
			concern_id: concern,
			person_id: by,
			act,
			to_person: to ?? null,
		})
		.execute();
	recordedElsewhere(tx);
}
