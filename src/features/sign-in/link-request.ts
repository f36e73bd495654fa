import { sql } from "kysely";
import {
	actAs,
	type Database,
	transact,
	type Tx,
} from "../../platform/database/database.ts";
import { addJob, type Job } from "../../platform/jobs/jobs.ts";
import { record } from "../../platform/journal/journal.ts";
import { asLocale, inLocale } from "../../platform/locale/locale.ts";
import type { Letter } from "../../platform/mail/letter.ts";
import { post } from "../../platform/mail/mail.ts";
import { t } from "../../ui/text.ts";
import { makeLink } from "./commands.ts";
import { findAccount } from "./queries.ts";

export type RequestedLink = "magic-link" | "password-reset";

/** Notes that somebody asked. The same few rows for every address: whose it is, if anybody's, is looked up by the job. */
export async function requestLink(
	tx: Tx,
	email: string,
	purpose: RequestedLink,
): Promise<void> {
	await actAs(tx, { kind: "process", process: "sign-in" });
	const { id } = await tx
		.insertInto("link_request")
		.values({ email, purpose })
		.returning("id")
		.executeTakeFirstOrThrow();
	await addJob(tx, "answer-link-request", { request: id });
	await record(tx, { act: `request-${purpose}` });
}

export function linkRequestJob(origin: string): Job {
	return {
		name: "answer-link-request",
		run: ({ request }, database) =>
			answerLinkRequest(database, String(request), origin),
	};
}

/** Sends the link to the account with this address, if there is one. The address is forgotten either way. */
async function answerLinkRequest(
	database: Database,
	request: string,
	origin: string,
): Promise<void> {
	await transact(
		database,
		{ actor: { kind: "process", process: "sign-in" }, access: "write" },
		async (tx) => {
			const asked = await tx
				.deleteFrom("link_request")
				.where("id", "=", request)
				.returning([
					"email",
					"purpose",
					sql<boolean>`asked_at > now() - interval '30 minutes'`.as("isRecent"),
				])
				.executeTakeFirst();
			// A queue that stood still must not send, hours later, what nobody waits for.
			if (asked === undefined || !asked.isRecent) return;
			const account = await findAccount(tx, asked.email);
			if (account === undefined) return;
			const { purpose } = asked;
			const token = await makeLink(tx, account.id, { purpose, madeBy: null });
			const url = `${origin}/link/${token}`;
			await post(tx, {
				to: account.id,
				kind: purpose,
				event: `link ${request}`,
				letter: inLocale(asLocale(account.locale) ?? "en", () =>
					letterFor(purpose, url),
				),
				holdsSignInLink: true,
			});
		},
	);
}

function letterFor(purpose: RequestedLink, url: string): Letter {
	const foot = t("Baton, your organisation’s mentoring platform");
	const ifNotYou = t(
		"If it was not you, do nothing: without the link nobody gets in.",
	);
	return purpose === "magic-link"
		? {
				subject: t("Your link to sign in"),
				paragraphs: [
					t(
						"Someone asked for a link that signs you in to Baton. It works once, within thirty minutes.",
					),
					ifNotYou,
				],
				button: { label: t("Sign in"), url },
				foot,
			}
		: {
				subject: t("Choose a new password"),
				paragraphs: [
					t(
						"Someone asked for a new password for your account in Baton. This link lets you choose one; it works once, within two hours.",
					),
					ifNotYou,
				],
				button: { label: t("Choose a new password"), url },
				foot,
			};
}
