import { Temporal } from "temporal-polyfill";
import { firstOpenMoment, type MailTimes, nextDigest } from "./times.ts";
import { type LetterKind, type LetterTopic, topicOf } from "./topic.ts";

/** How somebody wants the letters about a topic. */
export type Way = "mail" | "digest" | "never";

export type MailChoice = {
	readonly times: MailTimes;
	/** Where nothing is said, letters come by mail. */
	readonly ways: Readonly<Partial<Record<LetterTopic, Way>>>;
	/** IANA name. */
	readonly zone: string;
};

export type Sendable = {
	readonly kind: LetterKind;
	/** The last day on which it is of use, YYYY-MM-DD: it never waits for a digest that comes later. */
	readonly by?: string | undefined;
	/** It holds a link that lets somebody in: it is never copied into a digest. */
	readonly holdsSignInLink: boolean;
};

/** `at`: not before this moment. A digest's own moment is asked for when it is due. */
export type Sending =
	| { readonly way: "mail"; readonly at: Temporal.Instant }
	| { readonly way: "digest" }
	| { readonly way: "none" };

/**
 * How and when a letter written now goes out. What protects the account goes at once, and what both calendars must agree on too; everything
 * else waits for the end of quiet hours, or for the digest where that is wanted and comes in time.
 */
export function sendingOf(
	letter: Sendable,
	{ times, ways, zone }: MailChoice,
	now: Temporal.Instant,
): Sending {
	const topic = topicOf(letter.kind);
	if (topic === "account") return { way: "mail", at: now };
	if (topic === "digest")
		return times.digest === "never"
			? { way: "none" }
			: { way: "mail", at: firstOpenMoment(times, zone, now) };
	const way = ways[topic] ?? "mail";
	if (way === "never" && !letter.holdsSignInLink) return { way: "none" };
	if (topic === "sessions") return { way: "mail", at: now };
	if (
		way === "digest" &&
		!letter.holdsSignInLink &&
		comesInTime(letter, nextDigest(times, zone, now), zone)
	)
		return { way: "digest" };
	return { way: "mail", at: firstOpenMoment(times, zone, now) };
}

function comesInTime(
	{ by }: Sendable,
	digest: Temporal.Instant | undefined,
	zone: string,
): boolean {
	if (digest === undefined) return false;
	if (by === undefined) return true;
	const day = digest.toZonedDateTimeISO(zone).toPlainDate();
	return Temporal.PlainDate.compare(day, Temporal.PlainDate.from(by)) < 0;
}
