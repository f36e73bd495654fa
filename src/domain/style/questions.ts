/**
 * How a person likes to talk and work with another, asked in ten pairs of
 * opposites. Written for Baton, to help two people start well. It is not a
 * validated scale, sorts nobody into types and has no better end.
 */
export const styleDimensions = [
	"directness",
	"pace",
	"structure",
	"challenge",
] as const;
export type StyleDimension = (typeof styleDimensions)[number];

/** 1 is fully the left statement, 5 fully the right one, 3 between the two. */
export const styleChoices = [1, 2, 3, 4, 5] as const;
export type StyleChoice = (typeof styleChoices)[number];

export type StyleQuestion = {
	readonly key: string;
	readonly dimension: StyleDimension;
	/**
	 * Whether choosing the right statement raises the dimension. Both
	 * directions occur, so that marking one column throughout says nothing.
	 */
	readonly rightIsHigh: boolean;
	readonly left: string;
	readonly right: string;
};

export const styleQuestions = [
	{
		key: "say-or-hint",
		dimension: "directness",
		rightIsHigh: false,
		left: "I say what I think straight away, also when it is unwelcome.",
		right: "I choose the moment and the words with care before I say it.",
	},
	{
		key: "soften-or-plain",
		dimension: "directness",
		rightIsHigh: true,
		left: "Feedback helps me most when it is wrapped in context.",
		right: "Feedback helps me most when it comes in one plain sentence.",
	},
	{
		key: "read-between",
		dimension: "directness",
		rightIsHigh: true,
		left: "I leave room for what is understood without being said.",
		right: "I prefer everything that matters to be spoken out loud.",
	},
	{
		key: "think-aloud",
		dimension: "pace",
		rightIsHigh: false,
		left: "I find out what I think while I am talking.",
		right: "I think in silence first and speak when I am sure.",
	},
	{
		key: "sleep-on-it",
		dimension: "pace",
		rightIsHigh: true,
		left: "After a good talk I want a night before I settle anything.",
		right: "After a good talk I want to act the same day.",
	},
	{
		key: "agenda-or-open",
		dimension: "structure",
		rightIsHigh: false,
		left: "I want to know the questions before we meet.",
		right: "I want to see where the conversation takes us.",
	},
	{
		key: "stories-or-steps",
		dimension: "structure",
		rightIsHigh: true,
		left: "I learn best from stories and what they stir up.",
		right: "I learn best from a clear line of steps and reasons.",
	},
	{
		key: "close-or-leave-open",
		dimension: "structure",
		rightIsHigh: false,
		left: "A session should end with agreed points.",
		right: "A session may end with a good question.",
	},
	{
		key: "encourage-or-test",
		dimension: "challenge",
		rightIsHigh: true,
		left: "When I bring a plan, I first want to hear what is good about it.",
		right: "When I bring a plan, I first want to hear where it breaks.",
	},
	{
		key: "debate-or-build",
		dimension: "challenge",
		rightIsHigh: false,
		left: "I enjoy taking the other side to test a thought.",
		right: "I enjoy building on a thought until it stands.",
	},
] as const satisfies readonly StyleQuestion[];

export type StyleQuestionKey = (typeof styleQuestions)[number]["key"];

export type StyleAnswers = Readonly<
	Partial<Record<StyleQuestionKey, StyleChoice>>
>;

/** The choice a form or a file sent, or undefined for anything else. */
export function readStyleChoice(text: string): StyleChoice | undefined {
	return styleChoices.find((choice) => String(choice) === text.trim());
}
