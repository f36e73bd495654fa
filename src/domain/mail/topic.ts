/** What mails are about: a closed list, each of which a person may have at once, with the digest, or not at all. `account` always comes. */
export const mailTopics = [
	"account",
	"requests",
	"reminders",
	"sessions",
	"news",
	"digest",
] as const;

export type MailTopic = (typeof mailTopics)[number];

/** Topics that can be turned off: all but what protects the account. */
export type OptionalTopic = Exclude<MailTopic, "account">;

/** Topics whose letters can be had at once, with the digest, or not at all. */
export const letterTopics = [
	"requests",
	"reminders",
	"sessions",
	"news",
] as const satisfies readonly MailTopic[];

export type LetterTopic = (typeof letterTopics)[number];

/** Every letter Baton writes, and what it is about. A letter that is not here does not compile. */
const topics = {
	"magic-link": "account",
	"password-reset": "account",
	"sign-in-invitation": "account",
	"passkey-added": "account",
	"identity-linked": "account",
	correction: "account",
	erasure: "account",
	"journal-digest": "account",
	// What custodians do with the recovery key is told at once, whatever hours somebody keeps.
	"custodian-named": "account",
	"opening-members": "account",
	"opening-custodians": "account",
	invitation: "requests",
	nomination: "requests",
	proposal: "requests",
	"proposal-question": "requests",
	"place-request": "requests",
	talks: "requests",
	circle: "requests",
	"hand-over": "requests",
	agreements: "requests",
	pulse: "requests",
	"help-asked": "requests",
	"help-handed-on": "requests",
	"relationship-quiet": "requests",
	"proposal-reminder": "reminders",
	"talks-reminder": "reminders",
	"place-reminder": "reminders",
	"hand-over-reminder": "reminders",
	"commitment-reminder": "reminders",
	"write-up-reminder": "reminders",
	"session-reminder": "reminders",
	"session-invitation": "sessions",
	"session-change": "sessions",
	"session-cancellation": "sessions",
	"session-reply": "sessions",
	"session-write-up": "sessions",
	"roundtable-seat": "sessions",
	"roundtable-off": "sessions",
	place: "news",
	lottery: "news",
	relationship: "news",
	"proposal-returned": "news",
	change: "news",
	"hand-over-closed": "news",
	"delegate-named": "news",
	// Whoever waits has nothing in their calendar: it need not come at once.
	"roundtable-wait": "news",
	digest: "digest",
} as const satisfies Readonly<Record<string, MailTopic>>;

export type LetterKind = keyof typeof topics;

export function topicOf(kind: LetterKind): MailTopic {
	return topics[kind];
}

export function isLetterKind(name: string): name is LetterKind {
	return Object.hasOwn(topics, name);
}

export function isOptionalTopic(name: string): name is OptionalTopic {
	return name !== "account" && (mailTopics as readonly string[]).includes(name);
}
