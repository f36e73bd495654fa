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
};

export type WaitingQuery = (
	db: Db,
	visitor: Visitor,
) => Promise<readonly Waiting[]>;
