import type { ZodType } from "zod";
import type { FormState } from "../../ui/form.tsx";
import type { Db } from "../database/database.ts";
import type { Guard } from "./guard.ts";
import { parseForm } from "./form-input.ts";
import type { Turns } from "./turns.ts";
import type { Reply, Visit, Writing } from "./visit.ts";

type Answer = Promise<Reply> | Reply;

/** A route cannot be written without saying who may open it and, for docs/access.md, what it is for. */
type Door = {
	readonly allow: Guard;
	readonly what: string;
	/** For what costs so much that only a few may do it at once; its turn comes before its transaction opens. */
	readonly inTurn?: Turns;
};

export type PageRoute = Door & {
	readonly kind: "page";
	readonly path: string;
	/** Reads of other people's records by office holders go to the journal: such a page's transaction may write. */
	readonly isJournalled: boolean;
	readonly answer: (visit: Visit, writing: Writing) => Answer;
};

export type ActionRoute = Door & {
	readonly kind: "action";
	readonly path: string;
	readonly maxBytes: number;
	/** Preferences of a browser are no act in the sense of the journal. */
	readonly isJournalled: boolean;
	/** What lets it act is a secret in its address, and doing it twice changes nothing: it may come from a mail program, RFC 8058. */
	readonly isKeyless: boolean;
	readonly answer: (visit: Writing, typed: unknown) => Answer;
	/** The form once more, with what was typed and what is wrong. */
	readonly again: ((visit: Visit, state: FormState) => Answer) | undefined;
};

export type StreamRoute = Door & {
	readonly kind: "stream";
	readonly path: string;
	readonly follow: (
		visit: Visit,
		look: Look,
		heard: Heard,
	) => AsyncIterable<unknown>;
};

/** A stream holds no transaction: each look at the database is a short one of its own. */
export type Look = <T>(work: (db: Db) => Promise<T>) => Promise<T>;

/** Resolves when somebody told that the topic changed (notifications.ts), or after some seconds. Ask before looking, await after. */
export type Heard = (topic: string) => Promise<void>;

export type Route = PageRoute | ActionRoute | StreamRoute;

/** A page (or a file to download) that only reads. */
export function page<Path extends string>(
	path: Path,
	door: Door & { readonly show: (visit: Visit<Path>) => Answer },
): Route {
	return {
		...door,
		kind: "page",
		path,
		isJournalled: false,
		answer: (visit) => door.show(visit as Visit<Path>),
	};
}

/** A page that shows an office holder somebody's record: it reads, and writes down that it was read. */
export function journalledPage<Path extends string>(
	path: Path,
	door: Door & { readonly show: (visit: Writing<Path>) => Answer },
): Route {
	return {
		...door,
		kind: "page",
		path,
		isJournalled: true,
		answer: (_, writing) => door.show(writing as Writing<Path>),
	};
}

/** What a form does. `form` turns what was typed into input; what it refuses comes back through `again`. */
export function action<Path extends string, Input>(
	path: Path,
	door: Door & {
		readonly form: ZodType<Input>;
		readonly act: (visit: Writing<Path>, input: Input) => Answer;
		readonly again?: (visit: Visit<Path>, state: FormState) => Answer;
		readonly maxBytes?: number;
		readonly isJournalled?: boolean;
		readonly isKeyless?: boolean;
	},
): Route {
	const { again } = door;
	return {
		...door,
		kind: "action",
		path,
		maxBytes: door.maxBytes ?? 1_000_000,
		isJournalled: door.isJournalled ?? true,
		isKeyless: door.isKeyless ?? false,
		answer: (visit, typed) =>
			door.act(visit as Writing<Path>, parseForm(door.form, typed)),
		again: again && ((visit, state) => again(visit as Visit<Path>, state)),
	};
}

/** Server-sent events. */
export function stream<Path extends string>(
	path: Path,
	door: Door & {
		readonly follow: (
			visit: Visit<Path>,
			look: Look,
			heard: Heard,
		) => AsyncIterable<unknown>;
	},
): Route {
	return {
		...door,
		kind: "stream",
		path,
		follow: (visit, look, heard) =>
			door.follow(visit as Visit<Path>, look, heard),
	};
}
