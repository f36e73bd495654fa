import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Visit } from "../../../platform/http/visit.ts";

export type ChallengePurpose = "add" | "sign-in";

const MINUTES = 10;

/** Something new for a device to sign. Kept in the database, so that any process may take the answer. */
export async function newChallenge(
	visit: Pick<Visit, "apart">,
	purpose: ChallengePurpose,
	person: string | null,
): Promise<string> {
	const challenge = randomBytes(32);
	await visit.apart("sign-in", async (tx) => {
		await tx
			.deleteFrom("passkey_challenge")
			.where("expires_at", "<", sql<Date>`now()`)
			.execute();
		await tx
			.insertInto("passkey_challenge")
			.values({
				challenge,
				purpose,
				person_id: person,
				expires_at: sql<Date>`now() + make_interval(mins => ${MINUTES})`,
			})
			.execute();
	});
	return challenge.toString("base64url");
}

/** Takes a challenge out, on a transaction of its own: a wrong answer uses it up too. Says whether it was there, for this purpose and person. */
export async function takeChallenge(
	visit: Pick<Visit, "apart">,
	challenge: string,
	{
		purpose,
		person,
	}: { readonly purpose: ChallengePurpose; readonly person: string | null },
): Promise<boolean> {
	const taken = await visit.apart("sign-in", (tx) =>
		tx
			.deleteFrom("passkey_challenge")
			.where("challenge", "=", Buffer.from(challenge, "base64url"))
			.returning([
				"purpose",
				"person_id",
				sql<boolean>`expires_at > now()`.as("isInTime"),
			])
			.executeTakeFirst(),
	);
	return (
		taken?.isInTime === true &&
		taken.purpose === purpose &&
		taken.person_id === person
	);
}
