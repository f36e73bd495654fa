// What the browser does with a concern: seals the first text to the ombudsperson chosen, opens the thread, writes in it, gives it to somebody else.
// Whose keys were met is remembered in this browser alone: a statement on the server would tell its journal whom somebody has turned to.
import { longestText } from "../../../domain/sealing/padding.ts";
import { Refused } from "../sealing/bytes.ts";
import { readSpace, type SpaceDocument } from "../sealing/documents.ts";
import type { SpaceKey, Grant } from "../sealing/grant.ts";
import type { OpenIdentity } from "../sealing/identity.ts";
import type { Memory } from "../sealing/memory.ts";
import {
	grantsTo,
	nextKey,
	openSpace,
	type OpenSpace,
} from "../sealing/space.ts";
import { sealText } from "../sealing/text.ts";
import {
	isTrusted,
	meetMembers,
	type MetIdentity,
	remember,
} from "../sealing/trust.ts";
import type { Place } from "./place.ts";

export type Desk = {
	readonly place: Pick<Place, "load" | "send">;
	readonly own: OpenIdentity;
	readonly memory: Memory;
};

export type Thread = {
	readonly document: SpaceDocument;
	readonly space: OpenSpace;
};

/** Raises a concern; gives its id, which this browser chose. */
export async function raise(
	desk: Desk,
	ombudsperson: string,
	words: string,
): Promise<string> {
	const reader = await meetCandidate(desk, ombudsperson);
	const id = crypto.randomUUID();
	const { key, grants } = await nextKey(
		{ space: "concern", id, epoch: 0 },
		{ keys: [], readers: [reader], own: desk.own },
	);
	await desk.place.send("raise", {
		ombudsperson,
		key: sentKey(key, grants),
		text: await seal(desk, key, words),
	});
	await remember(reader, desk.memory);
	return id;
}

/** `people`: the two of it and whoever had it before, as the page names them. Anybody else the server adds is let in nowhere. */
export async function openThread(
	{ place, own, memory }: Desk,
	concern: string,
	people: readonly string[],
): Promise<Thread> {
	const document = readSpace(await place.load("space"));
	if (document.id !== concern || document.space !== "concern")
		throw new Refused("misplaced-text");
	if (!document.members.every(({ person }) => people.includes(person)))
		throw new Refused("foreign-member");
	return { document, space: await openSpace(document, own, memory) };
}

export async function answer(
	desk: Desk,
	{ space }: Thread,
	words: string,
): Promise<void> {
	const key = space.keys.at(-1);
	if (key === undefined) throw new Refused("no-key");
	await desk.place.send("texts", await seal(desk, key, words));
}

/** Lets the other read with the keys they made anew. */
export async function letRead(desk: Desk, { space }: Thread): Promise<void> {
	const lacking = space.waiting.flatMap(({ current }) => current ?? []);
	const grants = await grantsTo(lacking, space.keys, desk.own);
	await desk.place.send("grants", { grants });
	for (const met of lacking) await remember(met, desk.memory);
}

/** All earlier keys for somebody else, and a new one that whoever had it before does not hold. */
export async function handOver(
	desk: Desk,
	{ document, space }: Thread,
	to: string,
): Promise<void> {
	const reader = await meetCandidate(desk, to);
	const grants = await grantsTo([reader], space.keys, desk.own);
	const next = await nextKey(document, {
		keys: space.keys,
		readers: [reader],
		own: desk.own,
	});
	await desk.place.send("hand-over", {
		to,
		grants,
		key: sentKey(next.key, next.grants),
	});
	await remember(reader, desk.memory);
}

/** The person has made sure, by voice, that these are the other's keys. */
export async function keepSure(
	{ memory }: Desk,
	met: MetIdentity,
): Promise<void> {
	await remember(met, memory);
}

async function meetCandidate(
	{ place, own, memory }: Desk,
	person: string,
): Promise<MetIdentity> {
	const document = readSpace(await place.load("candidates"));
	const members = await meetMembers(document, own, memory);
	const met = members.find((member) => member.person === person)?.current;
	if (met === undefined) throw new Refused("no-key");
	if (!isTrusted(met)) throw new Refused("changed-identity");
	return met;
}

async function seal({ own }: Desk, key: SpaceKey, words: string) {
	const content = { text: words, at: Date.now() };
	if (new TextEncoder().encode(JSON.stringify(content)).length > longestText)
		throw new Refused("too-long");
	return sealText(
		{
			space: "concern",
			spaceId: key.id,
			epoch: key.epoch,
			text: crypto.randomUUID(),
			version: 1,
			isDeleted: false,
		},
		content,
		{ own, key: key.key },
	);
}

function sentKey(
	{ space, id, epoch, name }: SpaceKey,
	grants: readonly Grant[],
) {
	return { space, id, epoch, keyName: name, grants };
}
