import {
	type Actor,
	type Database,
	type Process,
	transact,
	type Tx,
} from "../../platform/database/database.ts";
import type { Payload } from "../../platform/jobs/jobs.ts";
import type { Clockwork } from "./clockwork.ts";
import type { MadeUpPerson, MadeUpProgram, Plan } from "./made-up-program.ts";

/** Where made-up people act: a database with a time of its own. */
export type Life = {
	/** What becomes of everything is drawn from it. */
	readonly seed: number;
	readonly database: Database;
	readonly clockwork: Clockwork;
	/** What could not be done as somebody wanted, by what it was. */
	readonly tally: Map<Setback, number>;
	/** What somebody writes up of a session: of the pair by this name, beginning then (milliseconds since 1970). */
	readonly words: (pair: string, startsAt: number) => Words;
};

export type Words = {
	readonly decided: string;
	readonly keeping: string;
	readonly promise: string;
};

/** A program gone through from its first day. */
export type Stage = Life & {
	readonly plan: Plan;
	readonly cast: MadeUpProgram;
	readonly origin: string;
};

export type Setback =
	/** No time within three weeks suits both. */
	| "no-common-time"
	/** Somebody was quicker: an answer to what was settled, a time that was taken. */
	| "overtaken";

export const hour = 3_600_000;
export const day = 24 * hour;

/** One transaction as one of the made-up people, or as a process. */
export function as<T>(
	{ database }: Life,
	who: string | { readonly process: Process },
	work: (tx: Tx) => Promise<T>,
): Promise<T> {
	const actor: Actor =
		typeof who === "string"
			? { kind: "person", person: who }
			: { kind: "process", ...who };
	return transact(database, { actor, access: "write" }, work);
}

export function note({ tally }: Life, setback: Setback): void {
	tally.set(setback, (tally.get(setback) ?? 0) + 1);
}

export function personOf({ cast }: Stage, id: string): MadeUpPerson {
	const found = cast.people.get(id);
	if (found === undefined) throw new Error(`nobody is made up as ${id}`);
	return found;
}

/** Something that hears of each job that was worked. */
export type Listener = (name: string, payload: Payload) => void;
