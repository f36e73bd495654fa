// Shows a custodian what they opened, and the six words of those whose keys signed it.
import { wordsOf } from "../sealing/comparison.ts";
import type { OpenedText } from "../sealing/space.ts";
import type { Member } from "../sealing/trust.ts";
import type { Place } from "./place.ts";

const { lang } = document.documentElement;
const momentFormat = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, {
	dateStyle: "long",
	timeStyle: "short",
});

export async function showOpened(
	place: Place,
	members: readonly Member[],
	texts: readonly OpenedText[],
): Promise<void> {
	const names = new Map<string, unknown>(
		Object.entries(
			JSON.parse(
				place.find("[data-reading]", HTMLElement).dataset["names"] ?? "{}",
			),
		),
	);
	const nameOf = (person: string | undefined) => {
		const known = names.get(person ?? "");
		return typeof known === "string" ? known : "";
	};
	place.find("[data-opened]", HTMLElement).replaceChildren(
		...texts.map(({ content, refused, writer }) => {
			const row = copyOf(place, "template[data-opened-note]");
			const { text, at } = contentOf(content);
			write(row, "[data-writer]", nameOf(writer?.identity.person));
			write(row, "time", at === undefined ? "" : momentFormat.format(at));
			write(row, "[data-words]", refused ? place.sentence(refused) : text);
			return row;
		}),
	);
	place.find("[data-nothing-opened]", HTMLElement).hidden = texts.length > 0;
	place.find("[data-writers]", HTMLElement).hidden = texts.length === 0;
	const shown = members.flatMap(({ current, person }) =>
		current === undefined ? [] : [{ person, identity: current.identity }],
	);
	const rows = await Promise.all(
		shown.map(async ({ person, identity }) => {
			const row = copyOf(place, "template[data-writer-keys]");
			write(row, "[data-writer]", nameOf(person));
			row.querySelector("ol")?.replaceChildren(
				...(await wordsOf(identity)).map((word) => {
					const item = document.createElement("li");
					item.textContent = word;
					return item;
				}),
			);
			return row;
		}),
	);
	place.find("[data-writer-words]", HTMLElement).replaceChildren(...rows);
}

function write(row: HTMLElement, selector: string, text: string): void {
	const part = row.querySelector(selector);
	if (part !== null) part.textContent = text;
}

function copyOf(place: Place, selector: string): HTMLElement {
	const first = place
		.find(selector, HTMLTemplateElement)
		.content.firstElementChild?.cloneNode(true);
	if (!(first instanceof HTMLElement)) throw new Error(`${selector} is empty`);
	return first;
}

function contentOf(content: unknown): {
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
