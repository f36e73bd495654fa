// The pages of concerns: raising one, and the thread between its author and the ombudsperson. What is typed leaves the browser sealed or not at all.
import { fill } from "./sealed-pages/assurance.ts";
import {
	answer,
	type Desk,
	handOver,
	keepSure,
	letRead,
	openThread,
	raise,
	type Thread,
} from "./sealed-pages/concern-desk.ts";
import { findPlace, type Place, typedIn } from "./sealed-pages/place.ts";
import {
	findHolder,
	offerWaysIn,
	openQuietly,
} from "./sealed-pages/unlocking.ts";
import { Refused } from "./sealing/bytes.ts";
import { wordsOf } from "./sealing/comparison.ts";
import type { OpenedText } from "./sealing/space.ts";
import { isTrusted } from "./sealing/trust.ts";

const place = findPlace();
if (place !== undefined) void begin(place);

async function begin(place: Place): Promise<void> {
	place.state("opening");
	const holder = await findHolder(place);
	if (holder === undefined) return place.state("unsupported");
	if (holder.keyring.identity === undefined) return place.state("no-keys");
	const open = async (desk: Desk) => {
		try {
			await run(place, desk);
		} catch (error) {
			if (!(error instanceof Refused)) throw error;
			place.state("refused");
			place.say(error.reason);
		}
	};
	const { memory } = holder;
	offerWaysIn(place, holder, ({ own }) => open({ place, own, memory }));
	const unlocked = await openQuietly(holder).catch(() => undefined);
	if (unlocked === undefined) place.state("locked");
	else await open({ place, own: unlocked.own, memory });
}

async function run(place: Place, desk: Desk): Promise<void> {
	const root = place.root.querySelector<HTMLElement>("[data-concern]");
	warnBeforeLosing(place);
	if (root === null) {
		place.onSubmit('[data-submits="concern"]', async (form) => {
			const words = typedIn(form, "words").trim();
			const chosen = typedIn(form, "ombudsperson");
			if (words === "" || chosen === "") return;
			const id = await raise(desk, chosen, words);
			form.reset();
			location.assign(`/concerns/${id}`);
		});
		return place.state("open");
	}
	await runThread(place, desk, root);
}

async function runThread(
	place: Place,
	desk: Desk,
	root: HTMLElement,
): Promise<void> {
	const concern = root.dataset["concern"] ?? "";
	const names = new Map<string, string>(
		Object.entries(JSON.parse(root.dataset["names"] ?? "{}")),
	);
	let thread: Thread | undefined;
	const look = async () => {
		thread = await openThread(desk, concern, [...names.keys()]);
		place.state("open");
		showTexts(place, thread, names);
		await showStanding(place, desk, thread);
	};
	place.onSubmit('[data-submits="answer"]', async (form) => {
		const words = typedIn(form, "words").trim();
		if (thread === undefined || words === "") return;
		await answer(desk, thread, words);
		form.reset();
		await look();
	});
	place.onSubmit('[data-submits="hand-over"]', async (form) => {
		const to = typedIn(form, "to");
		if (thread === undefined || to === "") return;
		await handOver(desk, thread, to);
		location.reload();
	});
	place.on("let-read", async () => {
		if (thread !== undefined) await letRead(desk, thread);
		await look();
	});
	place.on("words-same", async () => {
		const other = thread && otherIn(thread, desk);
		if (other !== undefined) await keepSure(desk, other);
		await look();
	});
	await look();
}

function otherIn({ space, document }: Thread, { own }: Desk) {
	const other = document.members.find(
		({ person, isReady }) => person !== own.known.person && isReady,
	);
	return space.members.find(({ person }) => person === other?.person)?.current;
}

async function showStanding(
	place: Place,
	desk: Desk,
	thread: Thread,
): Promise<void> {
	const other = otherIn(thread, desk);
	const isSure = other === undefined || isTrusted(other);
	place.find("[data-not-sure]", HTMLElement).hidden = isSure;
	place.find("[data-letting-read]", HTMLElement).hidden =
		!isSure || thread.space.waiting.length === 0;
	place.find("[data-unreadable]", HTMLElement).hidden =
		thread.space.keys.length > 0;
	if (other === undefined) return;
	await fill(place, "[data-partner-words]", wordsOf(other.identity));
	await fill(place, "[data-own-words]", wordsOf(desk.own.known));
}

function showTexts(
	place: Place,
	{ space }: Thread,
	names: ReadonlyMap<string, string>,
): void {
	const pattern = place.find("template[data-text]", HTMLTemplateElement);
	place.find("[data-thread]", HTMLElement).replaceChildren(
		...space.texts.map((opened) => {
			const line = pattern.content.cloneNode(true);
			if (line instanceof DocumentFragment) write(place, line, opened, names);
			return line;
		}),
	);
	for (const reason of new Set(space.refusedGrants)) place.say(reason);
	if (space.missing.length > 0) place.say("missing-text");
}

function write(
	place: Place,
	line: DocumentFragment,
	{ content, writer, refused }: OpenedText,
	names: ReadonlyMap<string, string>,
): void {
	const { text, at } = readContent(content);
	const set = (selector: string, words: string) => {
		const part = line.querySelector(selector);
		if (part !== null) part.textContent = words;
	};
	set("[data-writer]", names.get(writer?.identity.person ?? "") ?? "");
	set("[data-words]", refused === undefined ? text : place.sentence(refused));
	set(
		"time",
		at === undefined
			? ""
			: new Date(at).toLocaleString(languageTag(), {
					dateStyle: "long",
					timeStyle: "short",
				}),
	);
}

function readContent(content: unknown): {
	readonly text: string;
	readonly at: number | undefined;
} {
	if (typeof content !== "object" || content === null)
		return { text: "", at: undefined };
	return {
		text:
			"text" in content && typeof content.text === "string" ? content.text : "",
		at:
			"at" in content && typeof content.at === "number"
				? content.at
				: undefined,
	};
}

// English dates are British, as on every page.
function languageTag(): string {
	const { lang } = document.documentElement;
	return lang === "en" ? "en-GB" : lang;
}

function warnBeforeLosing(place: Place): void {
	window.addEventListener("beforeunload", (event) => {
		const isTyped = [...place.root.querySelectorAll("textarea")].some(
			({ value }) => value.trim() !== "",
		);
		if (isTyped) event.preventDefault();
	});
}
