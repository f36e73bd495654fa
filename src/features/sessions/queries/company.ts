import { charterRhythm, type Rhythm } from "../../../domain/sessions/rhythm.ts";
import {
	formatsOf,
	minutesWithin,
	type SessionFormat,
	shapeOf,
} from "../../../domain/sessions/formats.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Company } from "../../relationships/company-queries.ts";
import { findProgram } from "../../programs/queries/programs.ts";

export type Habit = {
	readonly rhythm: Rhythm;
	readonly minutes: number;
	readonly format: SessionFormat;
	/** Undefined until a first date was taken. */
	readonly series:
		| {
				readonly anchor: string;
				readonly wallTime: string;
				readonly zone: string;
		  }
		| undefined;
	readonly revision: number;
	/** Whether the members chose it; until then it is what the program recommends. */
	readonly isChosen: boolean;
};

/** How the members meet: what they chose, or what their program's charter recommends. */
export async function habitOf(
	db: Db,
	{ id, kind, program }: Pick<Company, "id" | "kind" | "program">,
): Promise<Habit> {
	const row = await db
		.selectFrom("cadence")
		.selectAll()
		.where("relationship_id", "=", id)
		.executeTakeFirst();
	if (row !== undefined) return habitIn(row);
	const charter = (await findProgram(db, program))?.charter;
	const [format = "one-to-one"] = formatsOf(kind);
	const wished =
		kind === "circle" || kind === "shadowing"
			? shapeOf(format).minutes.usual
			: (charter?.sessionMinutes ?? shapeOf(format).minutes.usual);
	return {
		rhythm:
			kind === "flash"
				? { unit: "own" }
				: charterRhythm(charter?.cadence ?? "month"),
		minutes: minutesWithin(format, wished),
		format,
		series: undefined,
		revision: 0,
		isChosen: false,
	};
}

export function habitIn(row: {
	readonly unit: "week" | "month" | "own";
	readonly every: number;
	readonly month_by: "weekday" | "day";
	readonly anchor: string | null;
	readonly wall_time: string | null;
	readonly zone: string | null;
	readonly minutes: number;
	readonly format: SessionFormat;
	readonly revision: number;
}): Habit {
	const { unit, every, anchor, wall_time: wallTime, zone } = row;
	return {
		rhythm:
			unit === "own"
				? { unit }
				: unit === "week"
					? { unit, every }
					: { unit, every, by: row.month_by },
		minutes: row.minutes,
		format: row.format,
		series:
			anchor === null || wallTime === null || zone === null
				? undefined
				: { anchor, wallTime, zone },
		revision: row.revision,
		isChosen: true,
	};
}
