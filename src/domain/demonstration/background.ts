import {
	type StyleAnswers,
	styleChoices,
	styleQuestions,
} from "../style/questions.ts";
import type { Chance } from "./chance.ts";
import { gradeScale } from "./house.ts";
import { clientsOf } from "./clients.ts";
import { plainStory, type StoryBook } from "./stories.ts";
import type { Post } from "./posts.ts";

export type Background = {
	readonly experience: string | undefined;
	readonly clients: readonly string[];
	readonly industries: readonly string[];
};

/**
 * What someone has done and for whom; the longer and the nearer to clients, the
 * more. Each good story belongs to one person; the others tell a plain one.
 */
export function backgroundOf(
	post: Post,
	years: number,
	stories: StoryBook,
	dice: Chance,
): Background {
	const rank = gradeScale.indexOf(post.grade);
	const near = ["Commercial", "Projects", "Operations", "General Management"];
	const reach = near.includes(post.trade.function) ? 1 : 0;
	const most = reach + Math.floor(rank / 2);
	const met = dice.some(clientsOf(post.desk.unit), dice.whole(reach, most));
	const tells = post.member === undefined && dice.happens(0.25 + rank * 0.1);
	const told = tells
		? (storyFor(post, years, stories) ?? plainStory(post, years, dice))
		: undefined;
	return {
		experience: post.member?.experience ?? told,
		clients: met.map(([client]) => client),
		industries: [...new Set(met.map(([, industry]) => industry))],
	};
}

/** The larger stories belong to those who have carried more, for longer. */
function storyFor(
	{ grade, trade }: Post,
	years: number,
	stories: StoryBook,
): string | undefined {
	const carriesMuch = gradeScale.indexOf(grade) >= 3 && years >= 3;
	return carriesMuch ? stories(trade.function) : undefined;
}

/** Answers to the questionnaire: each person leans one way a little, and skips a question now and then. */
export function styleOf(dice: Chance): StyleAnswers {
	const leaning = new Map<string, number>();
	const answers = styleQuestions.flatMap(({ key, dimension, rightIsHigh }) => {
		const lean = leaning.get(dimension) ?? dice.fraction() * 3 + 1.5;
		leaning.set(dimension, lean);
		if (dice.happens(0.03)) return [];
		const felt = lean + dice.fraction() * 2 - 1;
		const turned = rightIsHigh ? felt : 6 - felt;
		const choice = styleChoices.find((one) => one >= turned - 0.5) ?? 5;
		return [[key, choice] as const];
	});
	return Object.fromEntries(answers);
}
