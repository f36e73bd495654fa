import { z } from "zod";
import type {
	IdentityProvider,
	Proof,
} from "../../../platform/identity-provider/identity-provider.ts";
import { anyone, signedIn } from "../../../platform/http/guard.ts";
import { Invalid, NotFound } from "../../../platform/http/refusal.ts";
import {
	action,
	journalledPage,
	page,
	type Route,
} from "../../../platform/http/route.ts";
import { turns } from "../../../platform/http/turns.ts";
import {
	done,
	type Reply,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../../platform/http/visit.ts";
import { log } from "../../../platform/log/log.ts";
import { t } from "../../../ui/text.ts";
import { challengeLimit, countAttempt, tooMany } from "../attempts.ts";
import { safePath } from "../forms.ts";
import { requireFresh } from "../freshness.ts";
import { tokenHash } from "../token.ts";
import {
	ContinuePage,
	SingleSignOnProblemPage,
	type SingleSignOnTrouble,
} from "../views/single-sign-on.tsx";
import { beginFlow, type Purpose, returnPath, takeFlow } from "./flow.ts";
import { unlinkIdentity } from "./identities.ts";
import { comeBack } from "./return.ts";

/** Each holds a connection while the provider is asked: a slow one must not take them all. */
const returning = turns({ atOnce: 4, mostWaiting: 100 });

/** Signing in through the organisation's identity provider; there are no such routes where none is set up. */
export function singleSignOnRoutes(
	provider: IdentityProvider | undefined,
): Route[] {
	return provider === undefined
		? []
		: [...wayOut(provider), wayBack(provider), ...ownIdentity(provider)];
}

function wayOut(provider: IdentityProvider): Route[] {
	return [
		page("/sign-in/single-sign-on", {
			allow: anyone,
			what: "Go to the organisation’s identity provider to sign in",
			show: (visit) =>
				setOut(visit, provider, {
					kind: "sign-in",
					next: safePath(visit.query.get("next") ?? undefined),
				}),
		}),
		page("/link/:token/single-sign-on", {
			allow: anyone,
			what: "Accept an invitation with one’s identity at the provider",
			show: (visit) =>
				setOut(visit, provider, {
					kind: "invitation",
					link: tokenHash(visit.params.token),
				}),
		}),
		page("/sign-out/single-sign-on", {
			allow: anyone,
			what: "Sign out at the identity provider too",
			show: async (visit) =>
				redirect(
					(await provider.signOutAddress(`${visit.origin}/sign-in`)) ??
						"/sign-in",
				),
		}),
	];
}

function wayBack(provider: IdentityProvider): Route {
	return journalledPage(returnPath, {
		allow: anyone,
		what: "Come back from the identity provider, with its answer",
		inTurn: returning,
		show: async (visit) => {
			if (visit.frame.isDemonstration) throw new NotFound();
			const flow = await takeFlow(visit, provider);
			if (flow === undefined) return problem(visit, provider, "no-flow");
			const proof = await provider.prove(
				new URL(visit.frame.path, visit.origin),
				flow.expected,
			);
			if (!proof.ok) return refused(visit, provider, proof);
			const end = await comeBack(visit, flow.purpose, proof.identity);
			return end.kind === "reply"
				? end.reply
				: problem(visit, provider, end.why);
		},
	});
}

function ownIdentity(provider: IdentityProvider): Route[] {
	return [
		action("/me/identity", {
			allow: signedIn,
			what: "Link one’s own account to one’s identity at the provider",
			isJournalled: false,
			form: z.object({}),
			act: async (visit) => {
				await requireFresh(visit);
				const person = visitorOf(visit).id;
				const begun = await begin(visit, provider, { kind: "link", person });
				return begun === undefined
					? problem(visit, provider, "unreachable")
					: show(
							<ContinuePage
								frame={visit.frame}
								label={provider.label}
								address={begun.address}
							/>,
							200,
							[begun.cookie],
						);
			},
		}),
		action("/me/identity/unlink", {
			allow: signedIn,
			what: "Take one’s own link to the identity provider away",
			form: z.object({}),
			act: async (visit) => {
				const { id } = visitorOf(visit);
				await unlinkIdentity(visit.tx, id, provider.issuer);
				return redirect(
					"/me/sign-ins",
					done(t("{label} signs you in no more.", { label: provider.label })),
				);
			},
		}),
	];
}

async function setOut(
	visit: Visit,
	provider: IdentityProvider,
	purpose: Purpose,
): Promise<Reply> {
	const begun = await begin(visit, provider, purpose);
	return begun === undefined
		? problem(visit, provider, "unreachable")
		: redirect(begun.address, undefined, [begun.cookie]);
}

async function begin(
	visit: Visit,
	provider: IdentityProvider,
	purpose: Purpose,
) {
	// The people of the demonstration are invented: no real identity is theirs.
	if (visit.frame.isDemonstration) throw new NotFound();
	if (!(await countAttempt(visit, challengeLimit, visit.network)))
		throw new Invalid({}, tooMany(challengeLimit));
	return beginFlow(visit, provider, purpose);
}

function refused(
	visit: Visit,
	provider: IdentityProvider,
	{ why, code }: Extract<Proof, { ok: false }>,
): Reply {
	log("single-sign-on-refused", { why, code });
	return problem(visit, provider, why);
}

function problem(
	visit: Visit,
	provider: IdentityProvider,
	trouble: SingleSignOnTrouble,
): Reply {
	return show(
		<SingleSignOnProblemPage
			frame={visit.frame}
			label={provider.label}
			trouble={trouble}
		/>,
		trouble === "unreachable" ? 502 : 403,
	);
}
