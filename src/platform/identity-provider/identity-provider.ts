// The organisation's OpenID Connect provider. Everything that makes an answer believable is checked by openid-client (signature, issuer,
// audience, expiry, nonce, state, PKCE); what it leaves to its user is checked here.
import * as openid from "openid-client";

export type ProviderOptions = {
	/** Exactly as the provider spells it. */
	readonly issuer: string;
	readonly clientId: string;
	readonly clientSecret: string;
	/** What people know it by: "Meridian account". */
	readonly label: string;
	/** The claim that holds the employee number, where the organisation vouches that nobody can change their own. */
	readonly employeeClaim: string | undefined;
};

/** What is kept of a visit to the provider until its answer comes. */
export type Expectation = {
	readonly state: string;
	readonly nonce: string;
	readonly codeVerifier: string;
};

export type ProvedIdentity = {
	readonly issuer: string;
	readonly subject: string;
	readonly employeeNumber: string | undefined;
};

export type Proof =
	| { readonly ok: true; readonly identity: ProvedIdentity }
	/** code: what the log may hold; no personal data. */
	| {
			readonly ok: false;
			readonly why: "cancelled" | "not-believed" | "unreachable";
			readonly code: string;
	  };

export type IdentityProvider = Pick<ProviderOptions, "issuer" | "label"> & {
	/** Whether employee numbers link people who have not been here before. */
	readonly knowsEmployeeNumbers: boolean;
	/** Where the browser goes; undefined while the provider cannot be reached. */
	readonly addressFor: (
		expected: Expectation,
		terms: { readonly returnTo: string; readonly mustAskAgain: boolean },
	) => Promise<string | undefined>;
	readonly prove: (answer: URL, expected: Expectation) => Promise<Proof>;
	/** Where to sign out there too; undefined where the provider has no such page. */
	readonly signOutAddress: (returnTo: string) => Promise<string | undefined>;
};

export function newExpectation(): Expectation {
	return {
		state: openid.randomState(),
		nonce: openid.randomNonce(),
		codeVerifier: openid.randomPKCECodeVerifier(),
	};
}

export function identityProvider(options: ProviderOptions): IdentityProvider {
	const found = remembered(() => discover(options));
	return {
		issuer: options.issuer,
		label: options.label,
		knowsEmployeeNumbers: options.employeeClaim !== undefined,
		addressFor: async (expected, { returnTo, mustAskAgain }) => {
			const configuration = await found().catch(() => undefined);
			if (configuration === undefined) return undefined;
			return openid.buildAuthorizationUrl(configuration, {
				redirect_uri: returnTo,
				scope: "openid",
				state: expected.state,
				nonce: expected.nonce,
				code_challenge: await openid.calculatePKCECodeChallenge(
					expected.codeVerifier,
				),
				code_challenge_method: "S256",
				...(mustAskAgain ? { prompt: "login" } : {}),
			}).href;
		},
		prove: async (answer, expected) => {
			try {
				const granted = await openid.authorizationCodeGrant(
					await found(),
					answer,
					{
						expectedState: expected.state,
						expectedNonce: expected.nonce,
						pkceCodeVerifier: expected.codeVerifier,
						idTokenExpected: true,
					},
				);
				return believed(granted.claims(), options);
			} catch (error) {
				return { ok: false, ...troubleIn(error) };
			}
		},
		signOutAddress: async (returnTo) => {
			const configuration = await found().catch(() => undefined);
			return configuration?.serverMetadata().end_session_endpoint === undefined
				? undefined
				: openid.buildEndSessionUrl(configuration, {
						post_logout_redirect_uri: returnTo,
					}).href;
		},
	};
}

async function discover(
	options: ProviderOptions,
): Promise<openid.Configuration> {
	const issuer = new URL(options.issuer);
	const configuration = await openid.discovery(
		issuer,
		options.clientId,
		options.clientSecret,
		undefined,
		{
			timeout: 5,
			// Without https only on this machine; config.ts refuses anything else at start.
			execute:
				issuer.protocol === "http:" ? [openid.allowInsecureRequests] : [],
		},
	);
	// The signature too, although the token comes straight from the provider.
	openid.enableNonRepudiationChecks(configuration);
	return configuration;
}

function believed(
	claims: openid.IDToken | undefined,
	options: ProviderOptions,
): Proof {
	const refused = (code: string) =>
		({ ok: false, why: "not-believed", code }) as const;
	if (claims === undefined) return refused("no-id-token");
	if (claims.iss !== options.issuer) return refused("issuer");
	if (claims.sub === "") return refused("subject");
	if (claims["azp"] !== undefined && claims["azp"] !== options.clientId)
		return refused("azp");
	const number =
		options.employeeClaim === undefined
			? undefined
			: claims[options.employeeClaim];
	const isNumber = typeof number === "string" || typeof number === "number";
	return {
		ok: true,
		identity: {
			issuer: claims.iss,
			subject: claims.sub,
			employeeNumber: isNumber ? String(number).trim() : undefined,
		},
	};
}

function troubleIn(error: unknown): {
	readonly why: "cancelled" | "not-believed" | "unreachable";
	readonly code: string;
} {
	if (error instanceof openid.AuthorizationResponseError)
		return {
			why: error.error === "access_denied" ? "cancelled" : "not-believed",
			code: `answer-${error.error.slice(0, 40)}`,
		};
	const code =
		error instanceof Error && "code" in error ? String(error.code) : "";
	const isUnreachable =
		error instanceof TypeError ||
		["OAUTH_TIMEOUT", "OAUTH_ABORT", "ECONNREFUSED"].includes(code);
	return { why: isUnreachable ? "unreachable" : "not-believed", code };
}

const HOUR = 3_600_000;

/** Asked once an hour, and again after a failure. */
function remembered<T>(ask: () => Promise<T>): () => Promise<T> {
	let asked: { readonly answer: Promise<T>; readonly at: number } | undefined;
	return () => {
		if (asked === undefined || performance.now() - asked.at > HOUR) {
			const answer = ask();
			asked = { answer, at: performance.now() };
			answer.catch(() => {
				asked = undefined;
			});
		}
		return asked.answer;
	};
}
