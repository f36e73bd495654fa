import { sql } from "kysely";
import { searchTextOf } from "../../domain/people/fold.ts";
import { actAs, type Tx } from "../../platform/database/database.ts";
import { Conflict, Invalid, NotFound } from "../../platform/http/refusal.ts";
import { record } from "../../platform/journal/journal.ts";
import { t } from "../../ui/text.ts";
import { hashPassword } from "./password.ts";
import { findLink } from "./queries.ts";
import { newToken, tokenHash } from "./token.ts";

/** How long somebody stays signed in. Short by single sign-on: whom the provider lets in no more is out here by the next morning. */
export function signInDays(method: SignInMethod): number {
	return method === "single-sign-on" ? 0.5 : 30;
}

export const linkDays = {
	invitation: 14,
	"magic-link": 1 / 48,
	"password-reset": 1 / 12,
} as const;
export type LinkPurpose = keyof typeof linkDays;

export type FirstAdministrator = {
	readonly organisation: string;
	readonly timeZone: string;
	readonly locale: string;
	readonly firstName: string;
	readonly lastName: string;
	readonly email: string;
	readonly password: string;
	readonly runsProgram: boolean;
};

/** Establishes the organisation with its first administrator. Only the first of two who try at once succeeds. */
export async function setUp(
	tx: Tx,
	first: FirstAdministrator,
): Promise<string> {
	await actAs(tx, { kind: "process", process: "set-up" });
	const { numInsertedOrUpdatedRows } = await tx
		.insertInto("organisation")
		.values({
			name: first.organisation,
			time_zone: first.timeZone,
			locale: first.locale,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirstOrThrow();
	if (numInsertedOrUpdatedRows === 0n)
		throw new Conflict(
			t(
				"This installation has just been set up by someone else. Sign in, or ask them for an invitation.",
			),
		);
	const { id } = await tx
		.insertInto("person")
		.values({
			first_name: first.firstName,
			last_name: first.lastName,
			email: first.email,
			time_zone: first.timeZone,
			locale: first.locale,
			search_text: searchTextOf({
				firstName: first.firstName,
				lastName: first.lastName,
				jobTitle: null,
				function: null,
				unit: null,
			}),
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	const offices = ["administrator", "program-manager"] as const;
	for (const office of first.runsProgram ? offices : offices.slice(0, 1)) {
		await tx.insertInto("office").values({ person_id: id, office }).execute();
		await record(tx, { act: "grant-office", about: id, detail: { office } });
	}
	await tx
		.insertInto("password")
		.values({ person_id: id, hash: await hashPassword(first.password) })
		.execute();
	await record(tx, { act: "set-up-organisation", about: id });
	return id;
}

export type SignInMethod =
	| "password"
	| "link"
	| "set-up"
	| "demonstration"
	| "passkey"
	| "single-sign-on";

/** Starts a sign-in and returns the token for the cookie. */
export async function signIn(
	tx: Tx,
	person: string,
	{
		method,
		device,
	}: { readonly method: SignInMethod; readonly device: string },
): Promise<string> {
	await actAs(tx, { kind: "process", process: "sign-in" });
	const { token, hash } = newToken();
	await tx
		.insertInto("sign_in")
		.values({
			token_hash: hash,
			person_id: person,
			method,
			device,
			expires_at: inDays(signInDays(method)),
		})
		.execute();
	await record(tx, { act: "sign-in", about: person, detail: { method } });
	return token;
}

/** Ends this browser's sign-in, and says how it had begun. */
export async function signOut(
	tx: Tx,
	person: string,
	hash: Buffer,
): Promise<string | undefined> {
	const ended = await tx
		.deleteFrom("sign_in")
		.where("token_hash", "=", hash)
		.returning("method")
		.executeTakeFirst();
	await record(tx, { act: "sign-out", about: person });
	return ended?.method;
}

/** Ends one sign-in; row-level security leaves only one's own to be found. */
export async function endSignIn(
	tx: Tx,
	id: string,
): Promise<{ readonly device: string; readonly hash: Buffer }> {
	const ended = await tx
		.deleteFrom("sign_in")
		.where("id", "=", id)
		.returning(["person_id", "device", "token_hash as hash"])
		.executeTakeFirst();
	if (ended === undefined) throw new NotFound();
	await record(tx, { act: "end-sign-in", about: ended.person_id });
	return ended;
}

/** Ends every sign-in of a person; returns how many there were. */
export async function signOutEverywhere(
	tx: Tx,
	person: string,
): Promise<number> {
	const { numDeletedRows } = await tx
		.deleteFrom("sign_in")
		.where("person_id", "=", person)
		.executeTakeFirstOrThrow();
	await record(tx, { act: "sign-out-everywhere", about: person });
	return Number(numDeletedRows);
}

/** A single-use link for somebody, made by whoever acts in this transaction. Returns its token, which is not kept. */
export async function makeLink(
	tx: Tx,
	person: string,
	{
		purpose,
		madeBy,
	}: { readonly purpose: LinkPurpose; readonly madeBy: string | null },
): Promise<string> {
	const { token, hash } = newToken();
	await tx
		.insertInto("sign_in_link")
		.values({
			token_hash: hash,
			person_id: person,
			purpose,
			made_by: madeBy,
			expires_at: inDays(linkDays[purpose]),
		})
		.execute();
	await record(tx, { act: `make-${purpose}-link`, about: person });
	return token;
}

/** Uses a link up: sets the password if one was chosen, and returns whom it signs in. */
export async function useLink(
	tx: Tx,
	token: string,
	password: string | undefined,
): Promise<string> {
	const person = await useLinkByHash(tx, tokenHash(token));
	if (password !== undefined)
		await changePassword(tx, person, { password, keep: null });
	return person;
}

/** Uses a link up, known by its token's hash, and returns whom it was made for. */
export async function useLinkByHash(tx: Tx, hash: Buffer): Promise<string> {
	await actAs(tx, { kind: "process", process: "sign-in" });
	const link = await findLink(tx, hash);
	const { numUpdatedRows } = await tx
		.updateTable("sign_in_link")
		.set({ used_at: sql<Date>`now()` })
		.where("token_hash", "=", hash)
		.where("used_at", "is", null)
		.executeTakeFirstOrThrow();
	if (link === undefined || numUpdatedRows === 0n)
		throw new Invalid(
			{},
			t("This link has been used or has expired. Ask for a new one."),
		);
	return link.person_id;
}

/** A new password ends all other sign-ins: whoever knew the old one is out. */
export async function changePassword(
	tx: Tx,
	person: string,
	{
		password,
		keep,
	}: { readonly password: string; readonly keep: Buffer | null },
): Promise<void> {
	await storePassword(tx, person, password);
	await tx
		.deleteFrom("sign_in")
		.where("person_id", "=", person)
		.$if(keep !== null, (others) =>
			others.where("token_hash", "!=", keep ?? Buffer.of()),
		)
		.execute();
}

async function storePassword(
	tx: Tx,
	person: string,
	password: string,
): Promise<void> {
	const hash = await hashPassword(password);
	await tx
		.insertInto("password")
		.values({ person_id: person, hash })
		.onConflict((conflict) =>
			conflict
				.column("person_id")
				.doUpdateSet({ hash, set_at: sql<Date>`now()` }),
		)
		.execute();
	await record(tx, { act: "set-password", about: person });
}

function inDays(days: number): Date {
	return new Date(Date.now() + days * 86_400_000);
}
