// What two do with what they are invited to: they answer, move, call off, come, write up and keep their word, each as is drawn for them.
import { sql } from "kysely";
import { wallTimeOf } from "../../domain/calendar/wall-time.ts";
import {
	fateOf,
	promiseKept,
	type SessionFate,
} from "../../domain/dry-run/behaviour.ts";
import type { Tx } from "../../platform/database/database.ts";
import type { Payload } from "../../platform/jobs/jobs.ts";
import { daysAfter, isoDay } from "../programs/day.ts";
import { confirmSession } from "../sessions/commands/book.ts";
import {
	moveCommitment,
	settleCommitment,
} from "../sessions/commands/commitments.ts";
import {
	answerSession,
	cancelSession,
	moveSession,
} from "../sessions/commands/move.ts";
import { sayMissed, writeUp } from "../sessions/commands/write-up.ts";
import { openCommitments } from "../sessions/queries/commitments.ts";
import { proposalsFor } from "../sessions/queries/proposals.ts";
import {
	type FoundSession,
	findSession,
} from "../sessions/queries/sessions.ts";
import { acting, isSilent, type Pair, pairsOn } from "./pairs.ts";
import { as, day, hour, type Life, note } from "./stage.ts";

/** Somebody's calendar was told of a session: they act on it. */
export function hearOfSession(
	life: Life,
	name: string,
	payload: Payload,
): void {
	if (name !== "session-changed" || payload["change"] === "cancelled") return;
	const told = heard.get(life) ?? new Map<number, Map<string, boolean>>();
	heard.set(life, told);
	const now = life.clockwork.now();
	const known = told.get(now) ?? new Map<string, boolean>();
	told.set(now, known);
	if (known.size === 0)
		life.clockwork.at(now, `invited ${now}`, () => {
			told.delete(now);
			return planHeard(life, known);
		});
	known.set(String(payload["session"]), payload["change"] === "moved");
}

/** By the time they were told, of which sessions calendars know since the last stop, and whether they moved. */
const heard = new WeakMap<Life, Map<number, Map<string, boolean>>>();

async function planHeard(
	life: Life,
	known: Map<string, boolean>,
): Promise<void> {
	const rows = await as(life, { process: "sessions" }, (tx) =>
		tx
			.selectFrom("session")
			.select(["id", "relationship_id", "starts_at", "ends_at", "sequence"])
			.where(sql<boolean>`id = any (${[...known.keys()]}::uuid[])`)
			.execute(),
	);
	const found = new Map(rows.map((row) => [row.id, row]));
	// In the order in which they were told, so that every run is the same.
	for (const [session, isMoved] of known) {
		const row = found.get(session);
		const pair = pairsOn(life).get(row?.relationship_id ?? "");
		if (row === undefined || pair === undefined) continue;
		planSession(life, pair, {
			session,
			isMoved,
			sequence: row.sequence,
			starts: row.starts_at.getTime(),
			ends: row.ends_at.getTime(),
		});
	}
}

type Invited = {
	readonly session: string;
	readonly isMoved: boolean;
	readonly sequence: number;
	readonly starts: number;
	readonly ends: number;
};

function planSession(life: Life, pair: Pair, invited: Invited): void {
	const { clockwork, seed } = life;
	const now = clockwork.now();
	const { starts, ends, session, sequence } = invited;
	const fate = fateOf(seed, pair.name, wallTimeOf(starts, pair.zone).day);
	const later = (
		time: number,
		by: string,
		act: (tx: Tx, found: FoundSession) => Promise<void>,
	) =>
		acting(life, pair, time, async () => {
			if (isSilent(life, pair)) return;
			await as(life, by, async (tx) => {
				const found = await findSession(tx, session, by);
				// What changed meanwhile was planned anew.
				if (found.sequence === sequence && found.isRunning)
					await act(tx, found);
			});
		});
	for (const side of ["mentor", "mentee"] as const) {
		const hours = fate.answers[side];
		const at = hours === undefined ? starts : now + hours * hour;
		if (at < starts)
			later(at, pair[side], async (tx, { state, members }) => {
				const own = members.find(({ id }) => id === pair[side]);
				if (state === "booked" && own?.answer === null)
					await answerSession(tx, session, { by: pair[side], answer: "yes" });
			});
	}
	if (fate.turn !== undefined && !invited.isMoved)
		planTurn(life, pair, { invited, turn: fate.turn, later });
	planAfter(life, pair, { ends, fate, later });
}

type Later = (
	time: number,
	by: string,
	act: (tx: Tx, found: FoundSession) => Promise<void>,
) => void;

