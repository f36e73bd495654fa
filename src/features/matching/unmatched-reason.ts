import { z } from "zod";
import type {
	Change,
	Reason,
	Unmatched,
} from "../../domain/matching/unmatched.ts";
import { t } from "../../ui/text.ts";
import type { RoundUnmatched } from "./round-plan.ts";
import { changesSentence, hasRemedy, unmatchedSentence } from "./sentences.ts";

/** Why somebody has nobody, and the nearest change that would help, in two sentences. */
export function reasonSentences(
	person: {
		readonly person: string;
		readonly side: "mentor" | "mentee";
		readonly missing: number;
		readonly reason: unknown;
	},
	name: (id: string) => string,
): { readonly why: string; readonly change: string } {
	if (InConfidence.safeParse(person.reason).success)
		return {
			why: t(
				"Nobody in this plan, which weighs groups told in confidence. Why, is told to nobody: it could tell somebody’s group.",
			),
			change: "",
		};
	if (ByChoice.safeParse(person.reason).success)
		return { why: choiceSentence(), change: "" };
	const read = Stored.safeParse(person.reason);
	if (!read.success) return { why: t("No pair was found."), change: "" };
	const unmatched: Unmatched = {
		side: person.side,
		id: person.person,
		missing: person.missing,
		reason: read.data.reason,
		change: read.data.change ?? undefined,
		waiver: read.data.waiver ?? undefined,
	};
	return {
		why: unmatchedSentence(unmatched, name),
		change: hasRemedy(unmatched) ? changesSentence(unmatched, name) : "",
	};
}

function choiceSentence(): string {
	return t(
		"The plan with most people would have a pair for them; this one puts the worst pair first and gives the place to somebody else.",
	);
}

/**
 * Who has nobody, without telling who is in which group. Where groups told in confidence were compared, whether the ratio kept somebody
 * out would tell theirs: then everyone who could have had somebody is told the same.
 */
export function tellable({
	unmatched,
	isGuardedInConfidence,
}: {
	readonly unmatched: readonly RoundUnmatched[];
	readonly isGuardedInConfidence: boolean;
}): readonly (Omit<Unmatched, "reason"> & {
	readonly reason: RoundUnmatched["reason"] | { readonly why: "in-confidence" };
})[] {
	if (!isGuardedInConfidence) return unmatched;
	return unmatched.map((person) =>
		person.reason.why === "nobody-eligible"
			? person
			: {
					...person,
					reason: { why: "in-confidence" },
					change: undefined,
					waiver: undefined,
				},
	);
}

/**
 * A reason as it is kept. Where hundreds compete for the same places, each of them would carry the list of all others, though nobody is told
 * more than their number.
 */
export function shortened(
	reason: ReturnType<typeof tellable>[number]["reason"],
): unknown {
	return reason.why === "places-taken" &&
		(reason.people.length > 4 || reason.mentors.length > 3)
		? {
				...reason,
				people: reason.people.length,
				mentors: reason.mentors.length,
			}
		: reason;
}

/** Everybody whom those sentences may name. */
export function namedIn(reason: unknown): readonly string[] {
	const read = Stored.safeParse(reason);
	if (!read.success) return [];
	const { reason: why, change, waiver } = read.data;
	return [
		...(why.why === "places-taken"
			? [...why.people, ...why.mentors].filter((id) => id !== "")
			: why.why === "paired-in-another-kind"
				? why.mentors
				: []),
		...(change ? [change.partner] : []),
		...(waiver ? [waiver.partner] : []),
	];
}

const Eligible = z.number();
/** Who; or, of a crowd, only how many. */
const Crowd = z.union([
	z.array(z.string()),
	z.number().transform((count) => Array.from({ length: count }, () => "")),
]);
const reasonSchema: z.ZodType<Reason> = z.discriminatedUnion("why", [
	z.object({
		why: z.literal("nobody-eligible"),
		removals: z.array(
			z.object({ rule: z.string(), removed: z.number(), alone: z.number() }),
		),
	}),
	z.object({ why: z.literal("no-place-anywhere"), eligible: Eligible }),
	z.object({ why: z.literal("only-below-zero"), eligible: Eligible }),
	z.object({ why: z.literal("everybody-taken-up"), eligible: Eligible }),
	z.object({
		why: z.literal("places-taken"),
		people: Crowd,
		mentors: Crowd,
		places: z.number(),
		smallest: z.exactOptional(z.number()),
		caps: z.exactOptional(z.array(z.string())),
	}),
	z.object({
		why: z.literal("paired-in-another-kind"),
		mentors: z.array(z.string()),
	}),
	z.object({ why: z.literal("lowers-the-total"), loss: z.number() }),
	z.object({ why: z.literal("mentees-served"), eligible: Eligible }),
	z.object({ why: z.literal("equity-ratio") }),
	z.object({ why: z.literal("stable-plan") }),
]);

const changeSchema = z
	.object({
		kind: z.enum([
			"one-more-place",
			"one-more-need",
			"accept-loss",
			"waive-rule",
			"raise-cap",
		]),
		partner: z.string(),
		rule: z.string().optional(),
		alsoNeedsPlace: z.boolean(),
		gain: z.number(),
	})
	.transform((change): Change => ({ ...change, rule: change.rule }));

const InConfidence = z.object({
	reason: z.object({ why: z.literal("in-confidence") }),
});

/** Left out by the choice of the plan alone. */
const ByChoice = z.object({
	reason: z.object({ why: z.literal("worst-pair-first") }),
});

const Stored = z.object({
	reason: reasonSchema,
	change: changeSchema.nullish(),
	waiver: changeSchema.nullish(),
});
