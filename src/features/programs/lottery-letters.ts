import type { Drawn } from "../../domain/programs/lottery.ts";
import type { Letter } from "../../platform/mail/letter.ts";
import { formatDate, t } from "../../ui/text.ts";
import type { LetterFacts } from "./letters.ts";
import type { Lottery } from "./queries/lottery.ts";

/** Places are drawn by lot. Carries the hash of the seed: a dated copy in everyone's hands is what binds it. */
export function listLetter(
	{ program, origin }: LetterFacts,
	lottery: Pick<Lottery, "places" | "closesOn" | "commitment" | "beaconSource">,
	{
		firstName,
		number,
	}: { readonly firstName: string; readonly number: number | undefined },
): Letter {
	return {
		subject: t("Places in “{program}” are drawn by lot", {
			program: program.name,
		}),
		paragraphs: [
			t("Dear {name},", { name: firstName }),
			t(
				"there are {places, plural, one {one place} other {# places}} and perhaps more people who would like one. A lottery decides; everyone on the list has the same chance. The list closes at the end of {date}.",
				{ places: lottery.places, date: formatDate(lottery.closesOn) },
			),
			number === undefined
				? t("You are on the list once you have said yes to your invitation.")
				: t("You are on the list under the number {number}.", { number }),
			t(
				"The seed of the draw is fixed already. This is its SHA-256; keep this mail, and you can check later that nobody changed it:",
			),
			lottery.commitment,
			...(lottery.beaconSource === null
				? []
				: [
						t(
							"After the list is closed a public text is added that nobody can know before: {source}.",
							{ source: lottery.beaconSource },
						),
					]),
		],
		button: {
			label: t("See how the draw works"),
			url: `${origin}/programs/${program.id}/lottery`,
		},
		foot: footOf(program),
	};
}

export function drawnLetter(
	{ program, origin }: LetterFacts,
	{
		firstName,
		drawn,
	}: { readonly firstName: string; readonly drawn: Drawn | undefined },
): Letter {
	return {
		subject: t("Your place in “{program}”", { program: program.name }),
		paragraphs: [
			t("Dear {name},", { name: firstName }),
			...(drawn === undefined ? [] : [drawnSentence(drawn)]),
			t("The record of the draw is open: anyone can repeat it."),
		],
		button: {
			label: t("See the draw"),
			url: `${origin}/programs/${program.id}/lottery`,
		},
		foot: footOf(program),
	};
}

/** What the draw came to, for the person whose number it is. */
export function drawnSentence({
	number,
	outcome,
	rank,
}: Pick<Drawn, "number" | "outcome" | "rank">): string {
	return outcome === "place"
		? t("Your number {number} was drawn: you have a place.", { number })
		: t(
				"The places were drawn before your number {number}. You are number {rank} on the waiting list; when somebody withdraws, the next one gets the place at once.",
				{ number, rank },
			);
}

function footOf(program: LetterFacts["program"]): string {
	return t("Sent because of your part in “{program}”.", {
		program: program.name,
	});
}
