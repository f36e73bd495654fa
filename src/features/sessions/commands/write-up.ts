import { sql } from "kysely";
import { mayCancel, mayWriteUp } from "../../../domain/sessions/standing.ts";
import {
	actAs,
	type Tx,
	vaultOf,
	nowOf,
} from "../../../platform/database/database.ts";
import { Conflict, NotFound } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { actingAs } from "../../programs/acting.ts";
import { type FoundSession, standingOf } from "../queries/sessions.ts";
import { insertCommitment } from "./commitments.ts";

export type Written = {
	readonly decided: string;
	readonly keeping: string;
	readonly commitment:
		| {
				readonly words: string;
				readonly owner: string;
				readonly dueOn: string;
		  }
		| undefined;
	/** Who was there; undefined: everyone. */
	readonly attended: readonly string[] | undefined;
};

/** Writes a session up, or changes one's own words about it. With the first write-up it took place. */
export async function writeUp(
	tx: Tx,
	session: FoundSession,
	{
		written,
		by,
		now,
	}: { readonly written: Written; readonly by: string; readonly now: number },
): Promise<void> {
	if (!mayWriteUp(standingOf(session), now))
		throw new Conflict(t("A session is written up once it has begun."));
	const { id, relationship } = session;
	const { decided, keeping } = sealed(tx, { session: id, by }, written);
	await tx
		.insertInto("write_up")
		.values({
			session_id: id,
			author_id: by,
			relationship_id: relationship,
			decided,
			keeping,
		})
		.onConflict((row) =>
			row
				.columns(["session_id", "author_id"])
				.doUpdateSet({ decided, keeping, written_at: nowOf(tx) }),
		)
		.execute();
	await insertPromise(tx, session, { written, by });
	if (session.isRunning)
		await markHeld(tx, { session: id, by, attended: written.attended });
	await record(tx, {
		act: "write-up-session",
		about: by,
		subject: { kind: "session", id },
	});
}

/** Nobody came, or it fell through: said once, with no reason. */
export async function sayMissed(
	tx: Tx,
	session: FoundSession,
	now: number,
): Promise<void> {
	const standing = standingOf(session);
	if (!mayCancel(standing) || now < standing.startsAt)
		throw new Conflict(
			t("This session was settled meanwhile. Look at how things stand now."),
		);
	await tx
		.updateTable("session")
		.set({ state: "missed" })
		.where("id", "=", session.id)
		.execute();
	await record(tx, {
		act: "miss-session",
		subject: { kind: "session", id: session.id },
	});
}

/**
 * The same through a link, without signing in: adds the person's write-up where there is none yet, and reads none. What is there already is changed by
 * whoever signs in.
 */
export async function writeUpByLink(
	tx: Tx,
	{
		session,
		person,
		written,
		now,
	}: {
		readonly session: string;
		readonly person: string;
		/** Of the commitment: whose it is, one's own or that of the only other. */
		readonly written: Omit<Written, "commitment" | "attended"> & {
			readonly commitment:
				| {
						readonly words: string;
						readonly owner: "me" | "other";
						readonly dueOn: string;
				  }
				| undefined;
		};
		readonly now: number;
	},
): Promise<void> {
	await actAs(tx, { kind: "process", process: "session-link" });
	const found = await linkedSession(tx, { session, person });
	if (found === undefined) throw new NotFound();
	if (found.wroteUpAt !== null || !mayWriteUp(standingOf(found), now))
		throw new Conflict(
			t("It is written up already. Sign in to read or change it."),
		);
	const { decided, keeping } = sealed(tx, { session, by: person }, written);
	await tx
		.insertInto("write_up")
		.values({
			session_id: session,
			author_id: person,
			relationship_id: found.relationship,
			decided,
			keeping,
		})
		.execute();
	const [only, ...more] = found.others;
	const other = more.length === 0 ? only : undefined;
	const { commitment } = written;
	if (commitment !== undefined) {
		const isMine = commitment.owner === "me" || other === undefined;
		await insertCommitment(tx, {
			relationship: found.relationship,
			session,
			owner: isMine ? person : other,
			partner: (isMine ? other : person) ?? null,
			words: commitment.words,
			dueOn: commitment.dueOn,
			by: null,
		});
	}
	await record(tx, {
		act: "write-up-session",
		about: person,
		subject: { kind: "session", id: session },
	});
	await markHeld(tx, { session, by: person, attended: undefined });
}

