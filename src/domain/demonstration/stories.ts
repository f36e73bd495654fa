import { type Chance, chance } from "./chance.ts";
import { experiences } from "./experiences.ts";
import { places } from "./places.ts";
import type { Post } from "./posts.ts";
import type { FunctionName } from "./trades.ts";

/** The next untold story of a function, until none is left. */
export type StoryBook = (of: FunctionName) => string | undefined;

export function storyBook(seed: number): StoryBook {
	const dice = chance(seed, "stories");
	const untold = new Map<FunctionName, string[]>();
	return (of) => {
		const left =
			untold.get(of) ?? dice.some(experiences[of], experiences[of].length);
		untold.set(of, left);
		return left.pop();
	};
}

/** A sober sentence or two about where someone has worked and on what. */
export function plainStory(
	{ trade, city, grade }: Post,
	years: number,
	dice: Chance,
): string {
	const field = lowerFirst(trade.discipline);
	const elsewhere = dice.pick(places.filter((place) => place.city !== city));
	if (years < 2) {
		const hope = dice.pick(hopes);
		const isYoung = ["Specialist", "Senior Specialist"].includes(grade);
		return dice.pick([
			`New to the company; worked on ${field} elsewhere before. ${hope}`,
			`Joined recently from a smaller firm. ${hope}`,
			...(isYoung ? [`First post after university. ${hope}`] : []),
		]);
	}
	const interest = dice.pick(interests);
	const spent = years === 2 ? "Two years" : `${years} years`;
	return dice.pick([
		`${spent} with the company, most of them spent on ${field}. ${interest}`,
		`Worked in ${elsewhere.city} before ${city}. ${interest}`,
		`Took up ${field} after years in another line of work. ${interest}`,
		`${spent} here, with one posting in ${elsewhere.city}. ${interest}`,
		`Looks after ${field} with colleagues in ${elsewhere.city}. ${interest}`,
	]);
}

const interests = [
	"Likes to be asked for a second opinion.",
	"Glad to explain how things came to be as they are.",
	"Would like to see more of the work at sea.",
	"Interested in how other cities solve the same problem.",
	"Takes on trainees every year.",
	"Happy to show anyone around.",
	"Knows whom to ask.",
	"Writes things down so that others need not ask twice.",
	"Would rather fix the cause than the case.",
	"Prefers a visit to a slide.",
	"Looking for people who think differently.",
	"Speaks up for those who are not in the room.",
	"Has learned to say no early.",
	"Still surprised by something most weeks.",
];

/** What newcomers add. */
const hopes = [
	"Learning who knows what.",
	"Curious about the yards.",
	"Would like to meet colleagues beyond the own team.",
	"Interested in how other cities solve the same problem.",
	"Prefers a visit to a slide.",
	"Asks the questions one may ask only at the beginning.",
	"Looking for people who think differently.",
	"Brings a few habits worth comparing.",
];

function lowerFirst(words: string): string {
	return words.slice(0, 1).toLowerCase() + words.slice(1);
}
