import type { Tx } from "../../platform/database/database.ts";

/**
 * What another part of Baton does when someone leaves, or comes back because it was a mistake. app.ts lists them: a reaction against the
 * order of the features is one visible line there.
 */
export type LeavingReaction = {
	/** What it will do, in one sentence, shown before it is done. */
	readonly says: () => string;
	readonly left: (tx: Tx, person: string) => Promise<void>;
	readonly returned: (tx: Tx, person: string) => Promise<void>;
};
