// Opens a space: meets its members, opens the grants to oneself, opens the texts, and says what is still to do (whom to let read, whether a new
// key is due). What is refused stays refused, text by text: one bad text hides no other, and none is dropped without a word.
import { Refused, type RefusalReason, toText } from "./bytes.ts";
import type { SpaceDocument } from "./documents.ts";
import {
	type Grant,
	isSameKey,
	makeGrant,
	newSpaceKey,
	openGrant,
	type SpaceKey,
} from "./grant.ts";
import type { OpenIdentity } from "./identity.ts";
import { type Marks, openMarks } from "./marks.ts";
import type { Memory } from "./memory.ts";
import {
	checkRecovery,
	type Recovery,
	refuseHidden,
} from "./recovery-epoch.ts";
import type { RecoveryKey } from "./recovery-key.ts";
import { openText, type SealedText } from "./text.ts";
import {
	isTrusted,
	type Member,
	meetFormers,
	meetMembers,
	type MetIdentity,
} from "./trust.ts";
import { type Renewal, renewalOf } from "./renewal.ts";

export type OpenedText = {
	readonly text: SealedText;
	/** undefined where it was refused. */
	readonly content: unknown;
	readonly refused: RefusalReason | undefined;
	readonly writer: MetIdentity | undefined;
};

export type OpenSpace = {
	readonly members: readonly Member[];
	/** By epoch, oldest first; the last one is written under. */
	readonly keys: readonly SpaceKey[];
	/** Grants that were not accepted. */
	readonly refusedGrants: readonly RefusalReason[];
	readonly texts: readonly OpenedText[];
	/** Texts this browser has seen that the server no longer shows. */
	readonly missing: readonly string[];
	/** Members with keys who hold no grant yet. */
	readonly waiting: readonly Member[];
	/** Somebody's lost keys still open the newest epoch. */
	readonly needsNewKey: boolean;
	/** Whether somebody has left who could read, and who gets the next key. */
	readonly renewal: Renewal;
	/** What custodians can open, and what the members have agreed to. */
	readonly recovery: Recovery;
};

export async function openSpace(
	document: SpaceDocument,
	own: OpenIdentity,
	memory: Memory,
): Promise<OpenSpace> {
	const members = await meetMembers(document, own, memory);
	const formers = await meetFormers(document, own, memory);
	const recovery = await checkRecovery(document.recovery, document, members);
	const { keys, oldKeys, refusedGrants } = await openKeys(document, {
		own,
		members,
		formers,
		memory,
		recovery,
	});
	const writers = [...members.flatMap(({ all }) => all), ...formers];
	const marks = await openMarks(textsMark(document), memory);
	const texts = await Promise.all(
		document.texts.map((text) =>
			openOne(text, { document, writers, keys: [...keys, ...oldKeys], marks }),
		),
	);
	await marks.keep(texts);
	await rememberKeys(document, [...keys, ...oldKeys], memory);
	const renewal = await renewalOf(document, keys.at(-1), {
		own,
		members,
		granters: writers.filter(isTrusted),
		memory,
	});
	return {
		members,
		keys,
		refusedGrants: [...refusedGrants, ...recovery.refused],
		recovery,
		texts,
		missing: marks.missingFrom(document.texts),
		waiting: members.filter(
			({ person, current }) =>
				person !== own.known.person &&
				current !== undefined &&
				lacksGrant(document, keys, current),
		),
		renewal,
		needsNewKey: needsNewKey(document, members, keys),
	};
}

/** Grants of every key one holds to people one has chosen. Refused for keys that are not the ones met before: compare first. */
export async function grantsTo(
	readers: readonly MetIdentity[],
	keys: readonly SpaceKey[],
	own: OpenIdentity,
): Promise<readonly Grant[]> {
	if (!readers.every(isTrusted)) throw new Refused("changed-identity");
	return Promise.all(
		keys.flatMap((key) =>
			readers.map(({ identity }) => makeGrant(key, own, identity)),
		),
	);
}

/** The next key of a space, granted to oneself and to the readers. */
export async function nextKey(
	{ space, id, epoch }: Pick<SpaceDocument, "space" | "id" | "epoch">,
	{
		keys,
		readers,
		own,
		recovery,
	}: {
		readonly keys: readonly SpaceKey[];
		readonly readers: readonly MetIdentity[];
		readonly own: OpenIdentity;
		/** Whose custodians can open it. */
		readonly recovery?: RecoveryKey | undefined;
	},
): Promise<{ readonly key: SpaceKey; readonly grants: readonly Grant[] }> {
	const key = await newSpaceKey(
		{ space, id, epoch: Math.max(nextEpoch(keys), epoch + 1) },
		recovery?.fingerprint,
	);
	const self: MetIdentity = { identity: own.known, standing: "compared" };
	return { key, grants: await grantsTo([self, ...readers], [key], own) };
}