function planTurn(
	life: Life,
	pair: Pair,
	{
		invited,
		turn,
		later,
	}: {
		readonly invited: Invited;
		readonly turn: NonNullable<SessionFate["turn"]>;
		readonly later: Later;
	},
): void {
	const { clockwork } = life;
	const by = pair[turn.by];
	const at = Math.max(
		clockwork.now() + hour,
		invited.starts - turn.hoursBefore * hour,
	);
	later(at, by, async (tx, found) => {
		if (found.state !== "booked" || clockwork.now() >= invited.starts) return;
		if (turn.kind === "called-off") return cancelSession(tx, found, by);
		const slots = await proposalsFor(tx, {
			members: [pair.mentor, pair.mentee],
			minutes: (invited.ends - invited.starts) / 60_000,
			now: clockwork.now(),
			except: [found.id],
		});
		const slot = slots.ok ? slots.slots[0] : undefined;
		if (slot === undefined) note(life, "no-common-time");
		else
			await moveSession(tx, found, {
				startsAt: slot.from,
				zone: pair.zone,
				by,
				now: clockwork.now(),
			});
	});
}

function planAfter(
	life: Life,
	pair: Pair,
	{
		ends,
		fate,
		later,
	}: {
		readonly ends: number;
		readonly fate: SessionFate;
		readonly later: Later;
	},
): void {
	const { clockwork } = life;
	if (fate.isMissed) {
		later(ends + 2 * hour, pair.mentee, async (tx, found) => {
			if (found.state === "booked") await sayMissed(tx, found, clockwork.now());
		});
		return;
	}
	for (const { by, afterHours, promiseDays } of fate.writeUps)
		later(ends + afterHours * hour, pair[by], async (tx, found) => {
			if (found.state !== "booked" && found.state !== "held") return;
			const words = life.words(pair.name, found.startsAt.getTime());
			const today = isoDay(new Date(clockwork.now()), pair.zone);
			const dueOn =
				promiseDays === undefined ? undefined : daysAfter(today, promiseDays);
			await writeUp(tx, found, {
				written: {
					decided: words.decided,
					keeping: words.keeping,
					attended: undefined,
					commitment:
						dueOn === undefined
							? undefined
							: { words: words.promise, owner: pair[by], dueOn },
				},
				by: pair[by],
				now: clockwork.now(),
			});
			if (dueOn !== undefined) keepPromise(life, pair, { by: pair[by], dueOn });
		});
}

function keepPromise(
	life: Life,
	pair: Pair,
	{ by, dueOn }: { readonly by: string; readonly dueOn: string },
): void {
	const { clockwork, seed } = life;
	const kept = promiseKept(seed, pair.name, dueOn);
	if (kept === "left") return;
	acting(life, pair, Date.parse(`${dueOn}T08:00:00Z`), async () => {
		if (isSilent(life, pair)) return;
		await as(life, by, async (tx) => {
			for (const { id, owner, dueOn: due } of await openCommitments(
				tx,
				pair.id,
			)) {
				if (owner !== by || due > dueOn) continue;
				if (kept === "done") await settleCommitment(tx, id, "done");
				else
					await moveCommitment(tx, id, {
						dueOn: daysAfter(dueOn, 14),
						today: isoDay(new Date(clockwork.now()), pair.zone),
					});
			}
		});
	});
}

/** Dates that were proposed lately because the usual one suits nobody: somebody takes them, or lets them be. */
export async function answerProposedDates(
	life: Life,
	withinDays = 1,
): Promise<void> {
	const { clockwork, seed } = life;
	const rows = await as(life, { process: "sessions" }, (tx) =>
		tx
			.selectFrom("session")
			.select(["id", "relationship_id", "starts_at"])
			.where("state", "=", "proposed")
			.where("booked_at", ">", new Date(clockwork.now() - withinDays * day))
			.orderBy("starts_at")
			.execute(),
	);
	for (const { id, relationship_id, starts_at } of rows) {
		const pair = pairsOn(life).get(relationship_id);
		if (pair === undefined) continue;
		const fate = fateOf(
			seed,
			pair.name,
			wallTimeOf(starts_at.getTime(), pair.zone).day,
		);
		const hours = fate.answers.mentee ?? fate.answers.mentor;
		if (hours === undefined) continue;
		const by = fate.answers.mentee === undefined ? pair.mentor : pair.mentee;
		acting(life, pair, clockwork.now() + hours * hour, async () => {
			if (isSilent(life, pair)) return;
			await as(life, by, async (tx) => {
				const found = await findSession(tx, id, by);
				if (found.state !== "proposed" || !found.isRunning) return;
				if (found.startsAt.getTime() <= clockwork.now()) return;
				await confirmSession(tx, found.company, { id, by });
			});
		});
	}
}
