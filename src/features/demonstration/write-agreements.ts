import type { Temporal } from "temporal-polyfill";
import {
	type AgreementText,
	agreementTopics,
} from "../../domain/relationships/agreement.ts";
import { starterAgreement } from "../../domain/relationships/agreement-starters.ts";
import type { Tx } from "../../platform/database/database.ts";
import { insertAll } from "./insert-all.ts";

/** Weeks ago that the text on ethics was published anew; some have not yet accepted it. */
const renewedWeeksAgo = 2;

/** What members have promised each other, in the program whose relationships run. */
export async function writeAgreements(
	tx: Tx,
	manager: string,
	today: Temporal.PlainDate,
): Promise<void> {
	const program = await tx
		.selectFrom("program")
		.select(["id", "created_at"])
		.where("status", "=", "running")
		.executeTakeFirst();
	if (program === undefined) return;
	const renewedAt = new Date(
		`${today.subtract({ weeks: renewedWeeksAgo }).toString()}T08:00:00Z`,
	);
	const first = agreementTopics.map((topic) => ({
		topic,
		version: 1,
		text: starterAgreement(topic, "en"),
		at: program.created_at,
	}));
	const renewed = {
		topic: "ethics" as const,
		version: 2,
		text: askingToo(starterAgreement("ethics", "en")),
		at: renewedAt,
	};
	await insertAll(
		tx,
		"agreement_text",
		[...first, renewed].map(({ topic, version, text, at }) => ({
			program_id: program.id,
			topic,
			version,
			body: JSON.stringify(text),
			published_by: manager,
			published_at: at,
		})),
	);
	await writeAcceptances(tx, program.id, renewedAt);
}

function askingToo({ sections }: AgreementText): AgreementText {
	return {
		sections: sections.map(({ heading, clauses }) => ({
			heading,
			clauses: clauses.map((clause) =>
				clause === "We admit what we do not know."
					? "We admit what we do not know, and say whom to ask instead."
					: clause,
			),
		})),
	};
}

async function writeAcceptances(
	tx: Tx,
	program: string,
	renewedAt: Date,
): Promise<void> {
	const members = await tx
		.selectFrom("relationship_member as member")
		.innerJoin("relationship", "relationship.id", "member.relationship_id")
		.innerJoin("person", "person.id", "member.person_id")
		.leftJoin(
			"relationship_ending as ending",
			"ending.relationship_id",
			"relationship.id",
		)
		.leftJoin("demonstration_cast as cast", "cast.person_id", "person.id")
		.select([
			"relationship.id as relationship",
			"member.person_id as person",
			"cast.role",
			"relationship.began_at as began",
			"ending.ended_at as ended",
		])
		.where("relationship.program_id", "=", program)
		.orderBy("relationship.began_at")
		.orderBy("person.email")
		.execute();
	const accepting = members.map(({ relationship, person, began }) => ({
		relationship_id: relationship,
		person_id: person,
		accepted_at: began,
	}));
	await insertAll(
		tx,
		"agreement_acceptance",
		agreementTopics.flatMap((topic) =>
			accepting.map((row) => ({ ...row, topic, version: 1 })),
		),
	);
	// One in four has not come to it yet, and one of the cast.
	await insertAll(
		tx,
		"agreement_acceptance",
		accepting
			.filter((_, place) => {
				const member = members[place];
				return (
					member?.ended === null &&
					place % 4 !== 1 &&
					member.role !== "second-mentee"
				);
			})
			.map((row) => ({
				...row,
				topic: "ethics" as const,
				version: 2,
				accepted_at: later(row.accepted_at, renewedAt),
			})),
	);
}

function later(one: Date, other: Date): Date {
	return one > other ? one : other;
}
