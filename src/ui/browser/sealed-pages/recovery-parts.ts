// The parts of a page of notes that are about the recovery key: the permanent line, and what can be agreed to. They show what this browser has
// checked, not what the server says.
import type { RecoveryKey } from "../sealing/recovery-key.ts";
import { Refused } from "../sealing/bytes.ts";
import type { Book, Desk } from "./book.ts";
import { type Place, typedIn } from "./place.ts";
import {
	agreeToRecovery,
	type ConsentStanding,
	consentStanding,
	stopRecovery,
	takeConsentBack,
} from "./recovery-consent.ts";

export function showRecovery(place: Place, book: Book, desk: Desk): void {
	const standing = consentStanding(book, desk);
	const { now, earlier, offered } = standing;
	const names = custodianNames(place);
	for (const line of place.root.querySelectorAll<HTMLElement>(
		"[data-recovery-line]",
	)) {
		const isNow = line.dataset["recoveryLine"] === "now";
		const shown = isNow ? now : now === undefined ? earlier.at(-1) : undefined;
		line.hidden = shown === undefined;
		if (shown !== undefined) name(line, "[data-custodian-names]", shown, names);
	}
	const choice = place.root.querySelector<HTMLElement>(
		"[data-recovery-choice]",
	);
	if (choice === null) return;
	const state = stateOf(standing);
	choice.hidden = state === undefined;
	for (const part of choice.querySelectorAll<HTMLElement>(
		"[data-recovery-state]",
	))
		part.hidden =
			state === undefined ||
			!(part.dataset["recoveryState"] ?? "").split(" ").includes(state);
	if (offered !== undefined)
		name(choice, "[data-offered-names]", offered, names);
}

/** Wires the buttons. `book`: as it is now; `look`: loads it anew. */
export function offerRecovery(
	place: Place,
	desk: Desk,
	{
		book,
		look,
	}: { readonly book: () => Book; readonly look: () => Promise<void> },
): void {
	place.onSubmit('[data-submits="recovery"]', async (form) => {
		const typed = typedIn(form, "words").trim();
		if (typed === "") throw new Refused("wrong-words");
		await agreeToRecovery(desk, book(), typed);
		form.reset();
		await look();
	});
	place.on("recovery-take-back", () =>
		takeConsentBack(desk, book()).then(look),
	);
	place.on("recovery-stop", () => stopRecovery(desk, book()).then(look));
}

function stateOf({
	now,
	offered,
	hasAgreed,
	haveOthersAgreed,
}: ConsentStanding): string | undefined {
	if (now !== undefined) return "now";
	if (offered === undefined) return undefined;
	if (hasAgreed) return "agreed";
	return haveOthersAgreed ? "asked" : "offered";
}

function custodianNames(place: Place): ReadonlyMap<string, unknown> {
	const part = place.root.querySelector<HTMLElement>("[data-custodians]");
	return new Map(
		Object.entries(JSON.parse(part?.dataset["custodians"] ?? "{}")),
	);
}

function name(
	root: HTMLElement,
	selector: string,
	{ custodians }: RecoveryKey,
	names: ReadonlyMap<string, unknown>,
): void {
	const { lang } = document.documentElement;
	const text = new Intl.ListFormat(lang).format(
		custodians
			.map(({ person }) => {
				const known = names.get(person);
				return typeof known === "string" ? known : "?";
			})
			.toSorted(),
	);
	for (const part of root.querySelectorAll(selector)) part.textContent = text;
}
