// An identity provider that answers as a test wants it to, also as no honest one would.
import { once } from "node:events";
import {
	createHash,
	createSign,
	generateKeyPairSync,
	type KeyObject,
	randomUUID,
} from "node:crypto";
import {
	createServer,
	type IncomingMessage,
	type ServerResponse,
} from "node:http";
import { addressOf } from "./address.ts";

export type Claims = Readonly<Record<string, unknown>>;

export type Story = {
	/** Laid over the honest claims of the id token; undefined takes one away. */
	readonly claims?: Claims;
	/** Signed by a key that the provider does not publish. */
	readonly isForged?: boolean;
	/** Sent unsigned: alg none. */
	readonly isUnsigned?: boolean;
	readonly withoutIdToken?: boolean;
};

export type FalseProvider = AsyncDisposable & {
	readonly issuer: string;
	/** What the browser brings back after it was sent to `address`; the next token tells this story. */
	readonly answer: (
		address: string,
		subject: string,
		story?: Story,
	) => Promise<URL>;
	/** What arrived at the token endpoint, in order. */
	readonly asked: URLSearchParams[];
};

export const clientId = "baton";

export async function falseProvider(): Promise<FalseProvider> {
	const keys = { honest: keyPair(), foreign: keyPair() };
	const codes = new Map<string, Granted>();
	const asked: URLSearchParams[] = [];
	const handle = async (request: IncomingMessage, response: ServerResponse) => {
		const { pathname } = new URL(request.url ?? "/", issuer);
		if (pathname === "/.well-known/openid-configuration")
			return json(response, metadata(issuer));
		if (pathname === "/keys")
			return json(response, { keys: [published(keys.honest.publicKey)] });
		let body = "";
		for await (const chunk of request) body += String(chunk);
		const form = new URLSearchParams(body);
		asked.push(form);
		const granted = codes.get(form.get("code") ?? "");
		codes.delete(form.get("code") ?? "");
		if (granted === undefined || !isProved(granted, form))
			return json(response, { error: "invalid_grant" }, 400);
		json(response, tokens(granted, { issuer, keys }));
	};
	const server = createServer(
		(request, response) => void handle(request, response),
	);
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const issuer = `http://127.0.0.1:${addressOf(server).port}`;
	return {
		issuer,
		asked,
		answer: async (address, subject, story = {}) => {
			const { searchParams: wanted } = new URL(address);
			const code = randomUUID();
			codes.set(code, { wanted, subject, story });
			const back = new URL(wanted.get("redirect_uri") ?? "");
			back.searchParams.set("code", code);
			back.searchParams.set("state", wanted.get("state") ?? "");
			back.searchParams.set("iss", issuer);
			return back;
		},
		async [Symbol.asyncDispose]() {
			server.close();
			server.closeAllConnections();
			await once(server, "close");
		},
	};
}

type Granted = {
	readonly wanted: URLSearchParams;
	readonly subject: string;
	readonly story: Story;
};

type Keys = {
	readonly honest: ReturnType<typeof keyPair>;
	readonly foreign: ReturnType<typeof keyPair>;
};

function tokens(
	{ wanted, subject, story }: Granted,
	{ issuer, keys }: { readonly issuer: string; readonly keys: Keys },
) {
	const now = Math.floor(Date.now() / 1000);
	const claims = {
		iss: issuer,
		sub: subject,
		aud: clientId,
		exp: now + 300,
		iat: now,
		nonce: wanted.get("nonce"),
		...story.claims,
	};
	const key = (story.isForged ? keys.foreign : keys.honest).privateKey;
	return {
		access_token: randomUUID(),
		token_type: "Bearer",
		...(story.withoutIdToken
			? {}
			: { id_token: signed(claims, story.isUnsigned ? undefined : key) }),
	};
}

function signed(claims: object, key: KeyObject | undefined): string {
	const header = { alg: key === undefined ? "none" : "RS256", kid: "one" };
	const text = [header, claims]
		.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
		.join(".");
	return `${text}.${key === undefined ? "" : createSign("sha256").update(text).sign(key, "base64url")}`;
}

/** PKCE, as RFC 7636 has it. */
function isProved({ wanted }: Granted, form: URLSearchParams): boolean {
	const challenge = createHash("sha256")
		.update(form.get("code_verifier") ?? "")
		.digest("base64url");
	return challenge === wanted.get("code_challenge");
}

function keyPair() {
	return generateKeyPairSync("rsa", { modulusLength: 2048 });
}

function published(key: KeyObject) {
	return { ...key.export({ format: "jwk" }), kid: "one", use: "sig" };
}

function metadata(issuer: string) {
	return {
		issuer,
		authorization_endpoint: `${issuer}/authorize`,
		token_endpoint: `${issuer}/token`,
		jwks_uri: `${issuer}/keys`,
		end_session_endpoint: `${issuer}/out`,
		response_types_supported: ["code"],
		subject_types_supported: ["public"],
		id_token_signing_alg_values_supported: ["RS256"],
		code_challenge_methods_supported: ["S256"],
		authorization_response_iss_parameter_supported: true,
	};
}

function json(response: ServerResponse, value: unknown, status = 200): void {
	response.writeHead(status, { "content-type": "application/json" });
	response.end(JSON.stringify(value));
}
