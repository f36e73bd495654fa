// Signing in by passkey, and making one. The forms are hidden until this browser turns out to know passkeys; what the device answers goes
// to the server in a field of the same form that any other answer would use. Without this script there are password and link.
import {
	browserSupportsWebAuthn,
	browserSupportsWebAuthnAutofill,
	type PublicKeyCredentialCreationOptionsJSON,
	startRegistration,
	WebAuthnError,
} from "@simplewebauthn/browser";
import { passkeyAssertion } from "./webauthn/assertion.ts";

/** A challenge lasts ten minutes; what waits among a field's suggestions asks for a new one before. */
const MILLISECONDS_BETWEEN_CHALLENGES = 8 * 60_000;

if (browserSupportsWebAuthn())
	for (const place of document.querySelectorAll<HTMLElement>(
		"[data-passkey]",
	)) {
		const form =
			place instanceof HTMLFormElement ? place : place.querySelector("form");
		if (form === null) continue;
		place.hidden = false;
		// Some browsers fill a form in again after going back.
		const field = answerField(form);
		if (field !== null) field.value = "";
		const isSignIn = place.dataset["passkey"] === "sign-in";
		form.addEventListener("submit", (event) => {
			if (answerField(form)?.value !== "") return;
			event.preventDefault();
			void ask(place, form, () => (isSignIn ? sign(place) : make(place)));
		});
		if (isSignIn) void offerAsAutofill(place, form);
	}

async function sign(place: HTMLElement, asAutofill = false): Promise<string> {
	const { challenge, rpId } = await fetched<{
		challenge: string;
		rpId: string;
	}>(place);
	const { answer } = await passkeyAssertion({
		challenge,
		relyingParty: rpId,
		asAutofill,
	});
	return answer;
}

async function make(place: HTMLElement): Promise<string> {
	const options = await fetched<PublicKeyCredentialCreationOptionsJSON>(place);
	const made = await startRegistration({
		optionsJSON: {
			...options,
			extensions: { ...options.extensions, prf: {} },
		},
	});
	return JSON.stringify({
		id: made.id,
		rawId: made.rawId,
		type: made.type,
		response: {
			clientDataJSON: made.response.clientDataJSON,
			attestationObject: made.response.attestationObject,
			transports: made.response.transports ?? [],
		},
		clientExtensionResults: { prf: prfIn(made.clientExtensionResults) },
	});
}

async function ask(
	place: HTMLElement,
	form: HTMLFormElement,
	answer: () => Promise<string>,
): Promise<void> {
	say(place, "waiting");
	try {
		send(form, await answer());
	} catch (error) {
		say(place, troubleOf(error));
		// A request from a button ends the one that waited among the suggestions.
		if (place.dataset["passkey"] === "sign-in")
			void offerAsAutofill(place, form);
	}
}

async function offerAsAutofill(
	place: HTMLElement,
	form: HTMLFormElement,
): Promise<void> {
	if (!(await browserSupportsWebAuthnAutofill())) return;
	const renewal = setTimeout(
		() => void offerAsAutofill(place, form),
		MILLISECONDS_BETWEEN_CHALLENGES,
	);
	try {
		send(form, await sign(place, true));
	} catch {
		// Nobody chose it, or a button was pressed instead.
		clearTimeout(renewal);
	}
}

function send(form: HTMLFormElement, answer: string): void {
	const field = answerField(form);
	if (field === null) return;
	field.value = answer;
	form.requestSubmit();
}

async function fetched<Options>(place: HTMLElement): Promise<Options> {
	const response = await fetch(place.dataset["challenge"] ?? "");
	if (!response.ok) throw new Error("no challenge");
	const options: Options = await response.json();
	return options;
}

function answerField(form: HTMLFormElement): HTMLInputElement | null {
	return form.querySelector<HTMLInputElement>('input[name="answer"]');
}

function say(place: HTMLElement, what: "waiting" | Trouble): void {
	const line = place.querySelector("output");
	if (line !== null) line.textContent = place.dataset[what] ?? "";
}

type Trouble = "cancelled" | "known" | "failed";

function troubleOf(error: unknown): Trouble {
	if (
		error instanceof WebAuthnError &&
		error.code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED"
	)
		return "known";
	return error instanceof Error &&
		["NotAllowedError", "AbortError"].includes(error.name)
		? "cancelled"
		: "failed";
}

function prfIn(results: object): { enabled?: boolean } | undefined {
	const prf: unknown = Reflect.get(results, "prf");
	if (typeof prf !== "object" || prf === null) return undefined;
	const enabled: unknown = Reflect.get(prf, "enabled");
	return typeof enabled === "boolean" ? { enabled } : {};
}
