import type { Place } from "./json-reading.ts";
import {
	readChoice,
	readMembers,
	readText,
	readWhole,
	required,
	wrong,
} from "./json-reading.ts";
import type { CapRule } from "./policy.ts";
import { MOST_UNITS } from "./policy.ts";
import type { KnownColumns } from "./read-columns.ts";
import { readColumnName } from "./read-columns.ts";

/** Reads one cap; problems go to the place's list. */
export function readCap(place: Place, columns: KnownColumns): CapRule {
	const members = readMembers(place, ["name", "per", "column", "most"]);
	const name = required(place, members, "name");
	const per = required(place, members, "per");
	const most = required(place, members, "most");
	const column = members.get("column");
	const scope =
		per === undefined ? "program" : readChoice(per, SCOPES, "program");
	if (scope === "program" && column !== undefined)
		wrong(column, "has no meaning for a cap on the whole program", 0);
	if (scope !== "program" && column === undefined)
		wrong(place, 'needs "column"', 0);
	return {
		name: name === undefined ? "" : readText(name),
		per: scope,
		column:
			column === undefined
				? undefined
				: readColumnName(column, columns, VALUES),
		most: most === undefined ? 0 : readWhole(most, 0, LARGEST_CAP),
	};
}

const SCOPES = ["mentor", "mentors", "program"] as const;
const VALUES = ["text", "scale", "number", "date"] as const;
const LARGEST_CAP = 100 * MOST_UNITS;
