// Writes many notes with a mark in them through the code that browsers run, against a Baton that runs as operators run it, and then looks for the
// mark everywhere the server could have left it.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import {
	type Book,
	deleteNote,
	type Desk,
	keepNote,
	openBook,
	start as startNotes,
} from "../../src/ui/browser/sealed-pages/book.ts";
import { toJson } from "../../src/ui/browser/sealing/documents.ts";
import type { Client } from "../client.ts";
import { postmasterOf, start, temporaryFolder } from "../process.ts";
import { makeKeys, mapMemory } from "../sealing.ts";
import { openMailbox, useBrowser } from "./outside.ts";
import { bookMeeting } from "./meeting.ts";
import {
	databaseIn,
	foundInFiles,
	foundInMemory,
	foundInRows,
	logEverything,
} from "./places.ts";
import { findIn, type Pattern, patternsOf } from "./search.ts";
import { castMember, relationshipOf, type Visitor } from "./visitors.ts";

/** Where a text could be: the encodings it was found in, each with its place. */
export type Place = {
	readonly place: string;
	/** Of the mark in the sealed notes: nothing, if the promise holds. */
	readonly sealed: readonly string[];
	/** Of the mark in an agenda, which the database keeps encrypted and the server can read: nothing, but in Baton's memory and where a member takes it out. */
	readonly shelf: readonly string[];
	/** Of the mark in a text that everyone may read: something, if the search works. */
	readonly open: readonly string[];
};

export type Findings = {
	readonly notes: number;
	/** Without those where this machine does not let one look: the memory of another process. */
	readonly places: readonly Place[];
};

type Marks = {
	readonly sealed: string;
	readonly shelf: string;
	readonly open: string;
};
type Search = (
	patterns: readonly Pattern[],
) => Promise<readonly string[]> | readonly string[] | undefined;

export async function runCanary(notes: number): Promise<Findings> {
	using folder = temporaryFolder();
	await using mailbox = await openMailbox();
	const baton = start(
		{
			BATON_DATA: join(folder.path, "data"),
			DATABASE_URL: "",
			SMTP_URL: mailbox.smtpUrl,
		},
		["--demo"],
	);
	try {
		const origin = await baton.ready;
		await logEverything(databaseIn(folder.path));
		const marks = { sealed: newMark(), shelf: newMark(), open: newMark() };
		const wei = await castMember(origin, "Wei");
		await writeOpenly(wei, marks.open);
		await writeSealed(wei, { notes, mark: marks.sealed });
		await refuseErasure(origin, wei, marks.open);
		const meeting = await bookMeeting(
			wei,
			await castMember(origin, "Ingrid"),
			marks,
		);
		await mailbox.holds(2);
		using profile = await useBrowser(origin, "Ingrid", marks);
		const exported = await takeOut(wei);
		const searches: Readonly<Record<string, Search>> = {
			// Baton encrypts what the shelf keeps, and so has read it.
			memory: (patterns) =>
				memoryOf(folder.path, baton, patterns.filter(isNotOfShelf)),
			rows: (patterns) => foundInRows(databaseIn(folder.path), patterns),
			files: (patterns) => foundInFiles(folder.path, patterns),
			log: (patterns) => findIn(Buffer.from(baton.said()), patterns),
			mails: (patterns) => findIn(Buffer.concat(mailbox.received), patterns),
			feed: (patterns) => findIn(meeting.feed, patterns),
			export: (patterns) => findIn(exported, patterns),
			browser: profile.find,
		};
		return { notes, places: await look(searches, marks) };
	} finally {
		await baton.stop();
	}
}

/** Everything is read once, for all three marks. */
async function look(
	searches: Readonly<Record<string, Search>>,
	{ sealed, shelf, open }: Marks,
): Promise<readonly Place[]> {
	const wanted = [
		...called("sealed", patternsOf(sealed)),
		...called("shelf", patternsOf(shelf)),
		// As it was written is enough to show that the search works.
		...called("open", patternsOf(open).slice(0, 1)),
	];
	const places: Place[] = [];
	for (const [place, search] of Object.entries(searches)) {
		const found = await search(wanted);
		if (found === undefined) continue;
		const of = (name: string) =>
			found.filter((each) => each.includes(`${name} mark`));
		places.push({
			place,
			sealed: of("sealed"),
			shelf: of("shelf"),
			open: of("open"),
		});
	}
	return places;
}

function isNotOfShelf({ encoding }: Pattern): boolean {
	return !encoding.startsWith("shelf");
}

function called(name: string, patterns: readonly Pattern[]) {
	return patterns.map(({ encoding, bytes }) => ({
		encoding: `${name} mark, ${encoding}`,
		bytes,
	}));
}