/** What the holder of a link may know: when it was, whether they wrote it up. Asks as `session-link`. */
export async function linkedSession(
	tx: Parameters<typeof actingAs>[0],
	{ session, person }: { readonly session: string; readonly person: string },
) {
	const row = await tx
		.selectFrom("session_member as own")
		.innerJoin("session", "session.id", "own.session_id")
		.leftJoin("attendance", (join) =>
			join
				.onRef("attendance.session_id", "=", "own.session_id")
				.onRef("attendance.person_id", "=", "own.person_id"),
		)
		.select([
			"session.relationship_id as relationship",
			"session.state",
			"session.format",
			"session.starts_at as startsAt",
			"session.ends_at as endsAt",
			"session.zone",
			"attendance.wrote_up_at as wroteUpAt",
		])
		.where("own.session_id", "=", session)
		.where("own.person_id", "=", person)
		.executeTakeFirst();
	if (row === undefined) return undefined;
	const others = await tx
		.selectFrom("session_member")
		.select("person_id")
		.where("session_id", "=", session)
		.where("person_id", "<>", person)
		.execute();
	return {
		...row,
		others: others.map(({ person_id }) => person_id),
		isRunning: true,
	};
}

function sealed(
	tx: Tx,
	{ session, by }: { readonly session: string; readonly by: string },
	{ decided, keeping }: Pick<Written, "decided" | "keeping">,
) {
	const vault = vaultOf(tx);
	return {
		decided: vault.seal("write_up.decided", [session, by], decided),
		keeping: vault.seal("write_up.keeping", [session, by], keeping),
	};
}

async function insertPromise(
	tx: Tx,
	{ id, relationship, members }: FoundSession,
	{ written, by }: { readonly written: Written; readonly by: string },
): Promise<void> {
	const { commitment } = written;
	if (commitment === undefined) return;
	const { owner } = commitment;
	if (!members.some((member) => member.id === owner)) throw new NotFound();
	const others = members.filter((member) => member.id !== owner);
	await insertCommitment(tx, {
		relationship,
		session: id,
		owner,
		partner: owner === by ? (others[0]?.id ?? null) : by,
		words: commitment.words,
		dueOn: commitment.dueOn,
		by,
	});
}

// Attendance is the members' to say; a link's holder says no more than that it took place.
async function markHeld(
	tx: Tx,
	{
		session,
		by,
		attended,
	}: {
		readonly session: string;
		readonly by: string;
		readonly attended: readonly string[] | undefined;
	},
): Promise<void> {
	const said = attended === undefined ? null : sql.val([...attended]);
	await actingAs(tx, "sessions", async () => {
		await tx
			.updateTable("session")
			.set({ state: "held" })
			.where("id", "=", session)
			.where("state", "=", "booked")
			.execute();
		// Where nobody has said otherwise, whoever was to be there was.
		await sql`
			insert into attendance as known (session_id, person_id, relationship_id, attended, wrote_up_at)
			select session_id, person_id, relationship_id, coalesce(person_id = any (${said}::uuid[]), true),
				case when person_id = ${by}::uuid then now() end
			from session_member where session_id = ${session}
			on conflict (session_id, person_id) do update set
				attended = coalesce(known.person_id = any (${said}::uuid[]), known.attended, true),
				wrote_up_at = coalesce(excluded.wrote_up_at, known.wrote_up_at)
		`.execute(tx);
	});
}
