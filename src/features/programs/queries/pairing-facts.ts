import { generationOf } from "../../../domain/people/generation.ts";
import type { Facts } from "../../../domain/programs/rule.ts";
import { styleProfile } from "../../../domain/style/profile.ts";
import {
	type StyleAnswers,
	styleChoices,
	styleQuestions,
} from "../../../domain/style/questions.ts";
import type { Db } from "../../../platform/database/database.ts";
import { anyOf } from "./person-facts.ts";

/**
 * What pairing alone may know, by person: communication style, wishes, blocks in both directions, past partners, and the generation of those who
 * agreed to its use. Must run as the process `pairing`: for anyone else the rows are not there. To be laid over `loadPersonFacts`.
 */
export async function loadPairingFacts(
	db: Db,
	program: string,
	people: readonly string[],
): Promise<ReadonlyMap<string, Facts>> {
	const styles = await stylesOf(db, people);
	const generations = await generationsOf(db, people);
	const wishes = await wishesOf(db, program);
	const blocked = await blocksOf(db, program);
	const past = await pastPartners(db, people);
	return new Map(
		people.map((person) => [
			person,
			{
				style: styles.get(person) ?? {},
				generation: generations.get(person),
				wishes: wishes.get(person) ?? [],
				blocked: blocked.get(person) ?? [],
				past: past.get(person) ?? [],
			} satisfies Facts,
		]),
	);
}

async function stylesOf(db: Db, people: readonly string[]) {
	const rows = await db
		.selectFrom("style_answer")
		.select(["person_id", "question", "answer"])
		.where("person_id", "=", anyOf(people))
		.execute();
	const answers = new Map<string, Record<string, number>>();
	for (const { person_id, question, answer } of rows) {
		const own = answers.get(person_id) ?? {};
		own[question] = answer;
		answers.set(person_id, own);
	}
	return new Map(
		[...answers].map(([person, own]) => [
			person,
			styleProfile(readAnswers(own)),
		]),
	);
}

function readAnswers(answers: Readonly<Record<string, number>>): StyleAnswers {
	return Object.fromEntries(
		styleQuestions.flatMap(({ key }) => {
			const choice = styleChoices.find((each) => each === answers[key]);
			return choice === undefined ? [] : [[key, choice]];
		}),
	);
}

// The policy gives pairing only declared facts whose owner agreed.
async function generationsOf(db: Db, people: readonly string[]) {
	const rows = await db
		.selectFrom("sensitive_fact")
		.select(["person_id", "declared"])
		.where("fact", "=", "birthYear")
		.where("pairing_agreed_at", "is not", null)
		.where("person_id", "=", anyOf(people))
		.execute();
	return new Map(
		rows.flatMap(({ person_id, declared }) => {
			const year = /^\d{4}/.exec(declared ?? "")?.[0];
			return year === undefined
				? []
				: [[person_id, generationOf(Number(year))] as const];
		}),
	);
}

async function wishesOf(db: Db, program: string) {
	const rows = await db
		.selectFrom("wish")
		.select(["person_id", "wished_id"])
		.where("program_id", "=", program)
		.orderBy("wished_id")
		.execute();
	return collect(rows.map((row) => [row.person_id, row.wished_id]));
}

async function blocksOf(db: Db, program: string) {
	const rows = await db
		.selectFrom("blocked_pair")
		.select(["person_id", "other_id"])
		.where("program_id", "=", program)
		.orderBy("person_id")
		.orderBy("other_id")
		.execute();
	return collect(
		rows.flatMap(({ person_id, other_id }) => [
			[person_id, other_id],
			[other_id, person_id],
		]),
	);
}

async function pastPartners(db: Db, people: readonly string[]) {
	const rows = await db
		.selectFrom("relationship_member as one")
		.innerJoin("relationship_member as other", (join) =>
			join
				.onRef("other.relationship_id", "=", "one.relationship_id")
				.onRef("other.person_id", "<>", "one.person_id"),
		)
		.innerJoin("relationship", "relationship.id", "one.relationship_id")
		.select(["one.person_id", "other.person_id as partner"])
		.distinct()
		.where("relationship.kind", "<>", "circle")
		.where("one.person_id", "=", anyOf(people))
		.orderBy("partner")
		.execute();
	return collect(rows.map((row) => [row.person_id, row.partner]));
}

function collect(
	pairs: readonly (readonly [string, string])[],
): Map<string, string[]> {
	const lists = new Map<string, string[]>();
	for (const [person, other] of pairs) {
		const list = lists.get(person);
		if (list === undefined) lists.set(person, [other]);
		else if (!list.includes(other)) list.push(other);
	}
	return lists;
}
