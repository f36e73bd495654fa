// The time of a dry run. It goes on in quarters of an hour and stops only where somebody does something or a job is due. Between two moments that
// concern everybody, what people do goes on in lanes, each at a time of its own: what one lane does at ten needs not wait for what another does at
// nine. This is the conservative way of simulating in parallel (Chandy, Misra: Distributed Simulation, 1979): a lane never passes the next moment.
import { AsyncLocalStorage } from "node:async_hooks";
import type { Database } from "../../platform/database/database.ts";
import type { Job, Payload } from "../../platform/jobs/jobs.ts";
import { type Act, type Timetable, makeTimetable } from "./timetable.ts";
import { type Deed, deedsOf, type Next, takeDue } from "./due-jobs.ts";

export const quarter = 15 * 60_000;

export type Clockwork = {
	/** Milliseconds since 1970: of the lane that asks, or of the moment. */
	readonly now: () => number;
	/**
	 * Asks for something at a time, after everything before it in the same lane: what concerns one mentor is one lane, so that the outcome is always
	 * the same. What lies behind is done at the next stop.
	 */
	readonly at: (time: number, lane: string, act: () => Promise<void>) => void;
	/** Asks for something that concerns everybody: all before it is over, and nothing goes on beside it but what is asked for the same time. */
	readonly moment: (time: number, act: () => Promise<void>) => void;
	readonly run: (going: Going) => Promise<void>;
};

export type Going = {
	/** Where jobs wait: the simulated database. */
	readonly database: Database;
	readonly jobs: readonly Job[];
	/** Hears of each job that was worked. */
	readonly worked: (name: string, payload: Payload) => void;
	readonly progress: (share: number) => void;
};

/** How many things go on at once: more than one connection's worth of waiting, less than the pool. */
const lanesAtOnce = 6;

/** How many stops lanes may be apart: few enough that what somebody hears late is late by no more than that. */
const stopsApart = 16;

export function makeClockwork(from: number, until: number): Clockwork {
	const lanes = makeTimetable();
	const moments = makeTimetable();
	const own = new AsyncLocalStorage<number>();
	const count = Math.ceil((until - from) / quarter);
	let reached = from;
	const now = () => own.getStore() ?? reached;
	const stopOf = (time: number) =>
		Math.max(0, Math.ceil((time - from) / quarter));
	const timeOf = (stop: number) => from + stop * quarter;
	const ask = (timetable: Timetable, time: number, act: Act) => {
		const stop =
			time <= now() ? Math.floor((now() - from) / quarter) + 1 : stopOf(time);
		if (stop < count) timetable.add(stop, act);
	};
	const inOwnTime = ({ time, act }: Deed) => own.run(time, act);

	async function workDue(before: number, { database, jobs, worked }: Going) {
		const known = new Map(jobs.map((job) => [job.name, job]));
		for (;;) {
			const { due, next } = await takeDue(database, timeOf(before - 1));
			if (due.length === 0) return next;
			const deeds = deedsOf(due, {
				database,
				jobs: known,
				worked,
				timeOf: ({ runAt }) => timeOf(stopOf(runAt)),
			});
			await inLanes(deeds, inOwnTime);
		}
	}

	/** What lanes and jobs have to do before a stop: of each lane the next thing, then the jobs that follow of it, until nothing is left. */
	async function pass(before: number, going: Going): Promise<Next> {
		for (;;) {
			const acts = [...moments.take(before), ...lanes.take(before)];
			await inLanes(
				acts.map(({ stop, ...each }) => ({ ...each, time: timeOf(stop) })),
				inOwnTime,
			);
			const next = await workDue(before, going);
			if (Math.min(moments.next(), lanes.next()) >= before) return next;
		}
	}

	return {
		now,
		at: (time, lane, act) => ask(lanes, time, { lane, act }),
		moment: (time, act) => ask(moments, time, { lane: "everybody", act }),
		async run(going) {
			let next: Next = { any: from, common: from };
			for (;;) {
				const moment = Math.min(moments.next(), stopOf(next.common));
				const stop = Math.min(moment, lanes.next(), stopOf(next.any));
				if (stop >= count) break;
				const before =
					stop === moment ? stop + 1 : Math.min(moment, stop + stopsApart);
				reached = timeOf(stop);
				next = await pass(before, going);
				going.progress(Math.min(before, count) / count);
			}
		},
	};
}

/** Each lane in its order, some lanes at once. */
async function inLanes(
	deeds: readonly Deed[],
	act: (deed: Deed) => Promise<void>,
): Promise<void> {
	const inOrder = deeds.toSorted((one, other) => one.time - other.time);
	const lanes = [...Map.groupBy(inOrder, ({ lane }) => lane).values()];
	let next = 0;
	const worker = async () => {
		for (let lane = lanes[next++]; lane !== undefined; lane = lanes[next++])
			for (const deed of lane) await act(deed);
	};
	await Promise.all(Array.from({ length: lanesAtOnce }, worker));
}
