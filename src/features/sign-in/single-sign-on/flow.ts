import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import {
	type Expectation,
	type IdentityProvider,
	newExpectation,
} from "../../../platform/identity-provider/identity-provider.ts";
import type { CookieChange, Visit } from "../../../platform/http/visit.ts";
import { tokenHash } from "../token.ts";

export type Purpose =
	| { readonly kind: "sign-in"; readonly next: string }
	| { readonly kind: "link"; readonly person: string }
	| { readonly kind: "invitation"; readonly link: Buffer };

export const returnPath = "/sign-in/single-sign-on/return";

const MINUTES = 10;

/**
 * Sets out to the provider. What must come back is kept in the database, bound to this browser by a cookie: an answer that somebody else
 * fetched, and slipped to this browser, finds nothing.
 */
export async function beginFlow(
	visit: Visit,
	provider: IdentityProvider,
	purpose: Purpose,
): Promise<
	{ readonly address: string; readonly cookie: CookieChange } | undefined
> {
	const expected = newExpectation();
	const address = await provider.addressFor(expected, {
		returnTo: `${visit.origin}${returnPath}`,
		mustAskAgain: purpose.kind !== "sign-in",
	});
	if (address === undefined) return undefined;
	// Two tabs at once share what the browser was given first.
	const browser = visit.flow ?? randomBytes(32).toString("base64url");
	await visit.apart("sign-in", async (tx) => {
		await tx
			.deleteFrom("identity_flow")
			.where("expires_at", "<", sql<Date>`now()`)
			.execute();
		await tx
			.insertInto("identity_flow")
			.values({
				state_hash: tokenHash(expected.state),
				browser_hash: tokenHash(browser),
				nonce: expected.nonce,
				code_verifier: expected.codeVerifier,
				issuer: provider.issuer,
				purpose: purpose.kind,
				person_id: purpose.kind === "link" ? purpose.person : null,
				link_hash: purpose.kind === "invitation" ? purpose.link : null,
				next: purpose.kind === "sign-in" ? purpose.next : "/",
				expires_at: sql<Date>`now() + make_interval(mins => ${MINUTES})`,
			})
			.execute();
	});
	return {
		address,
		cookie: { name: "baton-flow", value: browser, seconds: MINUTES * 60 },
	};
}

/** Takes out what this answer belongs to, on a transaction of its own: a second answer with the same state finds nothing. */
export async function takeFlow(
	visit: Visit,
	provider: IdentityProvider,
): Promise<
	{ readonly expected: Expectation; readonly purpose: Purpose } | undefined
> {
	const state = visit.query.get("state");
	const { flow: browser } = visit;
	if (state === null || browser === undefined) return undefined;
	const taken = await visit.apart("sign-in", (tx) =>
		tx
			.deleteFrom("identity_flow")
			.where("state_hash", "=", tokenHash(state))
			.where("browser_hash", "=", tokenHash(browser))
			.where("issuer", "=", provider.issuer)
			.returningAll()
			.executeTakeFirst(),
	);
	if (taken === undefined || taken.expires_at < visit.now) return undefined;
	return {
		expected: {
			state,
			nonce: taken.nonce,
			codeVerifier: taken.code_verifier,
		},
		purpose: purposeOf(taken),
	};
}

function purposeOf(taken: {
	readonly next: string;
	readonly person_id: string | null;
	readonly link_hash: Buffer | null;
}): Purpose {
	if (taken.person_id !== null)
		return { kind: "link", person: taken.person_id };
	return taken.link_hash === null
		? { kind: "sign-in", next: taken.next }
		: { kind: "invitation", link: taken.link_hash };
}
