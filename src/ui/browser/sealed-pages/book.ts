// The notes of a page: those of one's own, and those of the relationship the page belongs to. Opens them, and writes, changes and deletes them.
import { longestText } from "../../../domain/sealing/padding.ts";
import { openAlone } from "../sealing/alone.ts";
import { Refused } from "../sealing/bytes.ts";
import { vouchFor } from "../sealing/comparison.ts";
import {
	readSpace,
	readText,
	type SpaceDocument,
} from "../sealing/documents.ts";
import type { OpenIdentity } from "../sealing/identity.ts";
import { fieldsOf, listOf } from "../sealing/read.ts";
import {
	grantsTo,
	nextKey,
	type OpenedText,
	openSpace,
	type OpenSpace,
} from "../sealing/space.ts";
import { sealText } from "../sealing/text.ts";
import { isTrusted, type MetIdentity, remember } from "../sealing/trust.ts";
import type { Memory } from "../sealing/memory.ts";
import { type Content, contentOf } from "./content.ts";
import type { Place } from "./place.ts";

export type Kind = "ours" | "mine";

export type Note = {
	readonly kind: Kind;
	readonly opened: OpenedText;
	readonly content: Content | undefined;
};

export type Book = {
	readonly notes: readonly Note[];
	/** Notes this browser has seen that are not there any more. */
	readonly missing: number;
	readonly space: OpenSpace | undefined;
	readonly document: SpaceDocument | undefined;
	/** Whether anybody has started notes here. */
	readonly isStarted: boolean;
};

export type Desk = {
	readonly place: Pick<Place, "load" | "send">;
	readonly own: OpenIdentity;
	readonly memory: Memory;
	/** The relationship of the page and who is in it, as the page names them; undefined on the page of one's own notes. */
	readonly circle:
		| { readonly relationship: string; readonly people: readonly string[] }
		| undefined;
};

export async function openBook({
	place,
	own,
	memory,
	circle,
}: Desk): Promise<Book> {
	const relationship = circle?.relationship;
	const [alone, sent] = await Promise.all([
		place.load("alone"),
		relationship === undefined ? undefined : place.load("space"),
	]);
	const mine = await openAlone(
		listOf(fieldsOf(alone)["texts"], readText),
		own,
		memory,
	);
	const document = sent === undefined ? undefined : readSpace(sent);
	if (document !== undefined && circle !== undefined)
		refuseStrangers(document, circle);
	const space = document && (await openSpace(document, own, memory));
	const notes = [
		...(space?.texts ?? []).map((opened) => noteOf("ours", opened)),
		...mine.texts
			.map((opened) => noteOf("mine", opened))
			.filter(
				({ content, opened }) =>
					relationship === undefined ||
					(content?.relationship === relationship && !opened.refused),
			),
	];
	return {
		notes: notes.filter(
			({ opened }) => !(opened.text.isDeleted && opened.refused === undefined),
		),
		missing: mine.missing.length + (space?.missing.length ?? 0),
		space,
		document,
		// Where whoever held the key has left before anybody opened it, somebody starts anew.
		isStarted:
			(document?.granted.length ?? 0) > 0 &&
			!(document?.isOutworn && space?.keys.length === 0),
	};
}

// Whoever is added by the server alone is let in nowhere: it is said, and nothing is opened or written.
function refuseStrangers(
	{ id, members }: SpaceDocument,
	{ relationship, people }: NonNullable<Desk["circle"]>,
): void {
	if (id !== relationship) throw new Refused("misplaced-text");
	const named = members.map(({ person }) => person);
	if (
		named.length !== people.length ||
		!people.every((person) => named.includes(person))
	)
		throw new Refused("foreign-member");
}

/** Seals a note and sends it; as the next version of `before` where there is one. */
export async function keepNote(
	desk: Desk,
	book: Book,
	{
		kind,
		text,
		before,
	}: {
		readonly kind: Kind;
		readonly text: string;
		readonly before: Note | undefined;
	},
): Promise<void> {
	const content: Content = {
		text,
		at: Date.now(),
		...(kind === "mine" && {
			relationship: before
				? before.content?.relationship
				: desk.circle?.relationship,
		}),
	};
	if (new TextEncoder().encode(JSON.stringify(content)).length > longestText)
		throw new Refused("too-long");
	await sealAndSend(desk, book, { kind, content, before, isDeleted: false });
}

/** A deletion is a version like any other, signed, with nothing in it. */
export function deleteNote(desk: Desk, book: Book, note: Note): Promise<void> {
	return sealAndSend(desk, book, {
		kind: note.kind,
		content: null,
		before: note,
		isDeleted: true,
	});
}

