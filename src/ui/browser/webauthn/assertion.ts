// One signature by a passkey: to sign in, or to derive the key that opens sealed notes. No side effects on import.
import {
	base64URLStringToBuffer,
	bufferToBase64URLString,
	startAuthentication,
} from "@simplewebauthn/browser";

export type AssertionOptions = {
	/** base64url; made here where nobody will check the signature, because only the derived key is wanted. */
	readonly challenge?: string;
	/** Left out: the host of this page. */
	readonly relyingParty?: string;
	/** base64url ids of the passkeys to ask for; empty: whichever the device offers. */
	readonly credentials?: readonly string[];
	/** With it the passkey derives 32 bytes that only it can derive again (the PRF extension). */
	readonly salt?: Uint8Array<ArrayBuffer>;
	/** Offers the passkey among the suggestions of a field, and waits until it is chosen. */
	readonly asAutofill?: boolean;
};

export type Assertion = {
	/** base64url id of the passkey that was used. */
	readonly credential: string;
	/** As JSON, to be sent to the server. */
	readonly answer: string;
	/** What it derived from `salt`; undefined where it, or the browser, cannot. */
	readonly derived: Uint8Array<ArrayBuffer> | undefined;
};

/** Rejects where the person cancels (NotAllowedError by name) or the browser knows no passkeys. */
export async function passkeyAssertion(
	options: AssertionOptions,
): Promise<Assertion> {
	const { salt } = options;
	const signed = await startAuthentication({
		optionsJSON: {
			challenge: options.challenge ?? newChallenge(),
			rpId: options.relyingParty ?? location.hostname,
			userVerification: "required",
			allowCredentials: (options.credentials ?? []).map((id) => ({
				id,
				type: "public-key",
			})),
			...(salt && { extensions: { prf: { eval: { first: salt } } } }),
		},
		useBrowserAutofill: options.asAutofill ?? false,
	});
	const { clientExtensionResults, ...answer } = signed;
	return {
		credential: signed.id,
		answer: JSON.stringify(answer),
		derived: derivedIn(clientExtensionResults),
	};
}

// What was derived stays in the browser: the answer that goes to the server is made without it.
function derivedIn(results: unknown): Uint8Array<ArrayBuffer> | undefined {
	const first = at(at(at(results, "prf"), "results"), "first");
	if (first instanceof ArrayBuffer) return new Uint8Array(first);
	if (!ArrayBuffer.isView(first)) return undefined;
	return Uint8Array.from(
		new Uint8Array(first.buffer, first.byteOffset, first.byteLength),
	);
}

function at(value: unknown, key: string): unknown {
	return typeof value === "object" && value !== null
		? Reflect.get(value, key)
		: undefined;
}

function newChallenge(): string {
	return bufferToBase64URLString(
		crypto.getRandomValues(new Uint8Array(32)).buffer,
	);
}

export { base64URLStringToBuffer, bufferToBase64URLString };
