import { z } from "zod";
import { type Db, vaultOf } from "../../platform/database/database.ts";
import { NotFound } from "../../platform/http/refusal.ts";

export type Goal = Awaited<ReturnType<typeof goalsOf>>[number];
export type Milestone = Goal["milestones"][number];

/** What the members of a relationship want to reach: what is open first, then what was settled, the latest first. For its members alone. */
export async function goalsOf(db: Db, relationship: string) {
	const rows = await goalRows(db)
		.where("goal.relationship_id", "=", relationship)
		.orderBy("goal.settled_at", (order) => order.desc().nullsFirst())
		.orderBy("goal.set_at")
		.execute();
	const milestones = await db
		.selectFrom("milestone")
		.select(["id", "goal_id as goal", "words", "reached_at as reachedAt"])
		.where("relationship_id", "=", relationship)
		.orderBy("place")
		.execute();
	return rows.map((row) => ({
		...opened(db, row),
		milestones: milestones
			.filter(({ goal }) => goal === row.id)
			.map((milestone) => ({
				...milestone,
				words: vaultOf(db).open(
					"milestone.words",
					[milestone.id],
					milestone.words,
				),
			})),
	}));
}

/** One goal, for the person whose it is. For everyone else it is not there to be changed. */
export async function findOwnGoal(db: Db, id: string, person: string) {
	if (!z.uuid().safeParse(id).success) throw new NotFound();
	const row = await goalRows(db)
		.where("goal.id", "=", id)
		.where("goal.person_id", "=", person)
		.executeTakeFirst();
	if (row === undefined) throw new NotFound();
	return opened(db, row);
}

/** Open goals of a relationship, with what is next on the way to each: what an agenda may take up. */
export async function goalsInWork(db: Db, relationship: string) {
	const goals = await goalsOf(db, relationship);
	return goals
		.filter(({ state }) => state === "open")
		.map(({ milestones, ...goal }) => ({
			...goal,
			next: milestones.find(({ reachedAt }) => reachedAt === null)?.words,
		}));
}

function goalRows(db: Db) {
	return db
		.selectFrom("goal")
		.innerJoin("person", "person.id", "goal.person_id")
		.leftJoin("competency", "competency.id", "goal.competency_id")
		.select([
			"goal.id",
			"goal.relationship_id as relationship",
			"goal.person_id as person",
			"person.first_name as personName",
			"goal.competency_id as competency",
			"competency.name as competencyName",
			"goal.aim",
			"goal.challenge",
			"goal.review_on as reviewOn",
			"goal.state",
			"goal.revision",
			"goal.settled_at as settledAt",
		]);
}

type Row = Awaited<ReturnType<ReturnType<typeof goalRows>["execute"]>>[number];

function opened(db: Db, row: Row) {
	const vault = vaultOf(db);
	return {
		...row,
		aim: vault.open("goal.aim", [row.id], row.aim),
		challenge: vault.open("goal.challenge", [row.id], row.challenge),
	};
}