export function nextEpoch(keys: readonly SpaceKey[]): number {
	return (keys.at(-1)?.epoch ?? 0) + 1;
}

type Keys = Pick<OpenSpace, "keys" | "refusedGrants"> & {
	/** Granted by somebody one never met, who has left: they open what was written, and nothing is written or granted with them. */
	readonly oldKeys: readonly SpaceKey[];
};

async function openKeys(
	document: SpaceDocument,
	{
		own,
		members,
		formers,
		memory,
		recovery,
	}: {
		readonly own: OpenIdentity;
		readonly members: readonly Member[];
		readonly formers: readonly MetIdentity[];
		readonly memory: Memory;
		readonly recovery: Recovery;
	},
): Promise<Keys> {
	const known = await memory.get(keysMark(document));
	const names = new Map(Object.entries(Object(known)));
	const keys = new Map<number, SpaceKey>();
	const oldKeys = new Map<number, SpaceKey>();
	const refusedGrants: RefusalReason[] = [];
	for (const grant of document.grants) {
		try {
			const from = [...members.flatMap(({ all }) => all), ...formers].find(
				({ identity }) => identity.id === grant.by,
			);
			if (from === undefined || !isTrusted(from))
				throw new Refused("foreign-grant");
			const place = {
				space: document.space,
				id: document.id,
				epoch: grant.epoch,
			};
			const key = await openGrant(grant, place, { own, from: from.identity });
			const remembered = names.get(String(grant.epoch));
			const other = keys.get(grant.epoch);
			if (
				(remembered !== undefined && remembered !== toText(key.name)) ||
				(other && !isSameKey(key, other))
			)
				throw new Refused("forged-grant");
			refuseHidden(key, recovery);
			const isStranger = formers.includes(from) && from.standing === "new";
			(isStranger ? oldKeys : keys).set(grant.epoch, key);
		} catch (error) {
			if (!(error instanceof Refused)) throw error;
			refusedGrants.push(error.reason);
		}
	}
	const lost = [...names.keys()].filter(
		(epoch) => !keys.has(Number(epoch)) && !oldKeys.has(Number(epoch)),
	);
	return {
		keys: [...keys.values()].toSorted((one, other) => one.epoch - other.epoch),
		oldKeys: [...oldKeys.values()],
		refusedGrants: [
			...refusedGrants,
			...lost.map((): RefusalReason => "no-key"),
		],
	};
}

export async function openOne(
	text: SealedText,
	{
		document,
		writers,
		keys,
		marks,
	}: {
		readonly document: Pick<SpaceDocument, "space" | "id">;
		readonly writers: readonly MetIdentity[];
		readonly keys: readonly SpaceKey[];
		readonly marks: Marks;
	},
): Promise<OpenedText> {
	const writer = writers.find(({ identity }) => identity.id === text.writer);
	try {
		if (text.space !== document.space || text.spaceId !== document.id)
			throw new Refused("misplaced-text");
		if (writer === undefined) throw new Refused("unknown-writer");
		const key = keys.find(({ epoch }) => epoch === text.epoch);
		if (key === undefined) throw new Refused("no-key");
		const content = await openText(text, {
			writer: writer.identity,
			key: key.key,
		});
		marks.refuseOlder(text);
		return { text, content, writer, refused: undefined };
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		return { text, content: undefined, writer, refused: error.reason };
	}
}

/** Which keys this browser has seen: another one for the same epoch, or one that is gone, does not go unnoticed. */
async function rememberKeys(
	document: SpaceDocument,
	keys: readonly SpaceKey[],
	memory: Memory,
): Promise<void> {
	const known = Object(await memory.get(keysMark(document)));
	const names = Object.fromEntries(
		keys.map(({ epoch, name }) => [epoch, toText(name)]),
	);
	await memory.set(keysMark(document), { ...known, ...names });
}

function lacksGrant(
	document: SpaceDocument,
	keys: readonly SpaceKey[],
	{ identity }: MetIdentity,
): boolean {
	return keys.some(
		({ epoch }) =>
			!document.granted.some(
				(grant) => grant.epoch === epoch && grant.to === identity.id,
			),
	);
}

function needsNewKey(
	document: SpaceDocument,
	members: readonly Member[],
	keys: readonly SpaceKey[],
): boolean {
	const newest = keys.at(-1);
	if (newest === undefined) return false;
	const inUse = new Set(members.map(({ current }) => current?.identity.id));
	return document.granted.some(
		({ epoch, to }) => epoch === newest.epoch && !inUse.has(to),
	);
}

function textsMark({ space, id }: Pick<SpaceDocument, "space" | "id">): string {
	return `texts of ${space} ${id}`;
}

function keysMark({ space, id }: Pick<SpaceDocument, "space" | "id">): string {
	return `keys of ${space} ${id}`;
}
