// What members were told, compared with what stands in the database: every row, every entry of the journal, every one-time key.
import type { TestDatabase } from "../database.ts";
import { asOwner } from "../owner.ts";
import { minutes, sessionIn, type Write } from "./members.ts";

export type SessionRow = {
	readonly id: string;
	readonly relationship: string;
	readonly state: string;
	readonly sequence: number;
	readonly startsAt: Date;
	readonly endsAt: Date;
	readonly members: readonly string[];
	/** What each member was told last, by person. */
	readonly told: Readonly<Record<string, number | null>>;
};

/** A session as what its members did makes it: the time it had under each sequence number, from 0. */
export type Story = {
	readonly session: SessionRow;
	readonly startsAt: readonly number[];
	readonly isCancelled: boolean;
};

export type Compared = {
	readonly problems: readonly string[];
	readonly stories: readonly Story[];
	/** Forms that broke off although the act was done, and were answered as done when sent again. */
	readonly doneBefore: number;
	/** Of the forms given up after they broke off: how many had been done. */
	readonly givenUpDone: number;
};

type Act = { readonly name: string; readonly of: string };

/** `pairs`: the members of each relationship. */
export async function compareHistory(
	database: TestDatabase,
	writes: readonly Write[],
	pairs: ReadonlyMap<string, readonly string[]>,
): Promise<Compared> {
	const keys = new Map(
		(await asOwner<KeyRow>(database, KEYS)).map((row) => [row.key, row]),
	);
	const sessions = new Map(
		(await asOwner<SessionRow>(database, SESSIONS)).map((row) => [row.id, row]),
	);
	const acts = await asOwner<Act>(database, ACTS);
	const problems: string[] = [];
	const isDone = (write: Write) => keys.has(write.key);

	for (const write of writes) {
		const kept = keys.get(write.key);
		if (write.outcome === "acknowledged" && kept?.location !== write.location)
			problems.push(`lost: ${write.kind} ${write.location}`);
		if (write.outcome === "refused" && kept !== undefined)
			problems.push(`refused and yet done: ${write.kind}`);
		if (kept !== undefined && kept.location === null)
			problems.push(`half: ${write.kind} without its answer`);
	}
	const done = writes.filter(isDone);
	if (keys.size !== done.length)
		problems.push(`${keys.size} forms were acted on, ${done.length} were sent`);

	const stories: Story[] = [];
	const changes = Map.groupBy(done, ({ booking }) => booking);
	for (const booking of done.filter(({ kind }) => kind === "book")) {
		const id = sessionIn(keys.get(booking.key)?.location ?? "");
		const session = sessions.get(id);
		if (session === undefined) {
			problems.push(`lost: session ${id}`);
			continue;
		}
		sessions.delete(id);
		const story = storyOf(session, changes.get(booking.key) ?? []);
		stories.push(story);
		problems.push(
			...judge(story, pairs.get(booking.relationship) ?? [], booking),
		);
	}
	for (const id of sessions.keys())
		problems.push(`doubled: session ${id} was booked by no form of its own`);
	problems.push(...compareActs(acts, done, keys), ...doubleBookings(stories));
	const found = done.filter(
		(write) => (keys.get(write.key)?.at ?? write.lastSentAt) < write.lastSentAt,
	);
	return {
		problems,
		stories,
		doneBefore: found.filter(({ interruptions }) => interruptions > 0).length,
		givenUpDone: done.filter(({ outcome }) => outcome === "given-up").length,
	};
}

function storyOf(session: SessionRow, writes: readonly Write[]): Story {
	return {
		session,
		startsAt: writes.map(({ startsAt }) => startsAt),
		isCancelled: writes.at(-1)?.kind === "cancel",
	};
}

function judge(
	{ session, startsAt, isCancelled }: Story,
	members: readonly string[],
	{ relationship }: Write,
): readonly string[] {
	const last = startsAt.at(-1);
	const expected = {
		relationship,
		state: isCancelled ? "cancelled" : "booked",
		sequence: startsAt.length - 1,
		startsAt: last,
		endsAt: last === undefined ? undefined : last + minutes * 60_000,
		members: members.toSorted(),
	};
	const standing = {
		relationship: session.relationship,
		state: session.state,
		sequence: session.sequence,
		startsAt: session.startsAt.getTime(),
		endsAt: session.endsAt.getTime(),
		members: session.members.toSorted(),
	};
	const [wanted, is] = [JSON.stringify(expected), JSON.stringify(standing)];
	return wanted === is ? [] : [`session ${session.id}: ${is}, not ${wanted}`];
}

const actOf = {
	book: "book-session",
	move: "move-session",
	cancel: "cancel-session",
} as const;

/** The journal has one entry for each act that stands, by whoever acted, and no other. */
function compareActs(
	acts: readonly Act[],
	done: readonly Write[],
	keys: ReadonlyMap<string, KeyRow>,
): readonly string[] {
	const written = acts.map(({ name, of }) => `${name} ${of}`).toSorted();
	const expected = done
		.map(({ kind, booking, by }) => {
			const session = sessionIn(keys.get(booking)?.location ?? "");
			return `${actOf[kind]} ${session} ${by}`;
		})
		.toSorted();
	return JSON.stringify(written) === JSON.stringify(expected)
		? []
		: [`the journal has ${written.length} acts, ${expected.length} were done`];
}

function doubleBookings(stories: readonly Story[]): readonly string[] {
	const booked = stories.filter(({ isCancelled }) => !isCancelled);
	const busy = booked.flatMap(({ session }) =>
		session.members.map((person) => ({ person, session })),
	);
	return [...Map.groupBy(busy, ({ person }) => person).values()].flatMap(
		(own) => {
			const ordered = own.toSorted(
				(a, b) => a.session.startsAt.getTime() - b.session.startsAt.getTime(),
			);
			return ordered.flatMap(({ person, session }, place) => {
				const next = ordered[place + 1];
				return next !== undefined && next.session.startsAt < session.endsAt
					? [`${person} is in ${session.id} and ${next.session.id} at once`]
					: [];
			});
		},
	);
}

type KeyRow = {
	readonly key: string;
	readonly location: string | null;
	readonly at: Date;
};

const KEYS = "select key, location, at from form_key";

const SESSIONS = `
	select session.id, session.relationship_id as relationship, state, sequence, starts_at as "startsAt", ends_at as "endsAt",
		coalesce(array_agg(member.person_id::text) filter (where member.person_id is not null), '{}') as members,
		coalesce(jsonb_object_agg(member.person_id, told_sequence) filter (where member.person_id is not null), '{}') as told
	from session left join session_member member on member.session_id = session.id
	group by session.id`;

const ACTS = `
	select act as name, subject_id || ' ' || person_id as of from journal
	where act in ('book-session', 'move-session', 'cancel-session')`;
