// The page of sealed notes: opens one's keys, opens the notes, writes them. What is typed leaves the browser sealed or not at all.
import {
	memberAt,
	personAt,
	showAssurance,
	showMembers,
} from "./sealed-pages/assurance.ts";
import {
	type Book,
	deleteNote,
	type Desk,
	keepCompared,
	keepNote,
	type Kind,
	letRead,
	meet,
	type Note,
	openBook,
	renew,
	start,
} from "./sealed-pages/book.ts";
import { downloadNotes, showNotes } from "./sealed-pages/note-list.ts";
import { offerRecovery, showRecovery } from "./sealed-pages/recovery-parts.ts";
import { findPlace, type Place, typedIn } from "./sealed-pages/place.ts";
import {
	findHolder,
	offerWaysIn,
	openQuietly,
} from "./sealed-pages/unlocking.ts";
import { Refused } from "./sealing/bytes.ts";

const place = findPlace();
if (place !== undefined) void begin(place);

async function begin(place: Place): Promise<void> {
	place.state("opening");
	const holder = await findHolder(place);
	if (holder === undefined) return place.state("unsupported");
	if (holder.keyring.identity === undefined) return place.state("no-keys");
	const circle = circleOf(place);
	const open = (desk: Desk) =>
		run(place, desk).catch((error: unknown) => {
			if (!(error instanceof Refused)) throw error;
			place.state("refused");
			place.say(error.reason);
		});
	offerWaysIn(place, holder, ({ own }) =>
		open({ place, own, memory: holder.memory, circle }),
	);
	const unlocked = await openQuietly(holder).catch(() => undefined);
	if (unlocked === undefined) place.state("locked");
	else
		await open({
			place,
			own: unlocked.own,
			memory: holder.memory,
			circle,
		});
}

async function run(place: Place, desk: Desk): Promise<void> {
	const { own } = desk;
	const isEnded =
		place.root.querySelector<HTMLElement>("[data-ended]")?.dataset["ended"] ===
		"true";
	const isCircle = place.root.querySelector("[data-member]") !== null;
	let book: Book = await openBook(desk);
	let editing: Note | undefined;
	const show = () =>
		showNotes(place, book, { search: searchIn(place), isWritable: !isEnded });
	const look = async () => {
		book = await openBook(desk);
		if (!isEnded && (await renew(desk, book))) book = await openBook(desk);
		place.state(stateOf(book));
		for (const reason of new Set(book.space?.refusedGrants)) place.say(reason);
		show();
		await meet(desk, book);
		if (desk.circle === undefined) return;
		if (isCircle) return showMembers(place, book, own);
		showRecovery(place, book, desk);
		await showAssurance(place, book, own);
	};
	const edit = (note: Note | undefined) => {
		editing = note;
		fillForm(place, note);
	};
	if (desk.circle !== undefined && !isCircle)
		offerRecovery(place, desk, { book: () => book, look });
	place.on("start", () => start(desk, book).then(look));
	place.on("let-read", (button) =>
		letRead(desk, book, personAt(button)).then(look),
	);
	place.on("words-same", async (button) => {
		const partner = memberAt(button, book, own);
		if (partner === undefined) return;
		await keepCompared(desk, partner);
		await look();
	});
	place.on("words-differ", (button) => {
		const line = button.closest("[data-member]") ?? place.root;
		for (const warning of line.querySelectorAll<HTMLElement>(
			"[data-words-differ]",
		))
			warning.hidden = false;
	});
	place.on("download", () => downloadNotes(place, book));
	place.on("edit-note", (button) => edit(noteAt(button, book)));
	place.on("stop-editing", () => edit(undefined));
	place.on("delete-note", async (button) => {
		const note = noteAt(button, book);
		const question =
			place.find("[data-deletion]", HTMLElement).textContent ?? "";
		if (note === undefined || !window.confirm(question.trim())) return;
		await deleteNote(desk, book, note);
		await look();
	});
	place.onSubmit('[data-submits="note"]', async (form) => {
		const text = typedIn(form, "note").trim();
		if (text === "") return;
		const kind: Kind = typedIn(form, "kind") === "ours" ? "ours" : "mine";
		await keepNote(desk, book, {
			kind: editing?.kind ?? kind,
			text,
			before: editing,
		});
		edit(undefined);
		place.find("[data-kept]", HTMLElement).hidden = false;
		await look();
	});
	place.root.addEventListener("input", (event) => {
		if (
			event.target instanceof HTMLInputElement &&
			event.target.name === "search"
		)
			show();
	});
	window.addEventListener("beforeunload", (event) => {
		const area = place.root.querySelector("textarea");
		if (area !== null && area.value.trim() !== (editing?.content?.text ?? ""))
			event.preventDefault();
	});
	await look();
}

function circleOf(place: Place): Desk["circle"] {
	const part = place.root.querySelector<HTMLElement>("[data-relationship]");
	const relationship = part?.dataset["relationship"];
	if (part === null || relationship === undefined) return undefined;
	const names: unknown = JSON.parse(part.dataset["names"] ?? "{}");
	return { relationship, people: Object.keys(Object(names)) };
}

function stateOf({ space, isStarted }: Book): string {
	if (space === undefined || space.keys.length > 0) return "open";
	return isStarted ? "not-granted" : "not-started";
}

function searchIn(place: Place): string {
	return (
		place.root
			.querySelector<HTMLInputElement>('input[name="search"]')
			?.value.trim() ?? ""
	);
}

function noteAt(button: HTMLElement, { notes }: Book): Note | undefined {
	const id = button.closest<HTMLElement>("[data-id]")?.dataset["id"];
	return notes.find(({ opened }) => opened.text.text === id);
}

function fillForm(place: Place, note: Note | undefined): void {
	const form = place.find('[data-submits="note"]', HTMLFormElement);
	const area = form.querySelector("textarea");
	if (area === null) return;
	area.value = note?.content?.text ?? "";
	place.find("[data-editing]", HTMLElement).hidden = note === undefined;
	place.find("[data-kept]", HTMLElement).hidden = true;
	for (const choice of form.querySelectorAll<HTMLInputElement>(
		'input[name="kind"]',
	)) {
		choice.disabled = note !== undefined;
		if (note !== undefined) choice.checked = choice.value === note.kind;
	}
	if (note !== undefined) area.focus();
}
