// What the matching engine found, in sentences. The engine answers with codes and numbers; people read these.
import { pointsOf } from "../../domain/matching/decimal.ts";
import { FORBIDDEN_PAIR, SAME_PERSON } from "../../domain/matching/judge.ts";
import type { CellProblem } from "../../domain/matching/people-table.ts";
import type { Side } from "../../domain/matching/policy.ts";
import type { PinProblem } from "../../domain/matching/scoring.ts";
import type {
	Change,
	Reason,
	Unmatched,
} from "../../domain/matching/unmatched.ts";
import { formatList, formatNumber, t } from "../../ui/text.ts";

/** Why somebody has no pair, or fewer than they could. `name` turns an id into what people call them. */
export function unmatchedSentence(
	{ side, reason, missing, id }: Unmatched,
	name: (id: string) => string = (own) => own,
): string {
	switch (reason.why) {
		case "nobody-eligible":
			return nobodyEligible(side, reason);
		case "no-place-anywhere":
			return side === "mentee"
				? t(
						"{eligible, plural, one {The one eligible mentor has no place left.} other {None of the # eligible mentors has a place left.}}",
						{ eligible: reason.eligible },
					)
				: t(
						"{eligible, plural, one {The one eligible mentee needs no further mentor.} other {None of the # eligible mentees needs a further mentor.}}",
						{ eligible: reason.eligible },
					);
		case "only-below-zero":
			return t(
				"{eligible, plural, one {The one possible pair scores below 0.} other {All # possible pairs score below 0.}}",
				{ eligible: reason.eligible },
			);
		case "everybody-taken-up":
			return t(
				"{missing, plural, one {One more mentor is needed} other {# more mentors are needed}}, but {eligible, plural, one {the one eligible mentor is} other {all # eligible mentors are}} with this mentee already.",
				{ missing, eligible: reason.eligible },
			);
		case "places-taken":
			return placesTaken(reason, id, name);
		case "paired-in-another-kind":
			return t(
				"{count, plural, one {{mentors} is the one eligible mentor of this kind and is} other {{mentors} are the only eligible mentors of this kind and are}} with this mentee in another kind already; nobody is paired twice with the same person.",
				{
					count: reason.mentors.length,
					mentors: formatList(reason.mentors.map(name)),
				},
			);
		case "lowers-the-total":
			return t(
				"There is a place, but taking it would lower the total by {loss}.",
				{
					loss: formatPoints(reason.loss),
				},
			);
		case "mentees-served":
			return t(
				"{eligible, plural, one {The one eligible mentee has} =2 {Both eligible mentees have} other {All # eligible mentees have}} the mentors they need.",
				{ eligible: reason.eligible },
			);
		case "equity-ratio":
			return side === "mentee"
				? t(
						"The ratio between groups gives the place to somebody of another group; without it there would be one.",
					)
				: t(
						"The ratio between groups leaves these places empty; without it there would be a mentee.",
					);
		case "stable-plan":
			return t(
				"The plan with most people would have a pair for them; this stable plan has none.",
			);
	}
}

/** Whoever is left out by the choice of a plan has no remedy but another plan. */
export function hasRemedy({
	reason: { why },
}: Pick<Unmatched, "reason">): boolean {
	return why !== "equity-ratio" && why !== "stable-plan";
}

/** The cheapest change that would give them a pair, or that there is none. */
export function changeSentence(
	change: Change | undefined,
	name: (id: string) => string = (id) => id,
): string {
	if (change === undefined) return t("No single change would help.");
	const values = {
		partner: name(change.partner),
		gain: signedPoints(change.gain),
		rule: ruleName(change.rule ?? ""),
	};
	switch (change.kind) {
		case "one-more-place":
			return t(
				"One more place at {partner} would be enough, and nobody would lose theirs (total {gain}).",
				values,
			);
		case "one-more-need":
			return t(
				"They could be a further mentor of {partner} (total {gain}).",
				values,
			);
		case "accept-loss":
			return t(
				"Accepting a lower total would be enough: a place at {partner} ({gain}).",
				values,
			);
		case "waive-rule":
			return change.alsoNeedsPlace
				? t(
						"Setting “{rule}” aside for {partner}, with one more place or need there, would be enough (total {gain}).",
						values,
					)
				: t(
						"Setting “{rule}” aside for {partner} would be enough (total {gain}).",
						values,
					);
		case "raise-cap":
			return change.alsoNeedsPlace
				? t(
						"One more pair under “{rule}”, with one more place at {partner}, would be enough (total {gain}).",
						values,
					)
				: t(
						"One more pair under “{rule}” would be enough: a place at {partner} (total {gain}).",
						values,
					);
	}
}

/** The cheapest change, and the rule that could be set aside instead. */
export function changesSentence(
	{ change, waiver }: Pick<Unmatched, "change" | "waiver">,
	name: (id: string) => string = (id) => id,
): string {
	const nearest = changeSentence(change, name);
	return waiver === undefined
		? nearest
		: t("{nearest} Or: {waiver}", {
				nearest,
				waiver: changeSentence(waiver, name),
			});
}

