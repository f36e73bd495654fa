import {
	type StyleAnswers,
	type StyleDimension,
	styleDimensions,
	styleQuestions,
} from "./questions.ts";

/**
 * A value from 1 to 5 for each dimension with enough answers, to one decimal.
 * 5 is: very direct, quick to speak and act, fond of structure, fond of being
 * challenged. A dimension with too few answers is absent.
 */
export type StyleProfile = Readonly<Partial<Record<StyleDimension, number>>>;

/**
 * The mean of a dimension's answers, turned so that they all point one way.
 * At least half of its questions must be answered.
 */
export function styleProfile(answers: StyleAnswers): StyleProfile {
	const profile: Partial<Record<StyleDimension, number>> = {};
	for (const dimension of styleDimensions) {
		const asked = styleQuestions.filter((one) => one.dimension === dimension);
		const given = asked.flatMap(({ key, rightIsHigh }) => {
			const choice = answers[key];
			if (choice === undefined) return [];
			return [rightIsHigh ? choice : 6 - choice];
		});
		if (given.length === 0 || given.length * 2 < asked.length) continue;
		const sum = given.reduce<number>((total, value) => total + value, 0);
		profile[dimension] = Math.round((sum / given.length) * 10) / 10;
	}
	return profile;
}

export type StyleLeaning = "low" | "between" | "high";

export type StyleStatement = {
	readonly dimension: StyleDimension;
	readonly leaning: StyleLeaning;
};

/**
 * What the profile says, one statement a dimension, in the questions' order.
 * Below 2.5 is low and above 3.5 high: nearer to an end than to the middle.
 */
export function styleStatements(
	profile: StyleProfile,
): readonly StyleStatement[] {
	return styleDimensions.flatMap((dimension) => {
		const value = profile[dimension];
		return value === undefined ? [] : [{ dimension, leaning: leaning(value) }];
	});
}

function leaning(value: number): StyleLeaning {
	if (value < 2.5) return "low";
	if (value > 3.5) return "high";
	return "between";
}

/** The English sentence of each statement, for a view to put through t(). */
export const styleSentences = {
	directness: {
		low: "Chooses words with care; expects the same and hears what is left unsaid.",
		between: "Can be plain or careful, as the matter asks.",
		high: "Speaks plainly and takes plain words well.",
	},
	pace: {
		low: "Thinks before speaking and likes a night between talk and decision.",
		between: "Moves from thought to action at an even pace.",
		high: "Thinks aloud and likes to act the same day.",
	},
	structure: {
		low: "Likes an open conversation, stories and a good question to end on.",
		between: "Likes a plan for the conversation and the freedom to leave it.",
		high: "Likes questions in advance, clear steps and agreed points at the end.",
	},
	challenge: {
		low: "Builds on ideas first and tests them later.",
		between: "Values encouragement and challenge in turn.",
		high: "Wants ideas tested hard and early.",
	},
} as const satisfies Record<StyleDimension, Record<StyleLeaning, string>>;

/**
 * How far two profiles are apart: the mean difference over the dimensions both
 * have, from 0 (alike) to 4 (opposite), or undefined when they share none.
 */
export function styleDistance(
	one: StyleProfile,
	other: StyleProfile,
): number | undefined {
	const gaps = styleDimensions.flatMap((dimension) => {
		const left = one[dimension];
		const right = other[dimension];
		if (left === undefined || right === undefined) return [];
		return [Math.abs(left - right)];
	});
	if (gaps.length === 0) return undefined;
	return gaps.reduce((total, gap) => total + gap, 0) / gaps.length;
}
