import type { Schema } from "../schema.ts";
import { access } from "./access.ts";
import { calendar } from "./calendar.ts";
import { concerns } from "./concerns.ts";
import { type DataClass, type Entries, type Entry } from "./entry.ts";
import { files } from "./files.ts";
import { learning } from "./learning.ts";
import { pairing } from "./pairing.ts";
import { people } from "./people.ts";
import { programs } from "./programs.ts";
import { proposals } from "./proposals.ts";
import { recovery } from "./recovery.ts";
import { circles } from "./circles.ts";
import { relationships } from "./relationships.ts";
import { running } from "./running.ts";
import { sessions } from "./sessions.ts";

// A table missing here, or a column missing in its entry, is an error of the compiler that names it: add a line to one of these files.
const entries: Entries<keyof Schema> = {
	...people,
	...files,
	...access,
	...running,
	...programs,
	...pairing,
	...proposals,
	...relationships,
	...circles,
	...concerns,
	...sessions,
	...learning,
	...calendar,
	...recovery,
};

export type RegisterRow = Entry & { readonly table: string };

/** Every table, by name. */
export const processing: readonly RegisterRow[] = Object.entries<Entry>(entries)
	.map(([table, entry]) => ({ table, ...entry }))
	.toSorted((one, other) => (one.table < other.table ? -1 : 1));

/** The tables that hold somebody's data. */
export const personal: readonly RegisterRow[] = processing.filter(
	({ whose }) => whose.length > 0,
);

const ofPersons: readonly DataClass[] = [
	"directory",
	"program",
	"relationship",
	"sealed",
	"sensitive",
	"secret",
];

export function saysSomethingOfPersons(entry: Entry): boolean {
	return Object.values(entry.columns).some((each) => ofPersons.includes(each));
}