/** Where a cell of a table is wrong, without the file's name. */
export function cellSentence(problem: CellProblem): string {
	const { value } = problem;
	switch (problem.why) {
		case "no-such-column":
			return t("there is no such column, but the policy uses it");
		case "no-id":
			return t("the id is empty");
		case "id-twice":
			return t("“{value}” is there twice", { value });
		case "not-on-scale":
			return t("“{value}” is not on the policy’s scale", { value });
		case "not-a-number":
			return t("“{value}” is not a number", { value });
		case "too-many-places":
			return t("“{value}” has more than six decimal places", { value });
		case "too-large":
			return t("“{value}” is beyond a million", { value });
		case "not-a-date":
			return t("“{value}” is not a date like 2026-03-17", { value });
		case "not-a-level":
			return t("“{value}” is not a name with a level, like Finance:3", {
				value,
			});
		case "not-whole":
			return t("“{value}” is not a whole number from 0 to 10000", { value });
		case "caps-cross":
			return t(
				"The caps “{value}” cross: some people count in both, some in the one only and some in the other. Caps must lie one within the other; with caps that cross, nobody can compute the best pairs in reasonable time.",
				{ value },
			);
	}
}

/** Why a pinned pair cannot stand. */
export function pinSentence({ pair, why, rule }: PinProblem): string {
	const { mentee, mentor } = pair;
	switch (why) {
		case "unknown-mentee":
			return t(
				"The pinned pair {mentee} and {mentor}: there is no mentee {mentee}.",
				{
					mentee,
					mentor,
				},
			);
		case "unknown-mentor":
			return t(
				"The pinned pair {mentee} and {mentor}: there is no mentor {mentor}.",
				{
					mentee,
					mentor,
				},
			);
		case "breaks-rule":
			return t(
				"The pinned pair {mentee} and {mentor} breaks the rule “{rule}”.",
				{
					mentee,
					mentor,
					rule: ruleName(rule ?? ""),
				},
			);
		case "no-need-left":
			return t(
				"The pinned pair {mentee} and {mentor}: {mentee} has more pinned mentors than they need.",
				{ mentee, mentor },
			);
		case "no-place-left":
			return t(
				"The pinned pair {mentee} and {mentor}: {mentor} has more pinned mentees than places.",
				{ mentee, mentor },
			);
	}
}

/** A rule's name as people read it; some rules hold without being written in a policy. */
export function ruleName(rule: string): string {
	if (rule === SAME_PERSON) return t("Nobody mentors themselves");
	return rule === FORBIDDEN_PAIR ? t("Pairs ruled out by name") : rule;
}

/** Millionths as people read them. */
export function formatPoints(millionths: number): string {
	const points = pointsOf(millionths);
	const places = /\.(\d+)$/u.exec(String(points))?.[1]?.length ?? 0;
	return formatNumber(points, places);
}

/** Millionths with their sign, as a change. */
export function signedPoints(millionths: number): string {
	return millionths < 0
		? `−${formatPoints(-millionths)}`
		: `+${formatPoints(millionths)}`;
}

function nobodyEligible(
	side: Side,
	{ removals }: Reason & { why: "nobody-eligible" },
): string {
	if (removals.length === 0)
		return side === "mentee"
			? t("No pair with a mentor is possible.")
			: t("No pair with a mentee is possible.");
	const rules = formatList(
		removals.map(({ rule, removed }) =>
			t("“{rule}” rules out {removed}", { rule: ruleName(rule), removed }),
		),
	);
	return side === "mentee"
		? t("No mentor is eligible: {rules}.", { rules })
		: t("No mentee is eligible: {rules}.", { rules });
}

function placesTaken(
	reason: Reason & { why: "places-taken" },
	id: string,
	name: (id: string) => string,
): string {
	const { people, places, mentors, smallest, caps = [] } = reason;
	if (caps.length > 0)
		return t(
			"{caps, plural, one {A cap is} other {Caps are}} full for every mentor they could have, or the mentor is: {names}.",
			{ caps: caps.length, names: formatList(caps.map((cap) => `“${cap}”`)) },
		);
	if (people.length > 4 || mentors.length > 3)
		return t(
			"{people} mentees compete for the {places, plural, one {one place} other {# places}} of {mentors, plural, one {one mentor} other {# mentors}}, and have nowhere else to go.",
			{ people: smallest ?? people.length, places, mentors: mentors.length },
		);
	const rivals = people.filter((person) => person !== id);
	if (rivals.length === 0)
		return t(
			"{places, plural, one {The one place} other {The # places}} at {mentors} {places, plural, one {serves} other {serve}} another kind of mentor for the same mentee, and there is nobody else.",
			{ places, mentors: formatList(mentors.map(name)) },
		);
	return t(
		"{places, plural, one {The one place} other {The # places}} at {mentors} {places, plural, one {is} other {are}} with {rivals}, who {count, plural, one {has} other {have}} nowhere else to go.",
		{
			places,
			mentors: formatList(mentors.map(name)),
			rivals: formatList(rivals.map(name)),
			count: rivals.length,
		},
	);
}
