import { sql } from "kysely";
import { z } from "zod";
import {
	agreementTopics,
	type AgreementTopic,
	type InForce,
	inForce,
	type OpenAcceptance,
	openAcceptances,
} from "../../domain/relationships/agreement.ts";
import type { Db } from "../../platform/database/database.ts";
import { NotFound } from "../../platform/http/refusal.ts";
import { actingAs } from "../programs/acting.ts";
import { nameOf } from "../programs/queries/programs.ts";
import { readAgreement } from "./agreement-body.ts";

export type PublishedText = Awaited<ReturnType<typeof publishedTexts>>[number];

/** Every published version of a program's texts: by topic, latest first. */
export async function publishedTexts(db: Db, program: string) {
	const rows = await db
		.selectFrom("agreement_text")
		.leftJoin("person", "person.id", "agreement_text.published_by")
		.select([
			"topic",
			"version",
			"body",
			"asks_again as asksAgain",
			"why_not_again as whyNotAgain",
			"published_at as at",
			"person.first_name as first",
			"person.last_name as last",
		])
		.where("program_id", "=", program)
		.orderBy("version", "desc")
		.execute();
	return rows
		.map(({ body, first, last, ...row }) => ({
			...row,
			text: readAgreement(body),
			by: nameOf(first, last),
		}))
		.sort(
			(one, other) =>
				agreementTopics.indexOf(one.topic) -
				agreementTopics.indexOf(other.topic),
		);
}

/** A relationship as far as its agreements go, for its members. For everyone else it is not there. */
export async function promisingPair(db: Db, id: string, person: string) {
	if (!z.uuid().safeParse(id).success) throw new NotFound();
	const row = await db
		.selectFrom("relationship")
		.innerJoin("program", "program.id", "relationship.program_id")
		.leftJoin(
			"relationship_ending as ending",
			"ending.relationship_id",
			"relationship.id",
		)
		.select([
			"relationship.id",
			"relationship.program_id as program",
			"program.name as programName",
			"relationship.member_ids as members",
			"ending.ended_at as endedAt",
		])
		.where("relationship.id", "=", id)
		.where(sql<boolean>`${person}::uuid = any (relationship.member_ids)`)
		.executeTakeFirst();
	if (row === undefined) throw new NotFound();
	const people = await db
		.selectFrom("person")
		.select(["id", "first_name", "last_name"])
		.where("id", "in", row.members)
		.execute();
	return {
		...row,
		names: new Map(
			people.map((each) => [
				each.id,
				{
					first: each.first_name,
					whole: `${each.first_name} ${each.last_name}`.trim(),
				},
			]),
		),
	};
}

export type PromisingPair = Awaited<ReturnType<typeof promisingPair>>;

/** Who accepted which version when, as the members see it. */
export function acceptancesOf(db: Db, relationship: string) {
	return db
		.selectFrom("agreement_acceptance")
		.select(["person_id as person", "topic", "version", "accepted_at as at"])
		.where("relationship_id", "=", relationship)
		.orderBy("accepted_at")
		.execute();
}

/** What is still to be accepted in a relationship, and by whom. */
export async function openAgreements(
	db: Db,
	relationship: {
		readonly id: string;
		readonly program: string;
		readonly members: readonly string[];
	},
): Promise<OpenAcceptance[]> {
	return openAcceptances(
		relationship.members,
		await textsInForce(db, relationship.program),
		await acceptancesOf(db, relationship.id),
	);
}

/**
 * Whether every member has accepted what the program asks, each for themself: before that no session takes place. Asked as a member. A
 * program that has published nothing asks nothing.
 */
export async function agreementsAccepted(
	db: Db,
	relationship: string,
): Promise<boolean> {
	const found = await db
		.selectFrom("relationship")
		.select(["id", "program_id as program", "member_ids as members"])
		.where("id", "=", relationship)
		.executeTakeFirst();
	if (found === undefined) throw new NotFound();
	return (await openAgreements(db, found)).length === 0;
}

/** Whether a program has published anything to accept. */
export async function asksForAgreements(
	db: Db,
	program: string,
): Promise<boolean> {
	return (await textsInForce(db, program)).length > 0;
}

async function textsInForce(db: Db, program: string): Promise<InForce[]> {
	const versions = await db
		.selectFrom("agreement_text")
		.select(["topic", "version", "asks_again as asksAgain"])
		.where("program_id", "=", program)
		.execute();
	return inForce(versions);
}

export type AgreementDraft = Awaited<ReturnType<typeof findDraft>>;

export async function findDraft(
	db: Db,
	program: string,
	topic: AgreementTopic,
) {
	const row = await db
		.selectFrom("agreement_draft")
		.leftJoin("person", "person.id", "agreement_draft.saved_by")
		.select([
			"body",
			"revision",
			"saved_at as at",
			"person.first_name as first",
			"person.last_name as last",
		])
		.where("program_id", "=", program)
		.where("topic", "=", topic)
		.executeTakeFirst();
	if (row === undefined) return undefined;
	const { body, first, last, ...draft } = row;
	return { ...draft, text: readAgreement(body), by: nameOf(first, last) };
}

export async function draftedTopics(
	db: Db,
	program: string,
): Promise<readonly AgreementTopic[]> {
	const rows = await db
		.selectFrom("agreement_draft")
		.select("topic")
		.where("program_id", "=", program)
		.execute();
	return rows.map(({ topic }) => topic);
}

export type AcceptanceCounts = {
	readonly running: number;
	/** In how many of them every member has accepted everything that is in force. */
	readonly complete: number;
};

/** How far the running relationships of a program are, in counts: who has not yet accepted stays between the members. */
export async function acceptanceCounts(
	db: Db,
	program: string,
): Promise<AcceptanceCounts> {
	const texts = await textsInForce(db, program);
	return actingAs(db, "agreements", async () => {
		const pairs = await runningIn(db, program);
		const rows = await db
			.selectFrom("agreement_acceptance")
			.select([
				"relationship_id as relationship",
				"person_id as person",
				"topic",
				"version",
			])
			.where(
				"relationship_id",
				"in",
				pairs.length === 0 ? [noRelationship] : pairs.map(({ id }) => id),
			)
			.execute();
		const byPair = Map.groupBy(rows, ({ relationship }) => relationship);
		const complete = pairs.filter(
			({ id, members }) =>
				openAcceptances(members, texts, byPair.get(id) ?? []).length === 0,
		);
		return { running: pairs.length, complete: complete.length };
	});
}

const noRelationship = "00000000-0000-0000-0000-000000000000";

/** The relationships that run in a program, with their members. Asks as a process that may. */
export async function runningIn(db: Db, program: string) {
	const { rows } = await sql<{ id: string; members: string[] }>`
		select id, member_ids as members from relationship
		where program_id = ${program}
			and not exists (select from relationship_ending ending where ending.relationship_id = relationship.id)
	`.execute(db);
	return rows;
}
