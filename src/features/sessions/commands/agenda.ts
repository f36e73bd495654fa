import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { carriedOver, maySetAgenda } from "../../../domain/sessions/agenda.ts";
import { goalsAtHand } from "../../../domain/goals/goals.ts";
import { shapeOf } from "../../../domain/sessions/formats.ts";
import { nextQuestions } from "../../../domain/sessions/questions.ts";
import { mayCancel } from "../../../domain/sessions/standing.ts";
import { type Tx, vaultOf } from "../../../platform/database/database.ts";
import {
	Conflict,
	NotAllowed,
	NotFound,
} from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { goalsInWork } from "../../goals/queries.ts";
import { stepsAtHand } from "../../learning/queries/curricula.ts";
import { agendaOf, sessionsBefore } from "../queries/agenda.ts";
import { openCommitments } from "../queries/commitments.ts";
import { type FoundSession, standingOf } from "../queries/sessions.ts";

export const mostItems = 30;

/** Open commitments first, then the goal whose turn it is, then questions that this relationship has not had lately. What is on the agenda stays as it is. */
export async function fillAgenda(
	tx: Tx,
	session: FoundSession,
	by: string,
): Promise<number> {
	refuse(session, by);
	await lockAgenda(tx, session.id);
	const items = await agendaOf(tx, session.id);
	const { commitments, goals, questions, asks } = shapeOf(
		session.format,
	).agenda;
	const before = await sessionsBefore(tx, session);
	const carried = carriedOver(
		await openCommitments(tx, session.relationship),
		new Set(items.flatMap(({ sourceId }) => sourceId ?? [])),
		commitments,
	);
	for (const { id, words, ownerName } of carried)
		await insertItem(tx, session, {
			source: "commitment",
			sourceId: id,
			words: t("{name}: {words}", { name: ownerName, words }),
			by,
		});
	const aimed = goalsAtHand(await goalsInWork(tx, session.relationship), {
		onAgenda: new Set(items.flatMap(({ sourceId }) => sourceId ?? [])),
		before,
		day: session.startsAt.toISOString().slice(0, 10),
		most: goals,
	});
	for (const { id, aim, next, personName } of aimed)
		await insertItem(tx, session, {
			source: "goal",
			sourceId: id,
			words: t("{name}: {words}", {
				name: personName,
				words: next === undefined ? aim : `${aim} (${next})`,
			}),
			by,
		});
	const asked = items.filter(({ source }) => source === "template").length;
	const chosen = nextQuestions(before, questions, asks).slice(asked);
	for (const { question } of chosen)
		await insertItem(tx, session, {
			source: "template",
			sourceId: null,
			words: question,
			namesQuestion: true,
			by,
		});
	await recordAgenda(tx, session.id);
	return carried.length + aimed.length + chosen.length;
}

export async function addItem(
	tx: Tx,
	session: FoundSession,
	{ words, by }: { readonly words: string; readonly by: string },
): Promise<void> {
	await addOne(tx, session, { source: "own", words, by });
}

/**
 * Puts the step that somebody is at in a curriculum on an agenda: only they may, for only they know it. Its title goes into the sealed words, and nothing
 * beside them tells which step it was.
 */
export async function addLearning(
	tx: Tx,
	session: FoundSession,
	{ step, by }: { readonly step: string; readonly by: string },
): Promise<void> {
	const found = (await stepsAtHand(tx, by)).find(({ id }) => id === step);
	if (found === undefined) throw new NotFound();
	await addOne(tx, session, { source: "learning", words: found.title, by });
}

async function addOne(
	tx: Tx,
	session: FoundSession,
	item: {
		readonly source: "own" | "learning";
		readonly words: string;
		readonly by: string;
	},
): Promise<void> {
	refuse(session, item.by);
	await lockAgenda(tx, session.id);
	if ((await agendaOf(tx, session.id)).length >= mostItems)
		throw new Conflict(
			t("An agenda holds {count} items. Take one away first.", {
				count: mostItems,
			}),
		);
	await insertItem(tx, session, { ...item, sourceId: null });
	await recordAgenda(tx, session.id);
}

