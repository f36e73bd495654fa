import { sql } from "kysely";
import { z } from "zod";
import {
	type OpeningStep,
	openingStanding,
} from "../../domain/sealing/opening.ts";
import { type Db, vaultOf } from "../../platform/database/database.ts";
import { NotFound } from "../../platform/http/refusal.ts";
import { formatList } from "../../ui/text.ts";
import { identitiesOf } from "../keyring/queries.ts";
import { noteColumns } from "../notes/queries.ts";
import { recoveryKeys, shownRecoveryKeys } from "../recovery/queries.ts";

export type OpenEpoch = Awaited<ReturnType<typeof epochsInCustody>>[number];

/** What custodians can open, as one of them sees it: whose notes, since when. Row-level security leaves out everything else. */
export async function epochsInCustody(db: Db, person: string) {
	const rows = await db
		.selectFrom("recovery_epoch as epoch")
		.innerJoin("recovery_key as key", "key.id", "epoch.recovery_key_id")
		.select([
			"epoch.relationship_id as relationship",
			"epoch.epoch",
			"epoch.recovery_key_id as key",
			"epoch.granter_identity as by",
			"epoch.key_name as keyName",
			"epoch.signature",
			"epoch.begun_at as begunAt",
			"epoch.member_ids as members",
			sql<boolean>`may_open(epoch.recovery_key_id, epoch.member_ids)`.as(
				"mayOpen",
			),
		])
		.where("key.ended_at", "is", null)
		.where((row) =>
			row.exists(
				row
					.selectFrom("recovery_custodian")
					.select("custodian_id")
					.whereRef("recovery_key_id", "=", "epoch.recovery_key_id")
					.where("custodian_id", "=", person),
			),
		)
		.orderBy("epoch.begun_at", "desc")
		.execute();
	const names = await namesOf(
		db,
		rows.flatMap(({ members }) => members),
	);
	return rows.map((row) => ({
		...row,
		names: row.members.map((member) => names.get(member)?.name ?? ""),
	}));
}

export type Opening = Awaited<ReturnType<typeof openings>>[number];

/** Every asking whose members or custodians the visitor is one of, the newest first. */
export async function openings(db: Db, visitor: string, now: Date) {
	const rows = await db
		.selectFrom("recovery_opening")
		.select([
			"id",
			"relationship_id as relationship",
			"epoch",
			"recovery_key_id as key",
			"member_ids as members",
			"custodian_id as asker",
			"identity_id as by",
			"reason",
			"said_at as saidAt",
			"signature",
			"asked_at as askedAt",
			sql<boolean>`may_open(recovery_key_id, member_ids)`.as("mayOpen"),
		])
		.orderBy("asked_at", "desc")
		.execute();
	const steps = await db
		.selectFrom("recovery_step")
		.select(["opening_id as opening", "act", "person_id as person", "at"])
		.orderBy("id")
		.execute();
	const people = await namesOf(db, [
		...rows.flatMap(({ members, asker }) => [...members, asker]),
		...steps.map(({ person }) => person),
	]);
	const nameOf = (person: string) => people.get(person)?.name ?? "";
	return rows.map((row) => {
		const own: readonly (OpeningStep & { readonly name: string })[] = steps
			.filter(({ opening }) => opening === row.id)
			.map((step) => ({ ...step, name: nameOf(step.person) }));
		const isMember = row.members.includes(visitor);
		return {
			...row,
			reason: vaultOf(db).open("recovery_opening.reason", [row.id], row.reason),
			steps: own,
			standing: openingStanding({ askedAt: row.askedAt, steps: own }, now),
			isMember,
			askerName: nameOf(row.asker),
			memberNames: Object.fromEntries(
				row.members.map((member) => [member, nameOf(member)]),
			),
			/** The members, without the visitor where they are one. */
			names: formatList(
				row.members.filter((member) => member !== visitor).map(nameOf),
			),
		};
	});
}

/** For everybody but its members and the custodians an asking is not there. */
export async function findOpening(
	db: Db,
	id: string,
	{ visitor, now }: { readonly visitor: string; readonly now: Date },
): Promise<Opening> {
	const found = (await openings(db, visitor, now)).find(
		(opening) => opening.id === id,
	);
	if (found === undefined) throw new NotFound();
	return found;
}

/** `epoch`: null is the newest that custodians can open. */
export async function findEpoch(
	db: Db,
	relationship: string,
	epoch: string | null,
	visitor: string,
): Promise<OpenEpoch> {
	if (!z.uuid().safeParse(relationship).success) throw new NotFound();
	const found = (await epochsInCustody(db, visitor)).find(
		(each) =>
			each.relationship === relationship &&
			(epoch === null || String(each.epoch) === epoch),
	);
	if (found === undefined) throw new NotFound();
	return found;
}

/** What a custodian's browser needs to check what it is asked to help with. No text, no copy: those the database gives only when they are due. */
export async function caseOf(db: Db, epoch: OpenEpoch) {
	const { relationship, members, key, by, keyName, signature } = epoch;
	const keys = (await recoveryKeys(db)).filter(({ id }) => id === key);
	const [shown] = await shownRecoveryKeys(db, keys);
	const identities = await identitiesOf(db, members);
	return {
		epoch: { epoch: epoch.epoch, key, by, keyName, signature },
		key: shown,
		space: {
			space: "relationship",
			id: relationship,
			members: members.map((person) => ({
				person,
				identities: identities.filter((each) => each.person === person),
				isReady: true,
			})),
			grants: [],
			granted: [],
			comparisons: [],
			texts: [],
		},
	};
}

/** The same with what the database lets this custodian have of an asking by now. */
export async function caseOfOpening(
	db: Db,
	epoch: OpenEpoch,
	opening: Opening,
) {
	const { id, reason, saidAt, by, signature, relationship, asker } = opening;
	const found = await caseOf(db, epoch);
	const copy = await db
		.selectFrom("recovery_copy")
		.select([
			"peeler_id as peeler",
			"reader_id as reader",
			"sealed",
			"signature",
		])
		.where("relationship_id", "=", relationship)
		.where("epoch", "=", opening.epoch)
		.where("reader_id", "=", asker)
		.executeTakeFirst();
	const step = await db
		.selectFrom("recovery_step")
		.select(["peeled", "person_id as peeler"])
		.where("opening_id", "=", id)
		.where("act", "=", "peeled")
		.orderBy("id", "desc")
		.executeTakeFirst();
	const texts = await db
		.selectFrom("note")
		.select(noteColumns)
		.where("kind", "=", "ours")
		.where("relationship_id", "=", relationship)
		.where("epoch", "=", opening.epoch)
		.where("is_deleted", "=", false)
		.orderBy("written_at")
		.execute();
	return {
		...found,
		space: {
			...found.space,
			texts: texts.map((text) => ({
				...text,
				space: "relationship",
				spaceId: relationship,
			})),
		},
		asking: { id, reason, saidAt: saidAt.getTime(), by, signature },
		copy: copy ?? null,
		peeled: step?.peeled ?? null,
		peeler: step?.peeler ?? null,
	};
}

async function namesOf(db: Db, ids: readonly string[]) {
	const rows =
		ids.length === 0
			? []
			: await db
					.selectFrom("person")
					.select(["id", "first_name", "last_name"])
					.where("id", "in", [...new Set(ids)])
					.execute();
	return new Map(
		rows.map(({ id, first_name, last_name }) => [
			id,
			{ name: `${first_name} ${last_name}`.trim() },
		]),
	);
}
