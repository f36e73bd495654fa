import type { Db } from "../../platform/database/database.ts";
import type { Visitor } from "../../platform/http/visit.ts";

/** Something that waits for the visitor: what, where, and about how long it takes. */
export type Waiting = {
	readonly title: string;
	/** What a mail may call it, or that its title names nobody. Without it a digest counts it and says no more. */
	readonly inMail?: string | true;
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
