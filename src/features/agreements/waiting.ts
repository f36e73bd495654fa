import { type RawBuilder, sql } from "kysely";
import {
	agreementTopics,
	type OpenAcceptance,
} from "../../domain/relationships/agreement.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Visitor } from "../../platform/http/visit.ts";
import { formatCompany, t } from "../../ui/text.ts";
import { holdsIn } from "../programs/standing.ts";
import { isOwn } from "../programs/queries/own.ts";
import type { Waiting } from "../today/queries.ts";
import { openAgreements } from "./queries.ts";

/** Texts to accept; for who runs a program in which people meet, texts to publish. */
export async function waitingInAgreements(
	db: Db,
	visitor: Visitor,
): Promise<readonly Waiting[]> {
	return [
		...(await toAccept(db, visitor)),
		...(await clausesToAccept(db, visitor)),
		...(await toPublish(db, visitor)),
	];
}

/** Whether a program of theirs asks for anything, or somebody proposed a promise. */
export function perhapsInAgreements(): RawBuilder<boolean> {
	return sql`(
		exists (select from relationship_clause)
		or exists (
			select from relationship join agreement_text on agreement_text.program_id = relationship.program_id
			where ${isOwn}
		)
	)`;
}

async function toAccept(db: Db, visitor: Visitor): Promise<Waiting[]> {
	const waiting: Waiting[] = [];
	for (const pair of await ownRunning(db, visitor.id)) {
		const own = (await openAgreements(db, pair)).filter(
			({ person }) => person === visitor.id,
		);
		if (own.length === 0) continue;
		waiting.push({
			title: isRenewal(own)
				? t("What you promise {names} has changed", { names: pair.others })
				: t("Before you and {names} first meet: what you promise each other", {
						names: pair.others,
					}),
			inMail: t("What you promise each other: a text to read and accept"),
			detail: t("Read it, and accept it for yourself."),
			href: `/relationships/${pair.id}/agreements`,
			label: t("Read and accept"),
			minutes: isRenewal(own) ? 1 : 3,
		});
	}
	return waiting;
}

function isRenewal(own: readonly OpenAcceptance[]): boolean {
	return own.every(({ accepted }) => accepted !== undefined);
}

async function ownRunning(db: Db, person: string) {
	const { rows } = await sql<{
		id: string;
		program: string;
		members: string[];
		names: string[];
	}>`
		select relationship.id, relationship.program_id as program, member_ids as members,
			array(select first_name from person where id = any (member_ids) and id <> ${person} order by first_name) as names
		from relationship
		where ${isOwn}
			and exists (select from agreement_text where agreement_text.program_id = relationship.program_id)
			and not exists (select from relationship_ending ending where ending.relationship_id = relationship.id)
		order by began_at
	`.execute(db);
	return rows.map(({ names, ...row }) => ({
		...row,
		others: formatCompany(names),
	}));
}

/** Promises that another member proposed. */
async function clausesToAccept(db: Db, visitor: Visitor): Promise<Waiting[]> {
	const { rows } = await sql<{ relationship: string; name: string }>`
		select distinct clause.relationship_id as relationship, author.first_name as name
		from relationship_clause clause
		join relationship on relationship.id = clause.relationship_id
		join person author on author.id = clause.author_id
		where ${isOwn}
			and not exists (select from relationship_ending ending where ending.relationship_id = relationship.id)
			and not exists (select from relationship_clause_acceptance where clause_id = clause.id and person_id = ${visitor.id})
	`.execute(db);
	return rows.map(({ relationship, name }) => ({
		title: t("{name} proposes a promise of your own", { name }),
		detail: t("Accept it, or say “not this”."),
		href: `/relationships/${relationship}/agreements#own`,
		label: t("Read it"),
		minutes: 1,
	}));
}

async function toPublish(db: Db, visitor: Visitor): Promise<Waiting[]> {
	if (!visitor.offices.some(({ office }) => office === "program-manager"))
		return [];
	const { rows } = await sql<{ id: string; name: string }>`
		select id, name from program
		where status = 'running'
			and (select count(distinct topic) from agreement_text where program_id = program.id) < ${agreementTopics.length}
		order by name
	`.execute(db);
	return rows
		.filter(({ id }) => holdsIn(visitor, id, ["program-manager"]))
		.map(({ id, name }) => ({
			inMail: true,
			title: t("Say what members of “{program}” promise each other", {
				program: name,
			}),
			detail: t(
				"They accept it before their first session. Starter texts are there.",
			),
			href: `/programs/${id}/agreements`,
			label: t("See the texts"),
			minutes: 5,
		}));
}