/** In Baton's own process and in the database server's; undefined where the machine forbids it. */
function memoryOf(
	folder: string,
	baton: ReturnType<typeof start>,
	patterns: readonly Pattern[],
): readonly string[] | undefined {
	const found = [baton.child.pid, postmasterOf(folder)].map((pid) =>
		foundInMemory(pid ?? 0, patterns),
	);
	return found.includes(undefined)
		? undefined
		: found.flatMap((each) => each ?? []);
}

/** Asks to be erased, and is refused with the open mark as the reason: that goes out as a mail. */
async function refuseErasure(
	origin: string,
	{ client }: Visitor,
	mark: string,
): Promise<void> {
	await client.post("/me/data/erasure");
	const administrator = await castMember(origin, "The administrator");
	const { html } = await administrator.client.get("/administration/erasures");
	const [request] =
		/\/administration\/erasures\/[0-9a-f-]{36}/.exec(html) ?? [];
	const { status } = await administrator.client.send(`${request}/answer`, {
		outcome: "refused",
		reason: `Because of ${mark}`,
	});
	assert.equal(status, 303);
}

/** What the person's own export holds, as it is downloaded. */
async function takeOut({ client }: Visitor): Promise<Buffer> {
	const response = await client.raw("/me/data/export", true);
	assert.equal(response.status, 200);
	return Buffer.from(await response.arrayBuffer());
}

/** A third shared, a third private, a third changed; every tenth deleted, every tenth sent in a way that fails. */
async function writeSealed(
	wei: Visitor,
	{ notes, mark }: { readonly notes: number; readonly mark: string },
): Promise<void> {
	const relationship = await relationshipOf(wei);
	const { own } = await makeKeys(wei.client, wei.person);
	const partner = /\/people\/([0-9a-f-]{36})/.exec(
		(await wei.client.get(`/relationships/${relationship}`)).html,
	)?.[1];
	const place = quickPlace(wei.client, relationship);
	const desk: Desk = {
		own,
		memory: mapMemory(),
		circle: { relationship, people: [wei.person, partner ?? ""] },
		place,
	};
	await startNotes(desk, await openBook(desk));
	const book = await openBook(desk);
	for (let index = 0; index < notes; index += 1) {
		const kind = index % 2 === 0 ? "ours" : "mine";
		await keepNote(desk, book, {
			kind,
			text: `${"x".repeat(index % 7)}${mark}${index} said in confidence`,
			before: undefined,
		});
		if (index % 10 === 9) await place.failToKeep();
	}
	const written = await openBook(desk);
	for (const [index, note] of written.notes.entries()) {
		if (index % 3 === 0)
			await keepNote(desk, written, {
				kind: note.kind,
				text: `${mark} changed`,
				before: note,
			});
		else if (index % 10 === 1) await deleteNote(desk, written, note);
	}
	assert.ok(readable(await openBook(desk)) >= notes * 0.8);
	// Pages are looked at, too.
	for (const path of [
		"/",
		"/me",
		"/me/notes",
		`/relationships/${relationship}/notes`,
		"/relationships",
	])
		await wei.client.get(path);
}

function readable({ notes }: Book): number {
	return notes.filter(({ opened }) => opened.refused === undefined).length;
}

/** As an island talks to the server, but without reading everything again after each note. */
function quickPlace(client: Client, relationship: string) {
	const base = `/relationships/${relationship}`;
	const addresses: Readonly<Record<string, string>> = {
		alone: "/me/notes.json",
		space: `${base}/notes.json`,
		"write-alone": "/me/notes",
		"write-space": `${base}/notes`,
		keys: `${base}/keys`,
		comparisons: "/me/keys/comparisons",
	};
	let last:
		| readonly [path: string, fields: { readonly document: string }]
		| undefined;
	return {
		load: async (name: string): Promise<unknown> =>
			JSON.parse((await client.get(addresses[name] ?? "")).html),
		send: async (name: string, content: unknown) => {
			last = [addresses[name] ?? "", { document: toJson(content) }];
			const { status } = await client.send(...last);
			assert.equal(status, 303, name);
		},
		/** Sends the newest note once more: the server has that version already, and refuses. */
		failToKeep: async () => {
			assert.ok(last);
			const { status } = await client.send(...last);
			assert.equal(status, 409);
		},
	};
}

async function writeOpenly({ client }: Visitor, mark: string): Promise<void> {
	const { html } = await client.get("/me/words");
	const seen = /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? "";
	const { status } = await client.send("/me/words", {
		about: `Read by everyone: ${mark}`,
		experience: "",
		clients: "",
		industries: "",
		seen,
	});
	assert.equal(status, 303);
	await client.get("/me");
}

function newMark(): string {
	return `q${randomBytes(9).toString("hex")}z`;
}
