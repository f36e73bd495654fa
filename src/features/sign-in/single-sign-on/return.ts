import { randomUUID } from "node:crypto";
import { actAs } from "../../../platform/database/database.ts";
import type { ProvedIdentity } from "../../../platform/identity-provider/identity-provider.ts";
import { Conflict } from "../../../platform/http/refusal.ts";
import {
	done,
	type Reply,
	redirect,
	type Writing,
} from "../../../platform/http/visit.ts";
import { record } from "../../../platform/journal/journal.ts";
import { asLocale, inLocale } from "../../../platform/locale/locale.ts";
import { post } from "../../../platform/mail/mail.ts";
import { t } from "../../../ui/text.ts";
import { signIn } from "../commands.ts";
import { signedInWith } from "../cookie.ts";
import type { Purpose } from "./flow.ts";
import {
	linkByEmployeeNumber,
	linkByInvitation,
	linkIdentity,
	recogniseIdentity,
} from "./identities.ts";

export type End =
	| { readonly kind: "reply"; readonly reply: Reply }
	| {
			readonly kind: "problem";
			readonly why: "unknown" | "taken" | "somebody-else";
	  };

/** What comes of a believed answer: somebody is signed in, or linked, or told why not. */
export function comeBack(
	visit: Writing,
	purpose: Purpose,
	identity: ProvedIdentity,
): Promise<End> {
	switch (purpose.kind) {
		case "sign-in":
			return backToSignIn(visit, purpose.next, identity);
		case "link":
			return backToLink(visit, purpose.person, identity);
		case "invitation":
			return backToInvitation(visit, purpose.link, identity);
	}
}

async function backToSignIn(
	visit: Writing,
	next: string,
	identity: ProvedIdentity,
): Promise<End> {
	const known = await recogniseIdentity(visit.tx, identity);
	if (known !== undefined) return signedIn(visit, known, next);
	const numbered = await linkByEmployeeNumber(visit.tx, identity);
	if (numbered !== undefined) {
		await tellOwner(visit, numbered);
		return signedIn(visit, numbered, next);
	}
	await record(visit.tx, { act: "refuse-identity" });
	return { kind: "problem", why: "unknown" };
}

async function backToLink(
	visit: Writing,
	person: string,
	identity: ProvedIdentity,
): Promise<End> {
	if (visit.visitor?.id !== person)
		return { kind: "problem", why: "somebody-else" };
	const isLinked = await linkIdentity(visit.tx, person, {
		identity,
		by: "person",
	});
	if (!isLinked) return { kind: "problem", why: "taken" };
	await tellOwner(visit, person);
	return {
		kind: "reply",
		reply: redirect(
			"/me/sign-ins",
			done(t("From now on you can sign in that way.")),
		),
	};
}

async function backToInvitation(
	visit: Writing,
	link: Buffer,
	identity: ProvedIdentity,
): Promise<End> {
	await actAs(visit.tx, { kind: "process", process: "sign-in" });
	const invited = await linkByInvitation(visit.tx, link, identity);
	if (invited !== undefined) return signedIn(visit, invited, "/");
	// A refusal rolls back: the invitation stays good.
	throw new Conflict(
		t(
			"This identity is already linked to another account. Sign out at the identity provider, and open your invitation again as yourself.",
		),
	);
}

async function signedIn(
	visit: Writing,
	person: string,
	next: string,
): Promise<End> {
	const token = await signIn(visit.tx, person, {
		method: "single-sign-on",
		device: visit.device,
	});
	return {
		kind: "reply",
		reply: redirect(next, undefined, [
			signedInWith(visit, token, "single-sign-on"),
		]),
	};
}

/** Whoever did not link it themselves must learn of it. */
async function tellOwner(visit: Writing, person: string): Promise<void> {
	const { locale } = await visit.tx
		.selectFrom("person")
		.select("locale")
		.where("id", "=", person)
		.executeTakeFirstOrThrow();
	const letter = inLocale(asLocale(locale) ?? "en", () => ({
		subject: t("Single sign-on now signs you in"),
		paragraphs: [
			t(
				"Your account in Baton has just been linked to an identity at your organisation’s identity provider.",
			),
			t(
				"If that was not you, remove it now, sign out everywhere, and tell whoever runs Baton in your organisation.",
			),
		],
		button: {
			label: t("See how you sign in"),
			url: `${visit.origin}/me/sign-ins`,
		},
		foot: t("Baton, your organisation’s mentoring platform"),
	}));
	await post(visit.tx, {
		to: person,
		kind: "identity-linked",
		event: `identity ${randomUUID()}`,
		letter,
	});
}
