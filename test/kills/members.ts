// Members who book, move and cancel coffees through whichever Baton answers. Each sends a form again until it is answered, as a person who
// presses once more does, or gives up after it broke off; what they were told is written down here, and compared afterwards.
import { setTimeout } from "node:timers/promises";
import type { Chance } from "../chance.ts";
import type { Client, Fields, Seen } from "../client.ts";

export type Write = {
	readonly kind: "book" | "move" | "cancel";
	readonly key: string;
	readonly by: string;
	readonly relationship: string;
	/** The booking that made the session. */
	readonly booking: string;
	/** Milliseconds since 1970; a cancellation keeps it. */
	readonly startsAt: number;
	outcome: "acknowledged" | "refused" | "given-up";
	/** The address it was answered with. */
	location: string | null;
	/** How often it broke off. */
	interruptions: number;
	lastSentAt: Date;
};

export const minutes = 15;
/** Between the beginnings of two coffees. */
const STEP = 20 * 60_000;

/** The times of a pair: both count on, and now and then one wants a time that is taken. */
export type Times = { readonly first: number; used: number };

type Meeting = { readonly booking: Write; session: string; startsAt: number };

export type Member = {
	readonly client: Client;
	readonly id: string;
	readonly relationship: string;
	readonly times: Times;
	readonly chance: Chance;
	/** The most milliseconds between two forms. */
	readonly pause: number;
};

/** Acts until told to stop, and then ends what it is at. */
export async function act(
	member: Member,
	written: Write[],
	isOver: () => boolean,
): Promise<void> {
	const { chance } = member;
	const open: Meeting[] = [];
	while (!isOver()) {
		await setTimeout(chance.below(member.pause));
		const meeting = open[chance.below(open.length + 1)];
		const write =
			meeting === undefined
				? newBooking(member)
				: newChange(member, meeting.booking, meeting.startsAt);
		written.push(write);
		await send(member, write, meeting?.session);
		if (meeting === undefined) {
			if (write.outcome === "acknowledged")
				open.push({
					booking: write,
					session: sessionIn(write.location),
					startsAt: write.startsAt,
				});
		} else if (write.outcome === "acknowledged" && write.kind === "move")
			meeting.startsAt = write.startsAt;
		else if (write.outcome !== "refused") open.splice(open.indexOf(meeting), 1);
	}
}

function newBooking(member: Member): Write {
	const key = crypto.randomUUID();
	return { ...blank(member), kind: "book", key, booking: key };
}

function newChange(member: Member, booking: Write, startsAt: number): Write {
	const change = { ...blank(member), booking: booking.key };
	return member.chance.below(4) === 0
		? { ...change, kind: "cancel", startsAt }
		: { ...change, kind: "move" };
}

function blank({ id, relationship, times, chance }: Member) {
	const taken = times.used > 0 && chance.below(10) === 0;
	const slot = taken ? chance.below(times.used) : times.used++;
	return {
		key: crypto.randomUUID(),
		by: id,
		relationship,
		startsAt: times.first + slot * STEP,
		outcome: "refused" as const,
		location: null,
		interruptions: 0,
		lastSentAt: new Date(),
	};
}

async function send(
	{ client, chance }: Member,
	write: Write,
	session: string | undefined,
): Promise<void> {
	const [path, fields] = formOf(write, session);
	for (;;) {
		write.lastSentAt = new Date();
		const seen = await client.send(path, fields, write.key).catch(broken);
		if (seen !== undefined) {
			take(write, seen);
			// A second press after the answer must be answered likewise.
			if (write.outcome === "acknowledged" && chance.below(8) === 0)
				await client.send(path, fields, write.key).then((again) => {
					if (again.location !== write.location)
						throw new Error(`${write.location}, then ${again.location}`);
				}, broken);
			return;
		}
		write.interruptions++;
		if (chance.below(6) === 0) {
			write.outcome = "given-up";
			return;
		}
		await setTimeout(20 + chance.below(200));
	}
}

function formOf(
	{ kind, relationship, startsAt }: Write,
	session = "",
): readonly [string, Fields] {
	const at = String(startsAt);
	switch (kind) {
		case "book":
			return [
				`/relationships/${relationship}/sessions`,
				{ at, format: "coffee", minutes: String(minutes) },
			];
		case "move":
			return [`/sessions/${session}/move`, { at }];
		case "cancel":
			return [`/sessions/${session}/cancel`, {}];
	}
}

function take(write: Write, { status, location, text }: Seen): void {
	if (status === 303 && !location?.startsWith("/sign-in")) {
		write.outcome = "acknowledged";
		write.location = location;
	} else if (status === 409) write.outcome = "refused";
	else
		throw new Error(
			`${write.kind} was answered ${status} ${location}: ${text.slice(0, 300)}`,
		);
}

/** Nobody answered, or not to the end: fetch says so with a TypeError. Anything else is no broken conversation. */
function broken(error: unknown): undefined {
	if (error instanceof TypeError) return undefined;
	throw error;
}

/** The id in /sessions/ID. */
export function sessionIn(location: string | null): string {
	return location?.split("/").at(-1) ?? "";
}
