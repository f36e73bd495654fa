// What a custodian's browser does: accepts to be one, asks to open what a relationship wrote, takes its wrap off for another custodian, and reads.
// The hours are counted here too, from what the other custodian signed, so that a server that hurries is refused by the one who helps.
import { hoursBeforeOpening } from "../../../domain/sealing/opening.ts";
import { statementBytes } from "../../../domain/sealing/statement.ts";
import { type Bytes, Refused } from "../sealing/bytes.ts";
import { isSignedBy, sign } from "../sealing/cipher.ts";
import { readSpace, type SpaceDocument } from "../sealing/documents.ts";
import type { SpaceKind } from "../sealing/grant.ts";
import type { KnownIdentity, OpenIdentity } from "../sealing/identity.ts";
import { openMarks } from "../sealing/marks.ts";
import type { Memory } from "../sealing/memory.ts";
import { bytesOf, countOf, fieldsOf, textOf } from "../sealing/read.ts";
import {
	type CopyTerms,
	openPeeled,
	peel,
	type RecoveryCopy,
} from "../sealing/recovery-copy.ts";
import {
	readCopy,
	readEpoch,
	readRecoveryKey,
} from "../sealing/recovery-documents.ts";
import { isBegunBy, type RecoveryEpoch } from "../sealing/recovery-epoch.ts";
import {
	acceptCustody,
	isCustodian,
	knownRecoveryKey,
	type RecoveryKey,
} from "../sealing/recovery-key.ts";
import { type OpenedText, openOne } from "../sealing/space.ts";
import { type Member, meetMembers } from "../sealing/trust.ts";
import type { Place } from "./place.ts";

export type Desk = {
	readonly place: Pick<Place, "load" | "send">;
	readonly own: OpenIdentity;
	readonly memory: Memory;
	/** Milliseconds since 1970. */
	readonly now: () => number;
};

/** The key that is being set up, as a custodian's browser sees it; its words are to be read to the two others. */
export async function openCustody({ place }: Desk): Promise<RecoveryKey> {
	return knownRecoveryKey(readRecoveryKey(fieldsOf(await place.load("key"))));
}

export async function accept(desk: Desk, key: RecoveryKey): Promise<void> {
	await desk.place.send("acceptance", {
		key: key.id,
		by: desk.own.known.id,
		signature: await acceptCustody(key, desk.own),
	});
}

export type Case = {
	readonly epoch: RecoveryEpoch;
	readonly key: RecoveryKey;
	readonly document: SpaceDocument;
	readonly members: readonly Member[];
	readonly granter: KnownIdentity;
	readonly sent: Readonly<Record<string, unknown>>;
};

/** Asks to open what was written under one key; gives the id of the asking. */
export async function ask(desk: Desk, reason: string): Promise<string> {
	const { epoch, key, document } = await openCase(desk);
	const id = crypto.randomUUID();
	const saidAt = desk.now();
	const asking = { id, reason, saidAt };
	await desk.place.send("ask", {
		...asking,
		relationship: document.id,
		epoch: epoch.epoch,
		key: key.id,
		by: desk.own.known.id,
		signature: await sign(
			desk.own.signing,
			askStatement(asking, { document, epoch, key }, desk.own.known),
		),
	});
	return id;
}

/** Takes the outer wrap off. Refused before the hours are over by this browser's clock, counted from what the other custodian signed. */
export async function help(desk: Desk): Promise<void> {
	const opened = await openCase(desk);
	const { asking, reader } = await checkedAsking(opened);
	if (desk.now() < asking.saidAt + hoursBeforeOpening * 3_600_000)
		throw new Refused("too-early");
	const copy: RecoveryCopy = readCopy(fieldsOf(opened.sent["copy"]));
	const terms = termsOf(opened, {
		peeler: desk.own.known.person,
		reader: reader.person,
	});
	await desk.place.send("peel", { peeled: await peel(copy, terms, desk.own) });
}

/** Says that it is being read, and reads. The texts come only once that is on record. */
export async function read(desk: Desk): Promise<{
	readonly members: readonly Member[];
	readonly texts: readonly OpenedText[];
}> {
	await desk.place.send("read", {});
	const opened = await openCase(desk);
	const { document, members, sent } = opened;
	const key = await openPeeled(
		bytesOf(sent["peeled"]),
		termsOf(opened, {
			peeler: textOf(sent["peeler"]),
			reader: desk.own.known.person,
		}),
		desk.own,
	);
	const marks = await openMarks(
		`texts opened of ${document.id} ${opened.epoch.epoch}`,
		desk.memory,
	);
	const texts = await Promise.all(
		document.texts.map((text) =>
			openOne(text, {
				document,
				writers: members.flatMap(({ all }) => all),
				keys: [key],
				marks,
			}),
		),
	);
	await marks.keep(texts);
	return { members, texts };
}

/** Everything about one key of a relationship that custodians can open, checked as far as a custodian can. */
async function openCase({ place, own, memory }: Desk): Promise<Case> {
	const sent = fieldsOf(await place.load("case"));
	const document = readSpace(sent["space"]);
	const key = await knownRecoveryKey(readRecoveryKey(fieldsOf(sent["key"])));
	if (!key.isAccepted || !isCustodian(key, own))
		throw new Refused("forged-recovery");
	const members = await meetMembers(document, own, memory);
	const epoch = readEpoch(fieldsOf(sent["epoch"]));
	const granter = members
		.flatMap(({ all }) => all)
		.find(({ identity }) => identity.id === epoch.by);
	// Members whose keys were lost since are what this is for: whose keys these are, their six words tell.
	if (granter === undefined) throw new Refused("forged-recovery");
	const at = { space: document.space, id: document.id, epoch: epoch.epoch };
	if (!(await isBegunBy(epoch, at, { key, by: granter.identity })))
		throw new Refused("forged-recovery");
	return { epoch, key, document, members, granter: granter.identity, sent };
}

async function checkedAsking(opened: Case) {
	const { id, reason, saidAt, by, signature } = fieldsOf(opened.sent["asking"]);
	const asking = {
		id: textOf(id),
		reason: textOf(reason),
		saidAt: countOf(saidAt),
	};
	const reader = opened.key.custodians.find((each) => each.id === by);
	const isTheirs =
		reader !== undefined &&
		(await isSignedBy(
			reader.verifying,
			bytesOf(signature),
			askStatement(asking, opened, reader),
		));
	if (!isTheirs) throw new Refused("forged-recovery");
	return { asking, reader };
}

function termsOf(
	{ document, epoch, key, granter }: Case,
	two: { readonly peeler: string; readonly reader: string },
): CopyTerms {
	return {
		place: { space: document.space, id: document.id, epoch: epoch.epoch },
		name: epoch.keyName,
		key,
		granter,
		...two,
	};
}

function askStatement(
	{
		id,
		reason,
		saidAt,
	}: { readonly id: string; readonly reason: string; readonly saidAt: number },
	{
		document,
		epoch,
		key,
	}: {
		readonly document: { readonly space: SpaceKind; readonly id: string };
		readonly epoch: RecoveryEpoch;
		readonly key: RecoveryKey;
	},
	by: KnownIdentity,
): Bytes {
	return statementBytes("asking to open", [
		id,
		document.space,
		document.id,
		epoch.epoch,
		epoch.keyName,
		key.fingerprint,
		reason,
		saidAt,
		by.person,
		by.fingerprint,
	]);
}