async function sealAndSend(
	{ place, own }: Desk,
	{ space, document }: Book,
	{
		kind,
		content,
		before,
		isDeleted,
	}: {
		readonly kind: Kind;
		readonly content: Content | null;
		readonly before: Note | undefined;
		readonly isDeleted: boolean;
	},
): Promise<void> {
	const newest = space?.keys.at(-1);
	if (kind === "ours" && (newest === undefined || document === undefined))
		throw new Refused("no-key");
	const standing = {
		...(kind === "ours" && newest
			? { space: newest.space, spaceId: newest.id, epoch: newest.epoch }
			: { space: "alone" as const, spaceId: own.known.person, epoch: 0 }),
		text: before?.opened.text.text ?? crypto.randomUUID(),
		version: (before?.opened.text.version ?? 0) + 1,
		isDeleted,
	};
	const key = kind === "ours" && newest ? newest.key : own.alone;
	await place.send(
		kind === "ours" ? "write-space" : "write-alone",
		await sealText(standing, content, { own, key }),
	);
}

/** Starts notes: the first key, for oneself and for those whose keys are there. */
export async function start(desk: Desk, book: Book): Promise<void> {
	await takeNextKey(desk, book, readersIn(book, desk));
}

/**
 * Takes the next key into use where somebody has left who held the one in use; nobody is let in by it who could not read before. False: none is due.
 */
export async function renew(desk: Desk, book: Book): Promise<boolean> {
	if (!book.space?.renewal.isDue) return false;
	try {
		await takeNextKey(desk, book, book.space.renewal.holders);
		return true;
	} catch (error) {
		if (error instanceof Refused && error.reason === "conflict") return true;
		throw error;
	}
}

/** Lets the other members, or one of them, read everything one can read; under a new key where lost keys still open the old one. */
export async function letRead(
	desk: Desk,
	book: Book,
	only?: string,
): Promise<void> {
	const readers = readersIn(book, desk);
	const { space } = book;
	if (space === undefined) return;
	const lacking = space.waiting
		.filter(({ person }) => only === undefined || person === only)
		.flatMap(({ current }) => current ?? []);
	if (lacking.length > 0)
		await desk.place.send("grants", {
			grants: await grantsTo(lacking, space.keys, desk.own),
		});
	for (const reader of lacking) await keepMet(desk, reader);
	if (space.needsNewKey)
		await takeNextKey(
			desk,
			book,
			only === undefined ? readers : [...space.renewal.holders, ...lacking],
		);
}

/** Remembers the keys of those with whom a key is shared: from then on other keys of theirs are noticed. */
export async function meet(desk: Desk, { space }: Book): Promise<void> {
	if (space === undefined || space.keys.length === 0) return;
	const waiting = new Set(space.waiting.map(({ person }) => person));
	for (const { person, current } of space.members)
		if (current?.standing === "new" && !waiting.has(person))
			await keepMet(desk, current);
}

/** Keeps that somebody's words were compared. */
export async function keepCompared(
	{ place, own, memory }: Desk,
	met: MetIdentity,
): Promise<void> {
	await place.send(
		"comparisons",
		await vouchFor(met.identity, "compared", own),
	);
	await remember(met, memory);
}

export async function takeNextKey(
	desk: Desk,
	{ document, space }: Book,
	readers: readonly MetIdentity[],
): Promise<void> {
	if (document === undefined || space === undefined) return;
	const { key, grants } = await nextKey(document, {
		keys: space.keys,
		readers,
		own: desk.own,
	});
	await desk.place.send("keys", {
		space: key.space,
		id: key.id,
		epoch: key.epoch,
		keyName: key.name,
		grants,
	});
	for (const reader of readers) await keepMet(desk, reader);
}

// From now on other keys of this person are noticed: here, and on every other device of one's own.
export async function keepMet(
	{ place, own, memory }: Desk,
	met: MetIdentity,
): Promise<void> {
	if (met.standing === "new")
		await place.send("comparisons", await vouchFor(met.identity, "seen", own));
	await remember(met, memory);
}

export function readersIn(
	{ space }: Book,
	{ own }: Desk,
): readonly MetIdentity[] {
	return (space?.members ?? [])
		.filter(({ person }) => person !== own.known.person)
		.flatMap(({ current }) => current ?? [])
		.filter(isTrusted);
}

function noteOf(kind: Kind, opened: OpenedText): Note {
	return { kind, opened, content: contentOf(opened.content) };
}
