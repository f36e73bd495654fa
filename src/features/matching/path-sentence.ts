// How a change would come about, in sentences: whose place it takes, and who moves where. And what one more place would bring.
import type { Gain, PlacePrice } from "../../domain/matching/place-prices.ts";
import type { Move } from "../../domain/matching/plan-changes.ts";
import type { Remedy } from "../../domain/matching/remedies.ts";
import { formatList, t } from "../../ui/text.ts";
import { changeSentence, formatPoints, signedPoints } from "./sentences.ts";

type NameOf = (id: string) => string;

/** More moves than this are counted, not told. */
const MOST_TOLD = 4;

/** Who else would move if the first of these moves had to be made. */
export function wayOfForcing(moves: readonly Move[], name: NameOf): string {
	return moves.length < 2
		? t("Nobody else would have to move.")
		: told(moves, 1, name);
}

/** Where the mentee would go without the pair, and who else would move. */
export function wayWithout(moves: readonly Move[], name: NameOf): string {
	const [own] = moves;
	if (own === undefined) return "";
	const values = valuesOf(own, name);
	const first =
		own.to === undefined
			? t("{mentee} would have one mentor fewer.", values)
			: t("{mentee} would go to {to} ({points}).", values);
	return moves.length < 2 ? first : `${first} ${told(moves, 1, name)}`;
}

/** What one more place of a mentor would bring the whole, and who would have whom then. */
export function placeSentence(price: PlacePrice, name: NameOf): string {
	const mentor = name(price.mentor);
	const gains = gainParts(price.gain);
	if (gains.length === 0)
		return t("One more place at {mentor} would bring nothing.", { mentor });
	const served = price.moves.at(-1);
	return [
		t("One more place at {mentor}: {gains}.", {
			mentor,
			gains: formatList(gains),
		}),
		...(served?.from === undefined && served !== undefined
			? [
					t("In the best plan then, {mentee} would come in.", {
						mentee: name(served.mentee),
					}),
				]
			: []),
	].join(" ");
}

/** One change for several people, without their names. */
export function remedySentence(remedy: Remedy, name: NameOf): string {
	const { kind, partner, people, rule, alsoNeedsPlace } = remedy;
	if (kind === "one-more-place" && people.length > 1)
		return t(
			"One more place at {mentor} would serve one of these {count} people; the best plan decides whom.",
			{ mentor: name(partner), count: people.length },
		);
	if (kind === "one-more-need" && people.length > 1)
		return t("{mentee} could take one of these {count} as a further mentor.", {
			mentee: name(partner),
			count: people.length,
		});
	return changeSentence(
		{ kind, partner, rule, alsoNeedsPlace, gain: remedy.gain?.points ?? 0 },
		name,
	);
}

function told(moves: readonly Move[], from: number, name: NameOf): string {
	const all = moves.map((move, k) => moveSentence(moves[k - 1], move, name));
	const shown = all.slice(from, from + MOST_TOLD);
	const more = all.length - from - shown.length;
	return [
		...shown,
		...(more > 0
			? [
					t(
						"{more, plural, one {One more person moves} other {# more people move}} after that.",
						{ more },
					),
				]
			: []),
	].join(" ");
}

function moveSentence(
	before: Move | undefined,
	move: Move,
	name: NameOf,
): string {
	const values = valuesOf(move, name);
	const makesRoom = move.from !== undefined && move.from === before?.to;
	if (move.to === undefined)
		return makesRoom
			? t(
					"{from}’s place would come from {mentee}, who would have one mentor fewer.",
					values,
				)
			: t("{mentee} would give up {from}.", values);
	if (makesRoom)
		return t(
			"{from}’s place would come from {mentee}, who moves to {to} ({points}).",
			values,
		);
	return move.from === undefined
		? t("{mentee} would get {to}.", values)
		: t("{mentee} would move from {from} to {to} ({points}).", values);
}

function valuesOf({ mentee, from, to, points }: Move, name: NameOf) {
	return {
		mentee: name(mentee),
		from: name(from ?? ""),
		to: name(to ?? ""),
		points: signedPoints(points),
	};
}

function gainParts({ people, mentors, pairs, points }: Gain): string[] {
	const reached = [
		...(people > 0
			? [
					t(
						"{people, plural, one {one mentee more} other {# mentees more}} with a mentor",
						{ people },
					),
				]
			: []),
		...(mentors > 0
			? [
					t(
						"{mentors, plural, one {one mentor more} other {# mentors more}} with a mentee",
						{ mentors },
					),
				]
			: []),
	];
	if (reached.length === 0 && pairs > 0)
		reached.push(
			t("{pairs, plural, one {one pair more} other {# pairs more}}", {
				pairs,
			}),
		);
	if (points > 0)
		reached.push(t("{points} points more", { points: formatPoints(points) }));
	if (points < 0)
		reached.push(t("{points} points fewer", { points: formatPoints(-points) }));
	return reached;
}
