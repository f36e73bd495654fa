import {
	couldBePromoted,
	type Places,
} from "../../../domain/programs/places.ts";
import type { Side } from "../../../domain/programs/enrolment.ts";
import type { Db } from "../../../platform/database/database.ts";
import { adoptedRules } from "./eligibility.ts";
import { placesIn, type StatusCounts, statusCounts } from "./enrolments.ts";
import { lotteryStage } from "./lottery.ts";
import { latestRound } from "./programs.ts";

/** The way of a program, in order. The first that is not done is what it needs next. */
export const programSteps = [
	"charter",
	"eligibility",
	"invite",
	"pair",
	"publish",
] as const;
export type ProgramStep = (typeof programSteps)[number];

export type Overview = {
	readonly counts: StatusCounts;
	readonly places: Places;
	readonly done: ReadonlySet<ProgramStep>;
	readonly next: ProgramStep | undefined;
	readonly missingRules: readonly Side[];
	readonly toDecide: number;
	readonly couldBePromoted: number;
	/** A draw waits for the public text that was promised. */
	readonly awaitsBeacon: boolean;
};

/** Where a program stands, for those who run it. */
export async function overviewOf(
	db: Db,
	program: string,
	today: string,
): Promise<Overview> {
	const counts = await statusCounts(db, program);
	const places = await placesIn(db, program, today);
	const rules = await adoptedRules(db, program);
	const round = await latestRound(db, program);
	const stage = await lotteryStage(db, program);
	// Until the draw, mentees who ask or wait are on its list: nobody decides about them.
	const isToBeDrawn = stage === "open" || stage === "closed";
	const missingRules = (["mentor", "mentee"] as const).filter(
		(side) => rules[side] === undefined,
	);
	const bothSidesCame =
		(counts.mentor.enrolled ?? 0) > 0 && (counts.mentee.enrolled ?? 0) > 0;
	const isDone: Readonly<Record<ProgramStep, boolean>> = {
		charter: true,
		eligibility: missingRules.length === 0,
		invite: bothSidesCame,
		pair: round !== undefined && round.status !== "draft",
		publish: places.isPaired,
	};
	const sum = (status: "applied" | "nominated") =>
		(counts.mentor[status] ?? 0) +
		(isToBeDrawn && status === "applied" ? 0 : (counts.mentee[status] ?? 0));
	return {
		counts,
		places,
		missingRules,
		done: new Set(programSteps.filter((step) => isDone[step])),
		// A cohort that came with a file needs no rules to go on.
		next: bothSidesCame
			? programSteps.find((step) => step !== "eligibility" && !isDone[step])
			: programSteps.find((step) => !isDone[step]),
		toDecide: sum("applied") + sum("nominated"),
		couldBePromoted: isToBeDrawn ? 0 : couldBePromoted(places),
		awaitsBeacon: stage === "closed",
	};
}
