// The sessions of one relationship of the demonstration, past and to come. What becomes of each is drawn as in a dry run (domain/dry-run).
import { Temporal } from "temporal-polyfill";
import { fateOf, type Side } from "../dry-run/behaviour.ts";
import { workingDay } from "./days.ts";
import type { Relationship } from "./program.ts";

export type Meeting = {
	/** Milliseconds since 1970. */
	readonly startsAt: number;
	readonly minutes: number;
	readonly state: "booked" | "held" | "cancelled" | "proposed";
	readonly answers: Readonly<Record<Side, "yes" | undefined>>;
	readonly writeUps: readonly {
		readonly by: Side;
		readonly at: number;
		/** Days after the session; undefined: none. */
		readonly promiseDays: number | undefined;
	}[];
};

const minutes = 60;
const hour = 3_600_000;
const day = 24 * hour;

/** When one of two is busy already: starts of sessions by person, filled as sessions are laid. */
export type Taken = Map<string, number[]>;

export function meetingsOf(
	{ met, ended }: Pick<Relationship, "met" | "ended">,
	{
		seed,
		name,
		members,
		zones,
		now,
		taken,
	}: {
		readonly seed: number;
		readonly name: string;
		readonly members: readonly string[];
		/** Of the mentee first, by whose clock they agree, then of the mentor. */
		readonly zones: readonly [string, string];
		readonly now: number;
		readonly taken: Taken;
	},
): readonly Meeting[] {
	const lay = (date: string, wish: number): number => {
		const midnight = Temporal.PlainDate.from(date).toZonedDateTime(zones[0]);
		const hours = [wish, 10, 11, 14, 15, 9, 16, 13, 12, 8, 17];
		const free = hours
			.map((at) => midnight.epochMilliseconds + at * hour)
			.toSorted((one, other) => oddness(one, zones) - oddness(other, zones))
			.find((at) =>
				members.every((one) =>
					(taken.get(one) ?? []).every(
						(other) => Math.abs(other - at) >= minutes * 60_000,
					),
				),
			);
		const at = free ?? midnight.epochMilliseconds + 7 * hour;
		for (const one of members) taken.set(one, [...(taken.get(one) ?? []), at]);
		return at;
	};
	const past = met.map((date, place): Meeting => {
		const fate = fateOf(seed, name, date);
		const startsAt = lay(date, 9 + (place % 3));
		const writers =
			fate.writeUps.length > 0
				? fate.writeUps
				: [{ by: "mentee" as const, afterHours: 4, promiseDays: undefined }];
		const isOff = place > 0 && fate.turn?.kind === "called-off";
		return {
			startsAt,
			minutes,
			state: isOff ? "cancelled" : "held",
			answers: { mentor: "yes", mentee: "yes" },
			writeUps: isOff
				? []
				: writers.map(({ by, afterHours, promiseDays }) => ({
						by,
						at: Math.min(now, startsAt + (1 + afterHours) * hour),
						promiseDays,
					})),
		};
	});
	return [
		...past.filter(({ startsAt }) => startsAt < now),
		...(ended === undefined ? coming(met, { seed, name, now, lay }) : []),
	];
}

/** How many hours a time lies outside 8 to 18 o’clock, for both together. */
function oddness(at: number, zones: readonly string[]): number {
	return zones.reduce((sum, zone) => {
		const { hour: clock } =
			Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
		return sum + Math.max(0, 8 - clock, clock - 17);
	}, 0);
}

/** Whoever met lately has the next dates; whoever fell quiet has none. */
function coming(
	met: readonly string[],
	{
		seed,
		name,
		now,
		lay,
	}: {
		readonly seed: number;
		readonly name: string;
		readonly now: number;
		readonly lay: (date: string, wish: number) => number;
	},
): readonly Meeting[] {
	const last = met.at(-1);
	if (last === undefined || Date.parse(last) < now - 60 * day) return [];
	const next = Temporal.PlainDate.from(last).add({ days: 30 });
	const today = Temporal.Instant.fromEpochMilliseconds(now)
		.toZonedDateTimeISO("UTC")
		.toPlainDate();
	const first =
		Temporal.PlainDate.compare(next, today.add({ days: 2 })) < 0
			? today.add({ days: 2 })
			: next;
	return [0, 30, 60].map((days, place): Meeting => {
		const date = workingDay(first.add({ days })).toString();
		const { answers } = fateOf(seed, name, date);
		const said = (side: Side) =>
			answers[side] === undefined ? undefined : ("yes" as const);
		return {
			startsAt: lay(date, 10),
			minutes,
			state:
				place === 2 && answers.mentor === undefined ? "proposed" : "booked",
			answers: { mentor: said("mentor"), mentee: said("mentee") },
			writeUps: [],
		};
	});
}
