import { sql } from "kysely";
import { z } from "zod";
import type { ConcernSide } from "../../domain/governance/concern.ts";
import type { Db } from "../../platform/database/database.ts";
import { NotFound } from "../../platform/http/refusal.ts";
import { identitiesOf } from "../keyring/queries.ts";

export type Ombudsperson = Awaited<ReturnType<typeof ombudspersonsFor>>[number];

/** To whom the visitor may turn: the database says so, by their line, their programs and their relationships. */
export async function ombudspersonsFor(db: Db) {
	const rows = await db
		.selectFrom("person")
		.select([
			"id",
			"first_name as firstName",
			"last_name as lastName",
			"job_title as title",
			"location",
		])
		.where("id", "=", sql<string>`any (ombudspersons_for_me())`)
		.orderBy("sort_name")
		.execute();
	const identities =
		rows.length === 0
			? []
			: await identitiesOf(
					db,
					rows.map(({ id }) => id),
				);
	return rows.map(({ firstName, lastName, ...row }) => ({
		...row,
		firstName,
		name: `${firstName} ${lastName}`.trim(),
		/** Without keys nothing can be sealed to them. */
		hasKeys: identities.some(
			({ person, replacedAt }) => person === row.id && replacedAt === null,
		),
	}));
}

export type Concern = Awaited<ReturnType<typeof concernsOf>>[number];

/** The concerns somebody raised or was entrusted with, those that need somebody first. Row-level security lets nobody have another. */
export async function concernsOf(db: Db, person: string) {
	const rows = await db
		.selectFrom("concern")
		.innerJoin("person as author", "author.id", "concern.author_id")
		.innerJoin("person as trusted", "trusted.id", "concern.ombudsperson_id")
		.select((concern) => [
			"concern.id",
			"concern.author_id as author",
			"concern.ombudsperson_id as ombudsperson",
			"concern.status",
			"concern.closing_by as closingBy",
			"concern.raised_at as raisedAt",
			"concern.answer_by as answerBy",
			"concern.outcome_by as outcomeBy",
			"author.first_name as authorFirst",
			"author.last_name as authorLast",
			"trusted.first_name as trustedFirst",
			"trusted.last_name as trustedLast",
			concern
				.exists(
					concern
						.selectFrom("office")
						.select("office.id")
						.whereRef("office.person_id", "=", "concern.ombudsperson_id")
						.where("office.office", "=", "ombudsperson")
						.where(
							sql<boolean>`from_at <= now() and (until_at is null or until_at > now())`,
						),
				)
				.as("isHeld"),
			concern
				.selectFrom("concern_text")
				.select("writer_id")
				.whereRef("concern_text.concern_id", "=", "concern.id")
				.orderBy("written_at", "desc")
				.limit(1)
				.as("lastWriter"),
			concern
				.exists(
					concern
						.selectFrom("concern_text")
						.select("concern_text.id")
						.whereRef("concern_text.concern_id", "=", "concern.id")
						.whereRef("concern_text.writer_id", "=", "concern.ombudsperson_id"),
				)
				.as("isAnswered"),
		])
		.orderBy(sql`concern.status = 'closed'`)
		.orderBy("concern.outcome_by")
		.orderBy("concern.raised_at")
		.execute();
	return rows.map(
		({ authorFirst, authorLast, trustedFirst, trustedLast, ...row }) => {
			const side: ConcernSide =
				row.author === person ? "author" : "ombudsperson";
			const isAuthor = side === "author";
			return {
				...row,
				side,
				otherFirst: isAuthor ? trustedFirst : authorFirst,
				other:
					`${isAuthor ? trustedFirst : authorFirst} ${isAuthor ? trustedLast : authorLast}`.trim(),
				isHeld: row.isHeld === true,
				isAnswered: row.isAnswered === true,
			};
		},
	);
}

/** For everybody but the two a concern is not there. */
export async function findConcern(
	db: Db,
	id: string,
	person: string,
): Promise<Concern> {
	if (!z.uuid().safeParse(id).success) throw new NotFound();
	const found = (await concernsOf(db, person)).find(
		(concern) => concern.id === id,
	);
	if (found === undefined) throw new NotFound();
	return found;
}

export async function eventsOf(db: Db, concern: string) {
	const rows = await db
		.selectFrom("concern_event")
		.innerJoin("person", "person.id", "concern_event.person_id")
		.leftJoin("person as receiver", "receiver.id", "concern_event.to_person")
		.select([
			"concern_event.id",
			"act",
			"at",
			"concern_event.person_id as person",
			"to_person as to",
			"person.first_name as name",
			"receiver.first_name as toName",
		])
		.where("concern_id", "=", concern)
		.orderBy("concern_event.id")
		.execute();
	return rows;
}

export type ConcernEvent = Awaited<ReturnType<typeof eventsOf>>[number];

/** A concern's sealed texts as one of the two gets them. Who had it before is a member whose texts can be read and who is granted nothing. */
export async function concernSpace(
	db: Db,
	{ id, author, ombudsperson }: Concern,
	person: string,
) {
	const events = await eventsOf(db, id);
	const people = [
		...new Set([
			author,
			ombudsperson,
			...events.flatMap(({ to }) => (to === null ? [] : to)),
		]),
	];
	const identities = await identitiesOf(db, people);
	const grants = await grantsOf(db, id);
	const texts = await db
		.selectFrom("concern_text")
		.select([
			"id as text",
			"epoch",
			"writer_identity as writer",
			"sealed",
			"signature",
		])
		.where("concern_id", "=", id)
		.orderBy("written_at")
		.execute();
	return {
		...spaceOf(id, people, identities, [author, ombudsperson]),
		grants: grants.filter(({ toPerson }) => toPerson === person),
		granted: grants.map(({ epoch, to }) => ({ epoch, to })),
		texts: texts.map((text) => ({
			...text,
			version: 1,
			isDeleted: false,
			space: "concern",
			spaceId: id,
		})),
	};
}

/** The keys of those one may turn to, in the shape of a space that has nothing in it yet. */
export async function candidatesSpace(db: Db, person: string) {
	const people = (await ombudspersonsFor(db)).map(({ id }) => id);
	return {
		...spaceOf(
			person,
			[person, ...people],
			await identitiesOf(db, [person, ...people]),
			[person, ...people],
		),
		grants: [],
		granted: [],
		texts: [],
	};
}

function spaceOf(
	id: string,
	people: readonly string[],
	identities: Awaited<ReturnType<typeof identitiesOf>>,
	reading: readonly string[],
) {
	return {
		space: "concern",
		id,
		members: people.map((person) => {
			const own = identities.filter((each) => each.person === person);
			return {
				person,
				identities: own,
				isReady:
					reading.includes(person) &&
					own.some(({ replacedAt }) => replacedAt === null),
			};
		}),
		comparisons: [],
	};
}

async function grantsOf(db: Db, concern: string) {
	const rows = await db
		.selectFrom("concern_key_grant as grant")
		.innerJoin("concern_key as key", (join) =>
			join
				.onRef("key.concern_id", "=", "grant.concern_id")
				.onRef("key.epoch", "=", "grant.epoch"),
		)
		.select([
			"grant.epoch",
			"grant.to_identity as to",
			"grant.to_person as toPerson",
			"grant.by_identity as by",
			"grant.ephemeral",
			"grant.wrapped",
			"grant.signature",
			"key.key_name as keyName",
		])
		.where("grant.concern_id", "=", concern)
		.orderBy("grant.epoch")
		.execute();
	return rows.map((row) => ({ ...row, space: "concern", id: concern }));
}
