import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Visit } from "../../platform/http/visit.ts";
import { t } from "../../ui/text.ts";

/** How many attempts of a kind are let through within a window, shared by all processes. */
type Limit = {
	readonly kind: string;
	readonly most: number;
	readonly minutes: number;
};

/** For one account from one network: whoever guesses elsewhere does not lock its owner out here. */
export const passwordLimit: Limit = { kind: "password", most: 10, minutes: 15 };
/** For one account from everywhere: many networks together may not guess on. */
export const accountLimit: Limit = { kind: "account", most: 50, minutes: 60 };
/** Failures only: a whole company may sign in from behind one address in the morning. */
export const networkLimit: Limit = { kind: "network", most: 100, minutes: 15 };
export const linkLimit: Limit = { kind: "link", most: 5, minutes: 60 };
export const challengeLimit: Limit = {
	kind: "challenge",
	most: 2000,
	minutes: 15,
};

type Counting = Pick<Visit, "apart" | "now">;

/**
 * Counts one attempt on a transaction of its own (it must survive the refusal it counts) and says whether it is still within the limit.
 * The subject is kept as a hash.
 */
export async function countAttempt(
	visit: Counting,
	limit: Limit,
	subject: string,
): Promise<boolean> {
	const { kind, hashed, window } = placeOf(visit, limit, subject);
	const count = await visit.apart("sign-in", async (tx) => {
		const { rows } = await sql<{ count: number }>`
			insert into attempt (kind, subject, window_start, count) values (${kind}, ${hashed}, ${window}, 1)
			on conflict (kind, subject, window_start) do update set count = attempt.count + 1
			returning count
		`.execute(tx);
		return rows[0]?.count ?? 0;
	});
	return count <= limit.most;
}

/** An attempt that succeeded no longer counts. */
export async function giveBackAttempt(
	visit: Counting,
	limit: Limit,
	subject: string,
): Promise<void> {
	const { kind, hashed, window } = placeOf(visit, limit, subject);
	await visit.apart("sign-in", (tx) =>
		sql`
			update attempt set count = greatest(count - 1, 0)
			where kind = ${kind} and subject = ${hashed} and window_start = ${window}
		`.execute(tx),
	);
}

/** The refusal of one attempt too many. */
export function tooMany({ minutes }: Limit): string {
	return minutes <= 15
		? t("Too many attempts. Wait a quarter of an hour, then try again.")
		: t("Too many attempts. Wait an hour, then try again.");
}

function placeOf(
	visit: Counting,
	{ kind, minutes }: Limit,
	subject: string,
): { readonly kind: string; readonly hashed: string; readonly window: Date } {
	const length = minutes * 60_000;
	return {
		kind,
		window: new Date(Math.floor(visit.now.getTime() / length) * length),
		hashed: createHash("sha256").update(`${kind}\n${subject}`).digest("hex"),
	};
}
