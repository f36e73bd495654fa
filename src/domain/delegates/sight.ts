// What a delegate, somebody's assistant, sees and does of a person's mentoring: their calendar, and nothing that says what it is about or with
// whom. A closed list: what is not named here is not seen.

/** Everything of a person's mentoring that a page or a mail can show. */
export const things = [
	"free-time",
	"session-time",
	"session-place",
	"session-partner",
	"session-topic",
	"agenda",
	"goal",
	"commitment",
	"note",
	"relationship",
	"proposal",
	"proposal-answer",
	"wish",
	"agreement",
	"concern",
	"private-profile",
	"sensitive-fact",
	"survey-answer",
	"record",
] as const;
export type Thing = (typeof things)[number];

/** Everything that can be done for somebody. */
export const deeds = [
	"offer-times",
	"move-session",
	"name-place",
	"cancel-session",
	"answer-proposal",
	"write-agenda",
	"end-relationship",
	"change-profile",
	"name-delegate",
] as const;
export type Deed = (typeof deeds)[number];

const seen: readonly Thing[] = ["free-time", "session-time", "session-place"];
const done: readonly Deed[] = ["offer-times", "move-session", "name-place"];

export type Delegation = {
	readonly person: string;
	readonly delegate: string;
	/** Days of the organisation, YYYY-MM-DD, both included. */
	readonly from: string;
	readonly until: string;
	readonly isEnded: boolean;
};

/** Whether this person keeps the other's calendar on a day. */
export function keepsCalendar(
	delegations: readonly Delegation[],
	delegate: string,
	{ of, on }: { readonly of: string; readonly on: string },
): boolean {
	return delegations.some(
		(each) =>
			each.person === of &&
			each.delegate === delegate &&
			!each.isEnded &&
			each.from <= on &&
			on <= each.until,
	);
}

/** Whether somebody who keeps a person's calendar sees this of theirs. */
export function delegateSees(thing: Thing): boolean {
	return seen.includes(thing);
}

/** Whether they may do this for them. */
export function delegateMay(deed: Deed): boolean {
	return done.includes(deed);
}

export const longestDelegationDays = 366;

export type DelegationProblem =
	| "oneself"
	| "until-before-from"
	| "from-in-the-past"
	| "longer-than-a-year"
	| "already-delegate";

/** What keeps a delegation from being granted; undefined: nothing. */
export function delegationProblem(
	wanted: Omit<Delegation, "isEnded">,
	{
		today,
		granted,
	}: { readonly today: string; readonly granted: readonly Delegation[] },
): DelegationProblem | undefined {
	if (wanted.person === wanted.delegate) return "oneself";
	if (wanted.from < today) return "from-in-the-past";
	if (wanted.until < wanted.from) return "until-before-from";
	if (daysBetween(wanted.from, wanted.until) > longestDelegationDays)
		return "longer-than-a-year";
	const isAlready = granted.some(
		(each) =>
			each.person === wanted.person &&
			each.delegate === wanted.delegate &&
			!each.isEnded &&
			each.from <= wanted.until &&
			wanted.from <= each.until,
	);
	return isAlready ? "already-delegate" : undefined;
}

function daysBetween(from: string, until: string): number {
	return (Date.parse(until) - Date.parse(from)) / 86_400_000;
}
