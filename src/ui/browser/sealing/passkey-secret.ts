// The secret a passkey gives for a salt (the PRF extension, https://www.w3.org/TR/webauthn-3/#prf-extension): the same for the same passkey and
// salt, on every device the passkey is on, after the person has shown who they are. The server never sees it.
import { type Bytes, fromText, randomBytes, Refused, toText } from "./bytes.ts";

export type PasskeySecret = {
	/** Which passkey gave it, base64url. */
	readonly credential: string;
	readonly secret: Bytes;
};

/** Asks one of these passkeys, each with its own salt. Throws "no-passkey" where none answers. */
export async function secretOfPasskey(
	known: readonly { readonly credential: string; readonly salt: Bytes }[],
): Promise<PasskeySecret> {
	return ask({
		allowCredentials: known.map(({ credential }) => ({
			type: "public-key",
			id: fromText(credential),
		})),
		extensions: {
			prf: {
				evalByCredential: Object.fromEntries(
					known.map(({ credential, salt }) => [credential, { first: salt }]),
				),
			},
		},
	});
}

/** Lets the person choose any passkey of theirs for this address. */
export async function secretOfAnyPasskey(salt: Bytes): Promise<PasskeySecret> {
	return ask({ extensions: { prf: { eval: { first: salt } } } });
}

async function ask(
	terms: Pick<
		PublicKeyCredentialRequestOptions,
		"allowCredentials" | "extensions"
	>,
): Promise<PasskeySecret> {
	const credential = await navigator.credentials
		.get({
			publicKey: {
				// Nobody checks the answer: what counts is the secret.
				challenge: randomBytes(32),
				userVerification: "required",
				...terms,
			},
		})
		.catch(() => null);
	if (!(credential instanceof PublicKeyCredential))
		throw new Refused("no-passkey");
	const first = credential.getClientExtensionResults().prf?.results?.first;
	if (first === undefined) throw new Refused("no-passkey");
	const secret = ArrayBuffer.isView(first)
		? new Uint8Array(
				first.buffer.slice(
					first.byteOffset,
					first.byteOffset + first.byteLength,
				),
			)
		: new Uint8Array(first);
	return {
		credential: toText(new Uint8Array(credential.rawId)),
		secret: new Uint8Array(secret),
	};
}