/** Changes the words of an item. Whoever changed an older version than the newest is told, and their words come back to them. */
export async function changeItem(
	tx: Tx,
	session: FoundSession,
	{
		item,
		revision,
		words,
		by,
	}: {
		readonly item: string;
		readonly revision: number;
		readonly words: string;
		readonly by: string;
	},
): Promise<void> {
	refuse(session, by);
	const row = await tx
		.updateTable("agenda_item")
		.set({
			words: vaultOf(tx).seal("agenda_item.words", [item], words),
			names_question: false,
			revision: revision + 1,
		})
		.where("id", "=", item)
		.where("session_id", "=", session.id)
		.where("revision", "=", revision)
		.executeTakeFirst();
	if (row.numUpdatedRows === 0n)
		throw new Conflict(
			t(
				"Somebody else changed this item or took it away meanwhile. Yours was: “{words}”.",
				{ words },
			),
		);
	await recordAgenda(tx, session.id);
}

export async function removeItem(
	tx: Tx,
	session: FoundSession,
	{ item, by }: { readonly item: string; readonly by: string },
): Promise<void> {
	refuse(session, by);
	const { numDeletedRows } = await tx
		.deleteFrom("agenda_item")
		.where("id", "=", item)
		.where("session_id", "=", session.id)
		.executeTakeFirst();
	if (numDeletedRows === 0n) throw new NotFound();
	await recordAgenda(tx, session.id);
}

/** One place up. The first stays where it is. */
export async function raiseItem(
	tx: Tx,
	session: FoundSession,
	{ item, by }: { readonly item: string; readonly by: string },
): Promise<void> {
	refuse(session, by);
	await lockAgenda(tx, session.id);
	const ids = (await agendaOf(tx, session.id)).map(({ id }) => id);
	const at = ids.indexOf(item);
	if (at < 0) throw new NotFound();
	const order =
		at === 0
			? ids
			: [
					...ids.slice(0, at - 1),
					item,
					...ids.slice(at - 1, at),
					...ids.slice(at + 1),
				];
	await sql`
		update agenda_item set place = wanted.place from unnest(${sql.val(order)}::uuid[]) with ordinality as wanted (id, place)
		where agenda_item.id = wanted.id
	`.execute(tx);
	await recordAgenda(tx, session.id);
}

async function insertItem(
	tx: Tx,
	session: FoundSession,
	{
		source,
		sourceId,
		words,
		namesQuestion = false,
		by,
	}: {
		readonly source: "own" | "commitment" | "goal" | "template" | "learning";
		readonly sourceId: string | null;
		readonly words: string;
		/** Whether the words are the name of a starter question. */
		readonly namesQuestion?: boolean;
		readonly by: string;
	},
): Promise<void> {
	const id = randomUUID();
	await tx
		.insertInto("agenda_item")
		.values({
			id,
			session_id: session.id,
			relationship_id: session.relationship,
			place: sql<number>`(select coalesce(max(place), 0) + 1 from agenda_item where session_id = ${session.id})`,
			source,
			source_id: sourceId,
			words: vaultOf(tx).seal("agenda_item.words", [id], words),
			names_question: namesQuestion,
			author_id: by,
		})
		.execute();
}

// Two who fill, add or order at once come one after the other.
async function lockAgenda(tx: Tx, session: string): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${`agenda ${session}`}, 0))`.execute(
		tx,
	);
}

function recordAgenda(tx: Tx, session: string): Promise<void> {
	return record(tx, {
		act: "change-agenda",
		subject: { kind: "session", id: session },
	});
}

function refuse(session: FoundSession, by: string): void {
	if (!mayCancel(standingOf(session)))
		throw new Conflict(
			t("This session was settled meanwhile. Look at how things stand now."),
		);
	const own = session.members.find(({ id }) => id === by);
	if (own === undefined) throw new NotFound();
	if (!maySetAgenda(session.company.kind, own.side))
		throw new NotAllowed(
			t("In reverse mentoring the mentor, who is the junior, sets the agenda."),
		);
}
