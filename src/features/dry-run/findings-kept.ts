import { z } from "zod";
import { healthStates } from "../../domain/relationships/health.ts";

const count = z.number();

const Week = z.object({
	from: z.string(),
	mails: z.object({
		account: count.optional(),
		requests: count.optional(),
		reminders: count.optional(),
		sessions: count.optional(),
		news: count.optional(),
		digest: count.optional(),
	}),
	most: count,
	overLimit: count,
	held: count,
	calledOff: count,
	missed: count,
	open: count,
	moved: count,
	waiting: count,
	places: count,
	running: count,
});

const Kept = z.object({
	weeks: z.array(Week),
	mentors: count,
	mentees: count,
	mails: count,
	mailsByKind: z.record(z.string(), count),
	mailsAWeek: z.object({ mean: count, most: count, limit: count, over: count }),
	broken: z.object({
		doubleBookings: count,
		overCapacity: count,
		unsentMails: count,
		sameMailTwice: count,
	}),
	mentorsRunOut: z.string().nullable(),
	health: z.array(
		z.object({ state: z.enum(healthStates), count: count.nullable() }),
	),
	unansweredProposals: count,
	noCommonTime: count,
	overtaken: count,
	openPromises: count,
});

/** What was to be seen in a year. */
export type Findings = z.infer<typeof Kept>;
export type Week = z.infer<typeof Week>;

export function sum(
	weeks: readonly Week[],
	count: (week: Week) => number,
): number {
	return weeks.reduce((all, week) => all + count(week), 0);
}

/** The findings as they are kept. */
export function readFindings(stored: unknown): Findings {
	return Kept.parse(stored);
}
