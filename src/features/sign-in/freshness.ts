import { NotAllowed } from "../../platform/http/refusal.ts";
import type { Visit } from "../../platform/http/visit.ts";
import { t } from "../../ui/text.ts";

const MINUTES = 60;

/**
 * Whether this browser has signed in within the last hour. New ways to sign in are added only then: someone at an unattended desk must not
 * be able to leave themselves a door.
 */
export async function isFresh(
	visit: Pick<Visit, "db" | "signIn" | "now">,
): Promise<boolean> {
	if (visit.signIn === null) return false;
	const row = await visit.db
		.selectFrom("sign_in")
		.select("signed_in_at")
		.where("token_hash", "=", visit.signIn)
		.executeTakeFirst();
	return (
		row !== undefined &&
		visit.now.getTime() - row.signed_in_at.getTime() < MINUTES * 60_000
	);
}

export async function requireFresh(
	visit: Pick<Visit, "db" | "signIn" | "now">,
): Promise<void> {
	if (await isFresh(visit)) return;
	throw new NotAllowed(
		t(
			"To add a way to sign in, first sign in once more: the page with your sign-ins offers it.",
		),
	);
}
