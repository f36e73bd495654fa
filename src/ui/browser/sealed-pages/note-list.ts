// Shows opened notes, finds words in them, and hands them out as a file. All of it stays in this browser.
import type { Book, Note } from "./book.ts";
import type { Place } from "./place.ts";

// As everywhere in Baton, English dates are written the day first.
const { lang } = document.documentElement;
const momentFormat = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, {
	dateStyle: "long",
	timeStyle: "short",
});

export function showNotes(
	place: Place,
	{ notes, missing }: Book,
	{
		search,
		isWritable,
	}: { readonly search: string; readonly isWritable: boolean },
): void {
	const readable = newestFirst(notes);
	const found = readable.filter(({ content }) =>
		hasWords(content?.text ?? "", search),
	);
	const refused = notes.filter(({ opened }) => opened.refused !== undefined);
	place
		.find("[data-notes]", HTMLElement)
		.replaceChildren(...found.map((note) => item(place, note, isWritable)));
	place
		.find("[data-refused]", HTMLElement)
		.replaceChildren(
			...refused.map(({ opened }) =>
				refusal(place, opened.refused ?? "malformed"),
			),
			...Array.from({ length: missing }, () => refusal(place, "missing-text")),
		);
	place.find("[data-note-tools]", HTMLElement).hidden = readable.length === 0;
	place.find("[data-no-notes]", HTMLElement).hidden =
		notes.length + missing > 0;
	place.find("[data-nothing-found]", HTMLElement).hidden =
		found.length > 0 || readable.length === 0;
}

/** What one can read, as a file of JSON. */
export function downloadNotes(place: Place, { notes }: Book): void {
	const content = newestFirst(notes).map(({ kind, content, opened }) => ({
		readBy: kind === "mine" ? "me alone" : "the members",
		writer: nameOf(place, opened.writer?.identity.person),
		writtenAt: new Date(content?.at ?? 0).toISOString(),
		text: content?.text,
	}));
	const link = document.createElement("a");
	link.href = URL.createObjectURL(
		new Blob([JSON.stringify(content, null, "\t")], {
			type: "application/json",
		}),
	);
	link.download = "notes.json";
	link.click();
	URL.revokeObjectURL(link.href);
}

function newestFirst(notes: readonly Note[]): readonly Note[] {
	return notes
		.filter(
			({ opened, content }) =>
				opened.refused === undefined && content !== undefined,
		)
		.toSorted(
			(one, other) => (other.content?.at ?? 0) - (one.content?.at ?? 0),
		);
}

/** Every word typed must be there, wherever; accents and capitals do not count. */
function hasWords(text: string, search: string): boolean {
	const plain = folded(text);
	return folded(search)
		.split(/\s+/)
		.every((word) => plain.includes(word));
}

function folded(text: string): string {
	return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function item(
	place: Place,
	{ kind, opened, content }: Note,
	isWritable: boolean,
): Element {
	const row = copyOf(place, "[data-note]");
	row.dataset["id"] = opened.text.text;
	const set = (selector: string, text: string) => {
		const part = row.querySelector(selector);
		if (part !== null) part.textContent = text;
	};
	set("[data-writer]", nameOf(place, opened.writer?.identity.person));
	set("[data-text]", content?.text ?? "");
	const moment = new Date(content?.at ?? 0);
	set("[data-moment]", momentFormat.format(moment));
	row
		.querySelector("[data-moment]")
		?.setAttribute("datetime", moment.toISOString());
	const readers = row.querySelector<HTMLElement>(`[data-readers="${kind}"]`);
	if (readers !== null) readers.hidden = false;
	if (!isWritable && kind === "ours")
		row.querySelector(".note-actions")?.remove();
	return row;
}

function refusal(place: Place, reason: string): Element {
	const row = copyOf(place, "[data-note-refused]");
	const why = row.querySelector("[data-why]");
	if (why !== null) why.textContent = place.sentence(reason);
	return row;
}

function copyOf(place: Place, selector: string): HTMLElement {
	const first = place
		.find(selector, HTMLTemplateElement)
		.content.firstElementChild?.cloneNode(true);
	if (!(first instanceof HTMLElement)) throw new Error(`${selector} is empty`);
	return first;
}

function nameOf(place: Place, person: string | undefined): string {
	const { names: here, formers } = place.find(
		"[data-names]",
		HTMLElement,
	).dataset;
	const names = new Map<string, unknown>([
		...Object.entries(JSON.parse(formers ?? "{}")),
		...Object.entries(JSON.parse(here ?? "{}")),
	]);
	const name = names.get(person ?? "");
	return typeof name === "string" ? name : "";
}
