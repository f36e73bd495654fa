// How sure it is that nobody stands between the members: what is shown of it, and the words to compare.
import { wordsOf } from "../sealing/comparison.ts";
import type { OpenIdentity } from "../sealing/identity.ts";
import type { MetIdentity } from "../sealing/trust.ts";
import type { Book } from "./book.ts";
import type { Place } from "./place.ts";

/** The other member's keys, where there are any. */
export function partnerIn(
	{ space }: Book,
	own: OpenIdentity,
): MetIdentity | undefined {
	return space?.members.find(({ person }) => person !== own.known.person)
		?.current;
}

export async function showAssurance(
	place: Place,
	book: Book,
	own: OpenIdentity,
): Promise<void> {
	const partner = partnerIn(book, own);
	const standing = partner?.standing ?? "none";
	for (const part of place.root.querySelectorAll<HTMLElement>(
		"[data-assurance]",
	))
		part.hidden = !(part.dataset["assurance"] ?? "")
			.split(" ")
			.includes(standing);
	const isWaiting =
		(book.space?.waiting.length ?? 0) > 0 || (book.space?.needsNewKey ?? false);
	place.find("[data-letting-read]", HTMLElement).hidden =
		!isWaiting || standing === "changed";
	if (partner === undefined || standing === "compared") return;
	await fill(place, "[data-partner-words]", wordsOf(partner.identity));
	await fill(place, "[data-own-words]", wordsOf(own.known));
}

/** The member in whose line something was pressed; between two, the other one. */
export function memberAt(
	button: HTMLElement,
	book: Book,
	own: OpenIdentity,
): MetIdentity | undefined {
	const person = personAt(button);
	return person === undefined
		? partnerIn(book, own)
		: book.space?.members.find((member) => member.person === person)?.current;
}

export function personAt(button: HTMLElement): string | undefined {
	return button.closest<HTMLElement>("[data-member]")?.dataset["member"];
}

/** In a circle: how each of the others stands. Words are stretched when somebody opens them, for each costs a moment. */
export function showMembers(place: Place, book: Book, own: OpenIdentity): void {
	const { members = [], waiting = [] } = book.space ?? {};
	for (const line of place.root.querySelectorAll<HTMLElement>(
		"[data-member]",
	)) {
		const member = members.find(({ person }) => person === personAt(line));
		const standing = member?.current?.standing ?? "none";
		const shown =
			standing !== "changed" && member && waiting.includes(member)
				? "waiting"
				: standing;
		for (const part of line.querySelectorAll<HTMLElement>("[data-assurance]"))
			part.hidden = !(part.dataset["assurance"] ?? "")
				.split(" ")
				.includes(shown);
		const words = line.querySelector("details");
		const met = member?.current;
		if (words === null || met === undefined) continue;
		words.ontoggle = () => {
			if (!words.open) return;
			void fill({ root: words }, "[data-partner-words]", wordsOf(met.identity));
			void fill({ root: words }, "[data-own-words]", wordsOf(own.known));
		};
	}
}

export async function fill(
	place: Pick<Place, "root">,
	selector: string,
	words: Promise<readonly string[]>,
): Promise<void> {
	const found = await words;
	for (const list of place.root.querySelectorAll(selector))
		list.replaceChildren(
			...found.map((word) => {
				const item = document.createElement("li");
				item.textContent = word;
				return item;
			}),
		);
}
