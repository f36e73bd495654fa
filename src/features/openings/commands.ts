import {
	isRunning,
	type OpeningAct,
	type OpeningStanding,
	secondCustodian,
} from "../../domain/sealing/opening.ts";
import { type Tx, vaultOf } from "../../platform/database/database.ts";
import { Conflict, NotFound } from "../../platform/http/refusal.ts";
import { recordAll } from "../../platform/journal/journal.ts";
import { t } from "../../ui/text.ts";
import { recoveryKeys } from "../recovery/queries.ts";
import type { NewAsking } from "./forms.ts";
import { tellWhenHoursAreOver } from "./jobs.ts";
import { mailCustodians, mailMembers } from "./letters.ts";
import { findEpoch, findOpening, type Opening, openings } from "./queries.ts";

export type Acting = {
	readonly by: string;
	readonly name: string;
	readonly now: Date;
	readonly origin: string;
};

/** A custodian asks, with a reason. Both members and the two other custodians are told at once. */
export async function askToOpen(
	tx: Tx,
	asking: NewAsking,
	acting: Acting,
): Promise<void> {
	const { by, now } = acting;
	const { id, relationship, reason } = asking;
	const epoch = await findEpoch(tx, relationship, String(asking.epoch), by);
	if (!epoch.mayOpen) throw mayNot();
	const isAsked = (await openings(tx, by, now)).some(
		(known) =>
			known.relationship === relationship &&
			known.epoch === asking.epoch &&
			isRunning(known.standing),
	);
	if (isAsked)
		throw new Conflict(t("This was asked already, and is not over."));
	if (epoch.key !== asking.key) throw new NotFound();
	await tx
		.insertInto("recovery_opening")
		.values({
			id,
			relationship_id: relationship,
			epoch: asking.epoch,
			recovery_key_id: asking.key,
			member_ids: [...epoch.members],
			custodian_id: by,
			identity_id: asking.by,
			reason: vaultOf(tx).seal("recovery_opening.reason", [id], reason),
			said_at: new Date(asking.saidAt),
			signature: asking.signature,
		})
		.execute();
	await tell(tx, await findOpening(tx, id, { visitor: by, now }), {
		...acting,
		act: "asked",
		isForCustodians: true,
	});
	await tellWhenHoursAreOver(tx, id, now);
}

/** A second custodian agrees, knowing of every objection made until then. */
export async function agree(tx: Tx, id: string, acting: Acting): Promise<void> {
	const opening = await known(tx, id, acting);
	refuseOutsider(opening, acting.by);
	refuseUnless(opening, ["asked"]);
	await step(tx, opening, { ...acting, act: "agreed" });
}

/** A member objects. It stops nothing for good: the second custodian has to agree anew, and everybody learns of it. */
export async function objectTo(
	tx: Tx,
	id: string,
	acting: Acting,
): Promise<void> {
	const opening = await known(tx, id, acting);
	if (!opening.isMember) throw new NotFound();
	refuseUnless(opening, ["asked", "agreed", "due", "peeled", "read"]);
	await step(tx, opening, {
		...acting,
		act: "objected",
		isForCustodians: true,
	});
}

export async function withdraw(
	tx: Tx,
	id: string,
	acting: Acting,
): Promise<void> {
	const opening = await known(tx, id, acting);
	if (opening.asker !== acting.by) throw new NotFound();
	refuseUnless(opening, ["asked", "agreed", "due", "peeled", "read"]);
	await step(tx, opening, { ...acting, act: "withdrawn" });
}

/** The second custodian's browser has taken its wrap off. The database takes it only when the hours are over. */
export async function handOver(
	tx: Tx,
	id: string,
	peeled: Buffer,
	acting: Acting,
): Promise<void> {
	const opening = await known(tx, id, acting);
	refuseOutsider(opening, acting.by);
	if (secondCustodian(opening.steps) !== acting.by) throw new NotFound();
	refuseUnless(opening, ["due"]);
	await step(tx, opening, { ...acting, act: "peeled", peeled });
}

/** Puts on record that the notes are being read: without it the database gives none of them. */
export async function noteReading(
	tx: Tx,
	id: string,
	acting: Acting,
): Promise<void> {
	const opening = await known(tx, id, acting);
	if (opening.asker !== acting.by) throw new NotFound();
	if (!opening.mayOpen) throw mayNot();
	refuseUnless(opening, ["peeled", "read"]);
	await step(tx, opening, { ...acting, act: "read" });
}

function known(tx: Tx, id: string, { by, now }: Acting): Promise<Opening> {
	return findOpening(tx, id, { visitor: by, now });
}

function refuseOutsider({ isMember, asker, mayOpen }: Opening, by: string) {
	if (isMember || asker === by) throw new NotFound();
	if (!mayOpen) throw mayNot();
}

function refuseUnless(
	{ standing }: Opening,
	possible: readonly OpeningStanding[],
): void {
	if (!possible.includes(standing))
		throw new Conflict(
			t(
				"Somebody else was quicker. Look at how things stand now, then try again.",
			),
		);
}

function mayNot(): Conflict {
	return new Conflict(
		t(
			"You cannot take part in this: you stand in the line of one of them, administer Baton, or the key was switched off.",
		),
	);
}

async function step(
	tx: Tx,
	opening: Opening,
	{
		peeled,
		...told
	}: Acting & {
		readonly act: OpeningAct;
		readonly peeled?: Buffer;
		readonly isForCustodians?: boolean;
	},
): Promise<void> {
	await tx
		.insertInto("recovery_step")
		.values({
			opening_id: opening.id,
			act: told.act,
			person_id: told.by,
			peeled: peeled ?? null,
		})
		.execute();
	await tell(tx, opening, told);
}

/** Every step goes to the journal about each member, and to both by mail; a second reading of the same notes only to the journal. */
async function tell(
	tx: Tx,
	{ id, members, steps, key }: Opening,
	{
		act,
		by,
		name,
		origin,
		isForCustodians = false,
	}: Acting & {
		readonly act: OpeningAct | "asked";
		readonly isForCustodians?: boolean;
	},
): Promise<void> {
	await recordAll(
		tx,
		members.map((about) => ({
			act: acts[act],
			about,
			subject: { kind: "recovery-opening", id },
		})),
	);
	const isAgain = act === "read" && steps.some((each) => each.act === "read");
	if (isAgain) return;
	const told = {
		opening: id,
		act,
		step: act === "asked" ? 0 : steps.length + 1,
		by: name,
		origin,
	};
	await mailMembers(
		tx,
		members.filter((member) => member !== by),
		told,
	);
	if (!isForCustodians) return;
	const custodians =
		(await recoveryKeys(tx)).find((each) => each.id === key)?.custodians ?? [];
	await mailCustodians(
		tx,
		custodians
			.filter(({ person, isGone }) => person !== by && !isGone)
			.map(({ person }) => person),
		told,
	);
}

const acts = {
	asked: "ask-to-open-notes",
	agreed: "agree-to-open-notes",
	objected: "object-to-opening-notes",
	peeled: "hand-over-notes",
	read: "read-opened-notes",
	withdrawn: "withdraw-opening-notes",
} as const satisfies Record<OpeningAct | "asked", string>;
