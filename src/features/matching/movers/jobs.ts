import { sql } from "kysely";
import {
	type Database,
	transact,
	type Tx,
} from "../../../platform/database/database.ts";
import { addJob, type Job } from "../../../platform/jobs/jobs.ts";
import { pairOnThread } from "../pairing-thread.ts";
import type { PairingInput } from "../pairing.ts";
import { organisationDay } from "../queries/run-input.ts";
import { gather, watchedPrograms } from "./gather.ts";
import { type Suggestions, storeFindings } from "./store.ts";

/** Looks at the pairs of all programs: every morning, and whenever something about people has changed (features/people/changed.ts). */
export const moverJobs: readonly Job[] = [
	{
		name: "check-pairs",
		run: async (_payload, database) => {
			const { programs, today } = await as(database, async (tx) => ({
				programs: await watchedPrograms(tx),
				today: await organisationDay(tx),
			}));
			for (const watched of programs) {
				const found = await as(database, (tx) => gather(tx, watched, today));
				const suggestions = new Map([
					...(await suggest(found.input)),
					...(await suggest(found.waiting)),
				]);
				await as(database, (tx) =>
					storeFindings(tx, watched.program, found.findings, suggestions),
				);
			}
			if (programs.length > 0) await as(database, checkTomorrow);
		},
	},
];

/** The next look, tomorrow at six where the organisation is; asked for twice it is one look. */
export async function checkTomorrow(tx: Tx): Promise<void> {
	const { at } = await tx
		.selectFrom("organisation")
		.select(
			sql<Date>`(((now() at time zone time_zone)::date + 1)::timestamp + interval '6 hours') at time zone time_zone`.as(
				"at",
			),
		)
		.executeTakeFirstOrThrow();
	await addJob(tx, "check-pairs", {}, { key: "check-pairs-daily", runAt: at });
}

async function suggest(input: PairingInput | undefined): Promise<Suggestions> {
	if (input === undefined) return new Map();
	const found = await pairOnThread({
		input: { ...input, isAlone: true },
		signal: new AbortController().signal,
		onStep: async () => {},
	});
	if (!found.ok) return new Map();
	return new Map(
		found.pairs.map(({ mentee, mentor, alternatives }) => [
			mentee,
			[
				...new Set([mentor, ...alternatives.map((other) => other.mentor)]),
			].slice(0, 3),
		]),
	);
}

function as<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
	return transact(
		database,
		{ actor: { kind: "process", process: "pairing" }, access: "write" },
		work,
	);
}
