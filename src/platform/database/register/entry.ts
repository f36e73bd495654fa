// The register of processing: what every column of every table is, what for, how long, and what becomes of it when a person is erased. A table
// or column without an entry does not compile. From it follow the export and the erasure of a person, docs/processing.md and two pages.
import type { Schema } from "../schema.ts";

export type DataClass =
	/** Numbers, hashes and moments that tell nobody anything about a person. */
	| "technical"
	/** About the organisation and its programs, not about a person. */
	| "house"
	/** Who did something: an author, not the one it is about. */
	| "trace"
	/** Every colleague may read it. */
	| "directory"
	/** The person and the offices that need it. */
	| "program"
	/** The members of a relationship. */
	| "relationship"
	/** Encrypted in the browser; nobody here can read it. */
	| "sealed"
	/** Told in confidence, read by Baton alone for what was agreed. */
	| "sensitive"
	/** What proves who somebody is; shown to nobody, not even to them. */
	| "secret";

export type Purpose =
	| "directory"
	| "self-description"
	| "learning"
	| "import"
	| "pairing"
	| "program"
	| "relationship"
	| "sealing"
	| "concern"
	| "access"
	| "mail"
	| "accountability"
	| "rights"
	| "running"
	| "house";

/** How long. `person`: until the person is erased. The periods are in retention.ts. */
export type Retention =
	| "person"
	| "account"
	| "program"
	| "round"
	| "relationship"
	| "concern"
	| "sign-in"
	| "mail"
	| "import"
	| "housekeeping"
	| "journal"
	| "erasure"
	| "house";

export type Erasure =
	/** The table is about nobody. */
	| "nobody"
	/** The person's rows go. */
	| "delete"
	/** The rows stay for those they also belong to, and name "a former colleague". */
	| "keep"
	/** The rows stay, and what they say of the person is emptied. */
	| "blank"
	/** The person may be mentioned inside; the mention goes. */
	| "clear";

/** Why a person's export leaves a table out. */
export type Withheld =
	/** It would let somebody sign in, or undo what protects the person. */
	| "proof"
	/** It would tell what somebody else said in confidence. */
	| "confidence"
	/** Nothing was decided yet. */
	| "draft"
	/** A passing copy of what the export holds elsewhere. */
	| "copy";

export type Entry<Column extends string = string> = {
	/** What it is, to the person whose it is; tables about nobody need none. */
	readonly title?: () => string;
	readonly purpose: Purpose;
	readonly retention: Retention;
	/** The columns that name the person whose data a row is. None: it is about nobody. */
	readonly whose: readonly Column[];
	readonly erasure: Erasure;
	readonly withheld?: Withheld;
	readonly columns: Readonly<Record<Column, DataClass>>;
};

export type Entries<Table extends keyof Schema> = {
	readonly [Name in Table]: Entry<keyof Schema[Name] & string>;
};

export function register<Table extends keyof Schema>(
	entries: Entries<Table>,
): Entries<Table> {
	return entries;
}
