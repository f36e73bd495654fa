import { sql } from "kysely";
import { namesIn } from "../../../domain/sessions/alone.ts";
import {
	formatsOf,
	type SessionFormat,
} from "../../../domain/sessions/formats.ts";
import { mayAnswerAlone } from "../../../domain/sessions/standing.ts";
import { type Tx, vaultOf } from "../../../platform/database/database.ts";
import { Conflict, Invalid, NotFound } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { formatList, t } from "../../../ui/text.ts";
import { agreementsAccepted } from "../../agreements/queries.ts";
import { actingAs } from "../../programs/acting.ts";
import type { Company } from "../../relationships/company-queries.ts";
import { type FoundSession, standingOf } from "../queries/sessions.ts";
import { refuseEnded } from "./book.ts";
import { insertSession } from "./series.ts";

export type OwnTimeFormat = Extract<SessionFormat, "reflection" | "case-table">;

/** Puts a question to all members, which each answers alone until a day. A dilemma names none of them. */
export async function askAlone(
	tx: Tx,
	company: Company,
	{
		format,
		words,
		now,
		until,
		zone,
		by,
	}: {
		readonly format: OwnTimeFormat;
		readonly words: string;
		/** Milliseconds since 1970. */
		readonly now: number;
		readonly until: number;
		readonly zone: string;
		readonly by: string;
	},
): Promise<string> {
	refuseEnded(company);
	if (!formatsOf(company.kind).includes(format)) throw new NotFound();
	if (!(await agreementsAccepted(tx, company.id)))
		throw new Conflict(
			t(
				"Before the first session everyone accepts what you promise each other.",
			),
		);
	const named = format === "case-table" ? namesIn(words, company.members) : [];
	if (named.length > 0)
		throw new Invalid({
			words: t("Leave names out: {names}.", { names: formatList(named) }),
		});
	const id = await insertSession(tx, {
		relationship: company.id,
		format,
		members: company.members.map((member) => member.id),
		startsAt: now,
		endsAt: until,
		zone,
		state: "booked",
		followsCadence: false,
		by,
	});
	await tx
		.insertInto("session_question")
		.values({
			session_id: id,
			relationship_id: company.id,
			words: vaultOf(tx).seal("session_question.words", [id], words),
			author_id: by,
		})
		.execute();
	await record(tx, {
		act: "ask-alone",
		subject: { kind: "session", id },
		detail: { format },
	});
	return id;
}

/** An answer, once and for good. With the last one it is over; a reflection opens to each with their own answer, a case table to all with the last. */
export async function answerAlone(
	tx: Tx,
	session: FoundSession,
	{
		words,
		by,
		now,
	}: { readonly words: string; readonly by: string; readonly now: number },
): Promise<void> {
	const own = session.members.find(({ id }) => id === by);
	if (own === undefined) throw new NotFound();
	if (!mayAnswerAlone(standingOf(session), now) || own.respondedAt !== null)
		throw new Conflict(t("You have answered already, or its time is over."));
	await tx
		.insertInto("session_response")
		.values({
			session_id: session.id,
			person_id: by,
			relationship_id: session.relationship,
			words: vaultOf(tx).seal(
				"session_response.words",
				[session.id, by],
				words,
			),
		})
		.execute();
	await record(tx, {
		act: "answer-alone",
		about: by,
		subject: { kind: "session", id: session.id },
	});
	await actingAs(tx, "sessions", async () => {
		await tx
			.insertInto("attendance")
			.values({
				session_id: session.id,
				person_id: by,
				relationship_id: session.relationship,
				responded_at: new Date(now),
				attended: true,
			})
			.execute();
		await sql`
			update session set state = 'held'
			where id = ${session.id} and not exists (
				select from session_member member where member.session_id = session.id and not exists (
					select from attendance own where own.session_id = session.id and own.person_id = member.person_id and own.responded_at is not null
				)
			)
		`.execute(tx);
	});
}

/** Closes a case table before its time, for whoever asked: what was answered is open to all from then on. */
export async function closeTable(
	tx: Tx,
	session: FoundSession,
	{ by, now }: { readonly by: string; readonly now: number },
): Promise<void> {
	if (!mayClose(session, by, now))
		throw new Conflict(
			t("Whoever asked closes it, once somebody has answered."),
		);
	await tx
		.updateTable("session")
		.set({ state: "held", ends_at: new Date(now) })
		.where("id", "=", session.id)
		.where("state", "=", "booked")
		.execute();
	await record(tx, {
		act: "close-case-table",
		subject: { kind: "session", id: session.id },
	});
}

/** Whether somebody may close it now. */
export function mayClose(
	session: FoundSession,
	by: string,
	now: number,
): boolean {
	return (
		session.format === "case-table" &&
		session.bookedBy === by &&
		mayAnswerAlone(standingOf(session), now) &&
		session.members.some(({ respondedAt }) => respondedAt !== null)
	);
}

/** Questions whose time is over: held if anybody answered. Runs as `sessions`. */
export async function closeAnsweredAlone(tx: Tx): Promise<void> {
	await sql`
		update session set state = case
			when exists (select from attendance where session_id = session.id and responded_at is not null) then 'held' else 'missed' end
		where state = 'booked' and format in ('reflection', 'case-table') and ends_at < now()
	`.execute(tx);
}
