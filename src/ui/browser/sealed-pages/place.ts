// The part of a page in which things are sealed and opened: its states, what it says when something is refused, and its way to the server.
import { Refused } from "../sealing/bytes.ts";
import { toJson } from "../sealing/documents.ts";

export type Place = {
	readonly root: HTMLElement;
	readonly person: string;
	/** Shows the parts whose hour it is, and hides the others. */
	readonly state: (name: string) => void;
	/** Says why something was refused, or nothing any more. */
	readonly say: (reason: string | undefined) => void;
	readonly sentence: (reason: string) => string;
	readonly load: (name: string) => Promise<unknown>;
	/** Sends a document; the answer is the document the server then shows. */
	readonly send: (name: string, document: unknown) => Promise<unknown>;
	readonly on: (
		does: string,
		act: (button: HTMLElement) => Promise<void> | void,
	) => void;
	readonly onSubmit: (
		selector: string,
		act: (form: HTMLFormElement) => Promise<void> | void,
	) => void;
	readonly find: <T extends HTMLElement>(
		selector: string,
		kind: new () => T,
	) => T;
};

export function findPlace(): Place | undefined {
	const root = document.querySelector<HTMLElement>("[data-sealed-place]");
	const person = root?.dataset["person"];
	if (root === null || person === undefined) return undefined;
	const documents = new Map<string, unknown>(
		Object.entries(JSON.parse(root.dataset["documents"] ?? "{}")),
	);
	const address = (name: string) => String(documents.get(name));
	const sentence = (reason: string) =>
		root.querySelector(`[data-trouble="${reason}"]`)?.textContent ?? reason;
	const say = (reason: string | undefined) => {
		const place = root.querySelector<HTMLElement>("[data-said]");
		if (place === null) return;
		place.hidden = reason === undefined;
		place.textContent = reason === undefined ? "" : sentence(reason);
	};
	let hasActed = false;
	const guarded = async (work: () => Promise<void> | void) => {
		hasActed = true;
		say(undefined);
		try {
			await work();
		} catch (error) {
			if (!(error instanceof Refused)) throw error;
			say(error.reason);
		}
	};
	return {
		root,
		person,
		sentence,
		say,
		state: (name) => {
			for (const part of root.querySelectorAll<HTMLElement>("[data-when]"))
				part.hidden = !(part.dataset["when"] ?? "").split(" ").includes(name);
			// What was just pressed may be gone: whoever hears the page goes on at the part that came.
			if (hasActed) headingOf(root)?.focus();
		},
		load: async (name) => read(await fetch(address(name)).catch(lost)),
		send: async (name, content) =>
			read(
				await fetch(address(name), {
					method: "POST",
					body: formOf(content),
				}).catch(lost),
			),
		on: (does, act) =>
			root.addEventListener("click", (event) => {
				const button =
					event.target instanceof Element &&
					event.target.closest(`[data-does="${does}"]`);
				if (button instanceof HTMLElement) void guarded(() => act(button));
			}),
		onSubmit: (selector, act) =>
			root.addEventListener("submit", (event) => {
				const form = event.target;
				if (!(form instanceof HTMLFormElement) || !form.matches(selector))
					return;
				event.preventDefault();
				void guarded(() => act(form));
			}),
		find: (selector, kind) => {
			const found = root.querySelector(selector);
			if (!(found instanceof kind))
				throw new Error(`the page lacks ${selector}`);
			return found;
		},
	};
}

/** What stands in a field of a form. */
export function typedIn(form: HTMLFormElement, name: string): string {
	const value = new FormData(form).get(name);
	return typeof value === "string" ? value : "";
}

function headingOf(root: HTMLElement): HTMLElement | null {
	const shown = [
		...root.querySelectorAll<HTMLElement>("[data-when]:not([hidden]) h2"),
	].at(0);
	shown?.setAttribute("tabindex", "-1");
	return shown ?? null;
}

function formOf(content: unknown): URLSearchParams {
	return new URLSearchParams({
		"form-key": crypto.randomUUID(),
		document: toJson(content),
	});
}

async function read(response: Response): Promise<unknown> {
	if (response.status === 409) throw new Refused("conflict");
	if (
		!response.ok ||
		response.headers.get("content-type") !== "application/json"
	)
		throw new Refused("not-sent");
	const content: unknown = await response.json().catch(() => {
		throw new Refused("malformed");
	});
	return content;
}

function lost(): never {
	throw new Refused("not-sent");
}
