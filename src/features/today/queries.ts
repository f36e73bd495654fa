import type { RawBuilder } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Visitor } from "../../platform/http/visit.ts";

/** Something that waits for the visitor: what, where, and about how long it takes. */
export type Waiting = {
	readonly title: string;
	/** What a mail may call it, or that its title names nobody. Without it a digest counts it and says no more. */
	readonly inMail?: string | true;
	/** Where a mail leads in place of `href`: an unsigned link (platform/links), below the installation's own address, that does it without signing in. */
	readonly linkInMail?: string;
	readonly detail?: string;
	readonly href: string;
	readonly label: string;
	readonly minutes: number;
	/** YYYY-MM-DD */
	readonly by?: string;
	/** Where one press is all it takes: done from Today, without another page. The first is the main one. */
	readonly answers?: readonly Answer[];
	/** No answer is hoped for more than another. */
	readonly isEven?: true;
};

export type Answer = {
	readonly label: string;
	readonly action: string;
	readonly values: Readonly<Record<string, string>>;
};

export type WaitingQuery = (
	db: Db,
	visitor: Visitor,
) => Promise<readonly Waiting[]>;

/**
 * What may wait for somebody, and for a digest how it is told cheaply that nothing does: thousands of digests are due at the same hour. Both are
 * kinds of "perhaps": they may name somebody for whom nothing is found, and never leave out one for whom something is. Whoever holds an office
 * is always asked.
 */
export type WaitingSource = {
	readonly find: WaitingQuery;
	/** For which of many people, asked in one statement as a process that reads these rows anyhow. Starts as the process `mail`. */
	readonly among?: (
		db: Db,
		people: readonly Visitor[],
	) => Promise<ReadonlySet<string>>;
	/** Where no process may read them: a condition that is asked in the person's own name, with those of all other sources in one statement. */
	readonly own?: (person: string, now: Date) => RawBuilder<boolean>;
};

/** Something that goes on and needs nothing of the visitor now: stands beneath what waits, so that Today is worth having on a day without. */
export type Underway = {
	readonly title: string;
	readonly detail: string;
	readonly href: string;
};

export type UnderwayQuery = (
	db: Db,
	visitor: Visitor,
) => Promise<readonly Underway[]>;
