import { isLevel, type Level } from "../competencies/catalogue.ts";
import type { StarterCompetency } from "../competencies/starter.ts";
import type { Chance } from "./chance.ts";
import { gradeScale } from "./house.ts";
import type { Strength } from "./person.ts";
import type { Post } from "./posts.ts";
import type { FunctionName } from "./trades.ts";

/** What a function teaches those who grow up in it. */
const taughtBy: Readonly<Record<FunctionName, readonly StarterCompetency[]>> = {
	"General Management": [
		"setting-direction",
		"thinking-for-the-whole",
		"allocating-capital",
		"building-senior-teams",
		"working-with-boards",
		"developing-successors",
	],
	Engineering: [
		"framing-the-problem",
		"judging-technology",
		"carrying-risk",
		"deciding-on-incomplete-facts",
		"learning-from-outcomes",
	],
	Operations: [
		"strategy-into-work",
		"leading-through-crisis",
		"leading-change",
		"making-operations-last",
		"building-senior-teams",
	],
	Commercial: [
		"partnering-with-clients",
		"negotiating",
		"renewing-the-business",
		"speaking-for-the-organisation",
		"reading-the-business-in-numbers",
	],
	Projects: [
		"strategy-into-work",
		"carrying-risk",
		"negotiating",
		"leading-through-crisis",
		"deciding-on-incomplete-facts",
	],
	"Safety & Quality": [
		"carrying-risk",
		"acting-with-integrity",
		"learning-from-outcomes",
		"inviting-dissent",
	],
	"Supply Chain": [
		"negotiating",
		"reading-the-business-in-numbers",
		"carrying-risk",
		"making-operations-last",
	],
	Technology: [
		"judging-technology",
		"renewing-the-business",
		"framing-the-problem",
		"leading-change",
	],
	Finance: [
		"reading-the-business-in-numbers",
		"allocating-capital",
		"carrying-risk",
		"working-with-boards",
	],
	People: [
		"developing-successors",
		"listening-and-coaching",
		"working-across-differences",
		"leading-change",
	],
	"Legal & Compliance": [
		"acting-with-integrity",
		"negotiating",
		"working-with-boards",
		"carrying-risk",
	],
	Strategy: [
		"setting-direction",
		"framing-the-problem",
		"renewing-the-business",
		"thinking-for-the-whole",
	],
	Communications: [
		"speaking-for-the-organisation",
		"listening-and-coaching",
		"inviting-dissent",
		"leading-through-crisis",
	],
};

/** What a senior career teaches in any function. */
const taughtBySeniority: readonly StarterCompetency[] = [
	"developing-successors",
	"thinking-for-the-whole",
	"listening-and-coaching",
	"inviting-dissent",
	"working-with-boards",
	"speaking-for-the-organisation",
	"leading-change",
	"building-senior-teams",
];

/** What those below the top most often lack for the next step. */
const wantedNext: readonly StarterCompetency[] = [
	"setting-direction",
	"thinking-for-the-whole",
	"deciding-on-incomplete-facts",
	"working-with-boards",
	"allocating-capital",
	"building-senior-teams",
	"negotiating",
	"reading-the-business-in-numbers",
	"speaking-for-the-organisation",
	"partnering-with-clients",
	"leading-change",
	"developing-successors",
];

/** What the top says it would like to learn from those closer to the work. */
const wantedAtTop: readonly StarterCompetency[] = [
	"judging-technology",
	"working-across-differences",
	"making-operations-last",
	"renewing-the-business",
	"inviting-dissent",
];

/** Three or four competencies at levels that go with the grade. */
export function offersOf(post: Post, dice: Chance): readonly Strength[] {
	const rank = gradeScale.indexOf(post.grade);
	const own = dice.some(taughtBy[post.trade.function], rank >= 4 ? 3 : 2);
	const senior = rank >= 4 ? dice.some(taughtBySeniority, 2) : [];
	const both = [...new Set([...own, ...senior])].slice(0, 4);
	const usual = rank >= 6 ? 5 : rank >= 4 ? 4 : rank >= 2 ? 3 : 2;
	return both.map((competency) => ({
		competency,
		level: levelNear(usual - (dice.happens(0.35) ? 1 : 0)),
	}));
}

/** Two or three competencies outside one's own strengths, at the level aimed at. */
export function seeksOf(
	post: Post,
	offers: readonly Strength[],
	dice: Chance,
): readonly Strength[] {
	const rank = gradeScale.indexOf(post.grade);
	const strong = new Set(offers.map(({ competency }) => competency));
	const field = rank >= 6 ? wantedAtTop : wantedNext;
	const open = field.filter((competency) => !strong.has(competency));
	const usual = rank >= 4 ? 4 : rank >= 2 ? 3 : 2;
	return dice.some(open, dice.whole(2, 3)).map((competency) => ({
		competency,
		level: levelNear(usual + (dice.happens(0.4) ? 1 : 0)),
	}));
}

function levelNear(wanted: number): Level {
	const level = Math.max(1, Math.min(5, wanted));
	return isLevel(level) ? level : 3;
}
