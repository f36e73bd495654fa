import type { Db } from "../../../platform/database/database.ts";
import { actingAs } from "../../programs/acting.ts";
import type { PolicyDocument } from "../policy-document.ts";
import { participants } from "./participants.ts";

/** Who could be paired now: people and places, nothing about anyone. */
export type Readiness = {
	readonly mentors: number;
	readonly places: number;
	readonly mentees: number;
	readonly needed: number;
};

export async function readiness(
	db: Db,
	round: {
		readonly program: string;
		readonly id: string | null;
		readonly policy?: PolicyDocument;
	},
	today: string,
): Promise<Readiness> {
	const people = await actingAs(db, "pairing", () =>
		participants(db, { ...round, id: round.id ?? NO_ROUND }, today),
	);
	const of = (side: "mentor" | "mentee") =>
		people.filter((one) => one.side === side && one.units > 0);
	const sum = (side: "mentor" | "mentee") =>
		of(side).reduce((total, { units }) => total + units, 0);
	return {
		mentors: of("mentor").length,
		places: sum("mentor"),
		mentees: of("mentee").length,
		needed: sum("mentee"),
	};
}

const NO_ROUND = "00000000-0000-0000-0000-000000000000";
