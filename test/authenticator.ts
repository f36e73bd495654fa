// A passkey device in software, so that tests can also answer as no honest device would. WebAuthn level 3, sections 6.1 and 6.5.
import {
	createHash,
	createSign,
	generateKeyPairSync,
	type KeyObject,
	randomBytes,
} from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

export type Lies = {
	readonly origin?: string;
	readonly host?: string;
	readonly type?: string;
	readonly challenge?: string;
	/** Left out: one more than before. */
	readonly counter?: number;
	/** The owner was not asked for a finger, a face or a PIN. */
	readonly isUnverified?: boolean;
	/** Signed by a key that nobody knows. */
	readonly isForged?: boolean;
};

export type Authenticator = {
	readonly credential: string;
	/** The answer to a request for a new passkey, as the page's island sends it. */
	readonly make: (challenge: string, lies?: Lies) => string;
	/** The answer to a request to sign. */
	readonly sign: (challenge: string, lies?: Lies) => string;
};

export function newAuthenticator(origin = "http://localhost"): Authenticator {
	const id = randomBytes(32);
	const { privateKey, publicKey } = keyPair();
	const forged = keyPair().privateKey;
	let counter = 0;
	const credential = id.toString("base64url");
	const data = (lies: Lies, attested: Buffer) => {
		counter = lies.counter ?? counter + 1;
		return authenticatorData(lies.host ?? new URL(origin).hostname, counter, {
			isVerified: !lies.isUnverified,
			attested,
		});
	};
	const client = (type: string, challenge: string, lies: Lies) =>
		Buffer.from(
			JSON.stringify({
				type: lies.type ?? type,
				challenge: lies.challenge ?? challenge,
				origin: lies.origin ?? origin,
				crossOrigin: false,
			}),
		);
	return {
		credential,
		make: (challenge, lies = {}) => {
			const authData = data(lies, attestedCredential(id, publicKey));
			const object = isoCBOR.encode(
				new Map<string, unknown>([
					["fmt", "none"],
					["attStmt", new Map()],
					["authData", new Uint8Array(authData)],
				]) as Parameters<typeof isoCBOR.encode>[0],
			);
			return JSON.stringify({
				id: credential,
				rawId: credential,
				type: "public-key",
				response: {
					clientDataJSON: encoded(client("webauthn.create", challenge, lies)),
					attestationObject: encoded(object),
					transports: ["internal"],
				},
				clientExtensionResults: { prf: { enabled: true } },
			});
		},
		sign: (challenge, lies = {}) => {
			const authData = data(lies, Buffer.of());
			const clientData = client("webauthn.get", challenge, lies);
			const signature = createSign("sha256")
				.update(authData)
				.update(createHash("sha256").update(clientData).digest())
				.sign(lies.isForged ? forged : privateKey);
			return JSON.stringify({
				id: credential,
				rawId: credential,
				type: "public-key",
				response: {
					clientDataJSON: encoded(clientData),
					authenticatorData: encoded(authData),
					signature: encoded(signature),
				},
			});
		},
	};
}

function keyPair() {
	return generateKeyPairSync("ec", { namedCurve: "P-256" });
}

function authenticatorData(
	host: string,
	counter: number,
	{
		isVerified,
		attested,
	}: { readonly isVerified: boolean; readonly attested: Buffer },
): Buffer {
	const count = Buffer.alloc(4);
	count.writeUInt32BE(counter);
	// Present 0x01, verified 0x04, attested data 0x40.
	const flags =
		0x01 | (isVerified ? 0x04 : 0) | (attested.length > 0 ? 0x40 : 0);
	return Buffer.concat([
		createHash("sha256").update(host).digest(),
		Buffer.of(flags),
		count,
		attested,
	]);
}

function attestedCredential(id: Buffer, publicKey: KeyObject): Buffer {
	const { x = "", y = "" } = publicKey.export({ format: "jwk" });
	const coordinate = (value: string) =>
		new Uint8Array(Buffer.from(value, "base64url"));
	// COSE: EC2, ES256, P-256.
	const key = isoCBOR.encode(
		new Map<number, number | Uint8Array>([
			[1, 2],
			[3, -7],
			[-1, 1],
			[-2, coordinate(x)],
			[-3, coordinate(y)],
		]) as Parameters<typeof isoCBOR.encode>[0],
	);
	const length = Buffer.alloc(2);
	length.writeUInt16BE(id.length);
	return Buffer.concat([Buffer.alloc(16), length, id, key]);
}

function encoded(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString("base64url");
}
