// Who will read this. Stands before every field that holds something personal, and beside every text that was written in one. The
// sentences live here and nowhere else, so that the same promise is always made in the same words.
import { Icon, type IconName } from "./icon.tsx";
import { formatList, t } from "./text.ts";

export type Readers =
	| "you-alone"
	| "pairing-only"
	| "groups-of-five"
	| "proposed-partner"
	| "program-managers"
	| "program"
	| "organisation"
	| "anyone-with-link"
	| { readonly who: "relationship"; readonly names: readonly string[] }
	| { readonly who: "circle"; readonly others: number }
	| { readonly who: "facilitated"; readonly names: readonly string[] }
	| { readonly who: "office-holders"; readonly offices: readonly string[] };

export function Audience({ of }: { of: Readers }) {
	return (
		<span class="audience">
			<Icon name={iconOf(of)} />
			<span>
				<span class="unseen">{t("Who will read this:")} </span>
				{audienceSentence(of)}
			</span>
		</span>
	);
}

/** The one set of sentences; for mails and documents that carry the same promise. */
export function audienceSentence(readers: Readers): string {
	if (typeof readers === "string") return plainSentence(readers);
	switch (readers.who) {
		case "relationship":
			return t("You and {names}", { names: formatList(readers.names) });
		case "circle":
			return t(
				"{others, plural, one {You and the other one in your circle} other {You and the # others in your circle}}",
				{ others: readers.others },
			);
		case "facilitated":
			return t("You, {names} and the facilitator you invited", {
				names: readers.names.join(", "),
			});
		case "office-holders":
			return t("You and {offices}", { offices: formatList(readers.offices) });
	}
}

function plainSentence(readers: Extract<Readers, string>): string {
	switch (readers) {
		case "you-alone":
			return t("You alone");
		case "pairing-only":
			return t("Used for pairing, shown to no one");
		case "groups-of-five":
			return t("Only in groups of five or more");
		case "proposed-partner":
			return t("You and the person proposed to you");
		case "program-managers":
			return t("You and the people who run the program");
		case "program":
			return t("Everyone with a place in this program");
		case "organisation":
			return t("Everyone in the organisation");
		case "anyone-with-link":
			return t("Anyone who has the link");
	}
}

function iconOf(readers: Readers): IconName {
	if (readers === "you-alone" || readers === "pairing-only") return "lock";
	return readers === "groups-of-five" || readers === "organisation"
		? "group"
		: "eye";
}
