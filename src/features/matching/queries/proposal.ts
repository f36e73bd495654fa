import type { Facts } from "../../../domain/programs/rule.ts";
import type { Db } from "../../../platform/database/database.ts";
import { NotFound } from "../../../platform/http/refusal.ts";
import { actingAs } from "../../programs/acting.ts";
import { loadPersonFacts } from "../../programs/queries/person-facts.ts";
import { inCommon, soughtAndOffered } from "../why.ts";
import { answerOf } from "./answer.ts";
import { isId } from "./rounds.ts";
import { competencyNames } from "./words.ts";

export type Proposal = Awaited<ReturnType<typeof findProposal>>;

/** A proposal as one of its two sides sees it: who the other is, why the two, what this side has said. Never what the other said. */
export async function findProposal(db: Db, id: string, person: string) {
	if (!isId(id)) throw new NotFound();
	const row = await db
		.selectFrom("proposal")
		.innerJoin("round", "round.id", "proposal.round_id")
		.innerJoin("program", "program.id", "round.program_id")
		.leftJoin("relationship", "relationship.proposal_id", "proposal.id")
		.select([
			"proposal.id",
			"proposal.status",
			"proposal.mentee_id as mentee",
			"proposal.mentor_id as mentor",
			"proposal.mentor_kind as mentorKind",
			"program.id as program",
			"program.name as programName",
			"round.answer_by as answerBy",
			"proposal.replaces",
			"proposal.asked",
			"relationship.id as relationship",
		])
		.where("proposal.id", "=", id)
		.where("proposal.status", "<>", "drafted")
		.where((proposal) =>
			proposal.or([
				proposal("proposal.mentee_id", "=", person),
				proposal("proposal.mentor_id", "=", person),
			]),
		)
		.executeTakeFirst();
	if (row === undefined) throw new NotFound();
	const partner = row.mentee === person ? row.mentor : row.mentee;
	return {
		...row,
		own: row.mentee === person ? ("mentee" as const) : ("mentor" as const),
		partner: await partnerOf(db, partner),
		answer: await answerOf(db, id, person),
	};
}

/** What the directory and they themselves say about someone. */
export async function partnerOf(db: Db, id: string) {
	const row = await db
		.selectFrom("person")
		.leftJoin("profile", "profile.person_id", "person.id")
		.select([
			"person.id",
			"person.first_name as firstName",
			"person.last_name as lastName",
			"person.email",
			"person.job_title as title",
			"person.function",
			"person.unit",
			"person.location",
			"person.time_zone as timeZone",
			"person.languages",
			"profile.about",
			"profile.experience",
		])
		.where("person.id", "=", id)
		.executeTakeFirstOrThrow();
	return { ...row, name: `${row.firstName} ${row.lastName}`.trim() };
}

export type WhyYouTwo = {
	readonly sought: readonly {
		readonly name: string;
		readonly sought: number;
		readonly offered: number;
	}[];
	readonly differs: readonly {
		readonly fact: "function" | "unit" | "location";
		readonly own: string;
		readonly other: string;
	}[];
	readonly languages: readonly string[];
};

/** What speaks for the two, from what each may know of the other. Nothing that was told in confidence comes into it. */
export async function whyYouTwo(
	db: Db,
	{ mentee, mentor, own }: Pick<Proposal, "mentee" | "mentor" | "own">,
	today: string,
): Promise<WhyYouTwo> {
	const facts = await actingAs(db, "pairing", () =>
		loadPersonFacts(db, {
			today,
			people: [mentee, mentor],
			facts: new Set(["offers", "seeks"]),
		}),
	);
	const two = {
		mentee: facts.get(mentee) ?? {},
		mentor: facts.get(mentor) ?? {},
	};
	const name = await competencyNames(db);
	const [mine, theirs] =
		own === "mentee" ? [two.mentee, two.mentor] : [two.mentor, two.mentee];
	return {
		sought: soughtAndOffered(two).map(({ key, sought, offered }) => ({
			name: name(key),
			sought,
			offered,
		})),
		differs: differences(mine, theirs),
		languages: inCommon(mine["languages"], theirs["languages"]),
	};
}

/** The question the other side asked before answering; asked to be read by this one. */
export async function questionOf(
	db: Db,
	proposal: string,
	partner: string,
): Promise<string | null> {
	const said = await actingAs(db, "pairing", () =>
		answerOf(db, proposal, partner),
	);
	return said?.answer === "ask-me-more" ? said.question : null;
}

function differences(mine: Facts, theirs: Facts): WhyYouTwo["differs"] {
	return (["function", "unit", "location"] as const).flatMap((fact) => {
		const [own, other] = [mine[fact], theirs[fact]];
		return typeof own === "string" && typeof other === "string" && own !== other
			? [{ fact, own, other }]
			: [];
	});
}
