// A program's year in advance: the commands and jobs that everybody's presses work, by people who are made up, at a time that is made up, in a
// database that is thrown away. Mails are written and delivered, to nobody. What is left out mails nobody and moves no date: `leftOut`.
import { Temporal } from "temporal-polyfill";
import { nextDigest, usualTimes } from "../../domain/mail/times.ts";
import {
	openSimulated,
	type Simulated,
} from "../../platform/database/simulated.ts";
import type { Job } from "../../platform/jobs/jobs.ts";
import { daysToAccept, planArrivals } from "./arrivals.ts";
import { makeClockwork } from "./clockwork.ts";
import { findingsOf } from "./findings.ts";
import type { Findings } from "./findings-kept.ts";
import { type Plan, writeMadeUpProgram } from "./made-up-program.ts";
import { answerProposedDates, hearOfSession } from "./invited.ts";
import { planRounds } from "./rounds.ts";
import { day, type Stage } from "./stage.ts";

/** Jobs that mail nobody and move no date: prices and audits of rounds, looking for better pairs, reading calendars that nobody has. */
const leftOut = new Set([
	"check-pairs",
	"price-pairs",
	"audit-round",
	"guard-round",
	"plan-other-aims",
	"read-calendars",
]);

export type Simulating = {
	readonly plan: Plan;
	/** An empty database of its own, with its owner. */
	readonly simulated: Simulated;
	readonly jobs: readonly Job[];
	readonly origin: string;
	readonly progress: (share: number) => void;
};

/** Goes through the year, and says what was to be seen. */
export async function simulate({
	plan,
	simulated,
	jobs,
	origin,
	progress,
}: Simulating): Promise<Findings> {
	const start = Temporal.PlainDate.from(plan.startsOn).toZonedDateTime({
		timeZone: plan.organisationZone,
		plainTime: { hour: 9 },
	});
	const startsAt = start.epochMilliseconds;
	const endsAt = start.add({ months: plan.months }).epochMilliseconds;
	const clockwork = makeClockwork(startsAt - day / 4, endsAt);
	const opened = await openSimulated(
		simulated,
		() => new Date(clockwork.now()),
	);
	const { database } = opened;
	try {
		const cast = await writeMadeUpProgram(simulated.owner, plan);
		const stage: Stage = {
			seed: plan.seed,
			plan,
			cast,
			database,
			clockwork,
			origin,
			tally: new Map(),
			words: () => ({ decided: "Dry run", keeping: "", promise: "Dry run" }),
		};
		planArrivals(stage, startsAt);
		planRounds(stage, startsAt + (daysToAccept + 2) * day);
		planNights(stage, jobs, { startsAt, endsAt });
		planDigests(stage, jobs, { startsAt, endsAt });
		await clockwork.run({
			database,
			jobs: jobs.filter(({ name }) => !leftOut.has(name)),
			worked: (name, payload) => hearOfSession(stage, name, payload),
			progress,
		});
		return await findingsOf(stage, simulated.owner, { startsAt, endsAt });
	} finally {
		await opened.close();
	}
}

type Term = { readonly startsAt: number; readonly endsAt: number };

/** At 03:20 UTC, as the job itself says. */
function planNights(
	stage: Stage,
	jobs: readonly Job[],
	{ startsAt, endsAt }: Term,
): void {
	const extend = jobNamed(jobs, "extend-series");
	// On Tuesdays, some hours earlier than in life.
	const pulse = jobNamed(jobs, "ask-pulse");
	const first = Math.floor(startsAt / day) * day + day + 200 * 60_000;
	for (let at = first; at < endsAt; at += day)
		stage.clockwork.moment(at, async () => {
			await extend.run({}, stage.database);
			if (new Date(at).getUTCDay() === 2) await pulse.run({}, stage.database);
			await answerProposedDates(stage);
		});
}

/** Looked for every quarter of an hour in life; here at those at which somebody's digest is due. */
function planDigests(
	stage: Stage,
	jobs: readonly Job[],
	{ startsAt, endsAt }: Term,
): void {
	const look = jobNamed(jobs, "plan-digests");
	const zones = new Set(
		[...stage.cast.people.values()].map(({ zone }) => zone),
	);
	const moments = new Set<number>();
	for (const zone of zones) {
		let after = Temporal.Instant.fromEpochMilliseconds(startsAt);
		for (;;) {
			const next = nextDigest(usualTimes, zone, after);
			if (next === undefined || next.epochMilliseconds > endsAt) break;
			moments.add(next.epochMilliseconds);
			after = next;
		}
	}
	for (const at of moments)
		stage.clockwork.moment(at, () => look.run({}, stage.database));
}

function jobNamed(jobs: readonly Job[], name: string): Job {
	const found = jobs.find((job) => job.name === name);
	if (found === undefined) throw new Error(`there is no job ${name}`);
	return found;
}
