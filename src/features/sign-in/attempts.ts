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

export const passwordLimit: Limit = { kind: "password", most: 10, minutes: 15 };
export const networkLimit: Limit = { kind: "network", most: 100, minutes: 15 };
export const linkLimit: Limit = { kind: "link", most: 5, minutes: 60 };

/**
 * Counts one attempt on a transaction of its own (it must survive the refusal it counts) and says whether it is still within the limit.
 * The subject is kept as a hash.
 */
export async function countAttempt(
	visit: Pick<Visit, "apart" | "now">,
	{ kind, most, minutes }: Limit,
	subject: string,
): Promise<boolean> {
	const window = new Date(
		Math.floor(visit.now.getTime() / (minutes * 60_000)) * minutes * 60_000,
	);
	const hashed = createHash("sha256")
		.update(`${kind}\n${subject}`)
		.digest("hex");
	const count = await visit.apart("sign-in", async (tx) => {
		const { rows } = await sql<{ count: number }>`
			insert into attempt (kind, subject, window_start, count) values (${kind}, ${hashed}, ${window}, 1)
			on conflict (kind, subject, window_start) do update set count = attempt.count + 1
			returning count
		`.execute(tx);
		return rows[0]?.count ?? 0;
	});
	return count <= most;
}

/** The refusal of one attempt too many. */
export function tooMany(): string {
	return t("Too many attempts. Wait a quarter of an hour, then try again.");
}
