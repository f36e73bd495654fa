// What happened between the members of the demonstration's pairs: gone through from the first day to this one, by the commands and jobs that everybody's
// presses work, at the time it was (features/dry-run). Who began with whom, who fell quiet and who ended is the company's story; everything else is
// drawn by the behaviour that a dry run assumes.
import { Temporal } from "temporal-polyfill";
import { chance } from "../../domain/demonstration/chance.ts";
import type {
	Ended,
	Relationship,
} from "../../domain/demonstration/program.ts";
import {
	decided,
	keeping,
	promises,
} from "../../domain/demonstration/session-words.ts";
import { temperOf } from "../../domain/dry-run/behaviour.ts";
import { type Database, transact } from "../../platform/database/database.ts";
import type { Clockwork } from "../dry-run/clockwork.ts";
import { answerProposedDates, hearOfSession } from "../dry-run/invited.ts";
import { live, type Pair } from "../dry-run/pairs.ts";
import { as, day, hour, type Life } from "../dry-run/stage.ts";
import { findCompany } from "../relationships/company-queries.ts";
import { endRelationship } from "../relationships/endings/commands.ts";
import { relationshipJobs } from "../relationships/jobs.ts";
import { relationshipsLeaving } from "../relationships/leaving.ts";
import { chooseCadence } from "../sessions/commands/book.ts";
import { cancelSession } from "../sessions/commands/move.ts";
import { extendAllSeries } from "../sessions/jobs.ts";
import { habitOf } from "../sessions/queries/company.ts";
import { findSession } from "../sessions/queries/sessions.ts";

/** Two of the company's, with their ids instead of their employee numbers; `name` is what draws go by. */
export type Paired = Relationship & {
	readonly id: string;
	readonly name: string;
};

export type Past = {
	readonly seed: number;
	readonly pairs: readonly Paired[];
	/** Milliseconds since 1970. */
	readonly from: number;
	readonly until: number;
};

/** Series are booked four months ahead: one night a week does what they all do. */
const daysBetweenNights = 7;

/** Goes through it in a database whose time is the clockwork's. */
export async function playPast(
	database: Database,
	clockwork: Clockwork,
	{ seed, pairs, from, until }: Past,
	progress: (share: number) => void,
): Promise<void> {
	const life: Life = {
		seed,
		database,
		clockwork,
		tally: new Map(),
		words: (pair, startsAt) => {
			const dice = chance(seed, "words", pair, String(startsAt));
			return {
				decided: dice.pick(decided),
				keeping: dice.pick(keeping),
				promise: dice.pick(promises),
			};
		},
	};
	const zones = await zonesOf(database);
	for (const paired of pairs)
		beginPair(life, paired, zones.get(paired.mentee) ?? "Europe/Berlin");
	for (let at = from; at < until; at += daysBetweenNights * day)
		clockwork.moment(at + 3 * hour, async () => {
			await extendAllSeries(database);
			await answerProposedDates(life, daysBetweenNights);
		});
	await clockwork.run({
		database,
		// Mails and calendars of the past reach nobody.
		jobs: relationshipJobs,
		worked: (name, payload) => hearOfSession(life, name, payload),
		progress,
	});
}

function beginPair(life: Life, paired: Paired, zone: string): void {
	const { id, mentor, mentee, name, quiet, ended } = paired;
	const began = morningOf(paired.began);
	const pair: Pair = {
		id,
		mentor,
		mentee,
		name,
		zone,
		began,
		temper: {
			firstDateAfter: temperOf(life.seed, name).firstDateAfter,
			silentAfter: quiet && (morningOf(quiet.from) - began) / day,
			endsAfter: undefined,
		},
	};
	live(life, pair);
	if (quiet?.lettingGo === true)
		life.clockwork.at(morningOf(quiet.from) + hour, mentor, () =>
			letGo(life, pair),
		);
	if (ended !== undefined)
		life.clockwork.at(morningOf(ended.on) + 8 * hour, mentor, () =>
			end(life, pair, ended),
		);
}

/** They take what is booked out of their calendars, and say that they will find a date when it suits. */
async function letGo(life: Life, { id, mentee }: Pair): Promise<void> {
	const ahead = await as(life, { process: "sessions" }, (tx) =>
		tx
			.selectFrom("session")
			.select("id")
			.where("relationship_id", "=", id)
			.where("state", "=", "booked")
			.where("starts_at", ">", new Date(life.clockwork.now()))
			.orderBy("starts_at")
			.execute(),
	);
	await as(life, mentee, async (tx) => {
		for (const { id: session } of ahead)
			await cancelSession(tx, await findSession(tx, session, mentee), mentee);
		const company = await findCompany(tx, id, mentee);
		const { minutes, format, revision } = await habitOf(tx, company);
		await chooseCadence(tx, company, {
			rhythm: { unit: "own" },
			minutes,
			format,
			revision,
			by: mentee,
		});
	});
}

/** At the word of a member, or because one of them left the organisation. */
function end(
	life: Life,
	{ id, mentor, mentee }: Pair,
	{ on, how, by }: Ended,
): Promise<void> {
	const member = by === "mentor" ? mentor : mentee;
	return how === "said"
		? as(life, member, (tx) =>
				endRelationship(tx, id, { by: member, today: on }),
			)
		: as(life, { process: "housekeeping" }, (tx) =>
				relationshipsLeaving.left(tx, member),
			);
}

function zonesOf(database: Database): Promise<ReadonlyMap<string, string>> {
	return transact(
		database,
		{ actor: { kind: "process", process: "demonstration" }, access: "read" },
		async (tx) => {
			const rows = await tx
				.selectFrom("person")
				.select(["id", "time_zone as zone"])
				.execute();
			return new Map(
				rows.flatMap(({ id, zone }) => (zone === null ? [] : [[id, zone]])),
			);
		},
	);
}

/** At eight, UTC. */
export function morningOf(date: string): number {
	return Temporal.PlainDate.from(date).toZonedDateTime({
		timeZone: "UTC",
		plainTime: { hour: 8 },
	}).epochMilliseconds;
}
