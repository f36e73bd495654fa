import { t } from "../../../ui/text.ts";
import { houseActs } from "./house-acts.ts";
import { meetingActs } from "./meetings-acts.ts";
import { pairingActs } from "./pairing-acts.ts";
import { programActs } from "./programs-acts.ts";
import { rightsActs } from "./rights-acts.ts";

const groups = [
	{ label: () => t("Signing in, people and the house"), acts: houseActs },
	{ label: () => t("Reading, data protection and keys"), acts: rightsActs },
	{ label: () => t("Programs and places"), acts: programActs },
	{ label: () => t("Pairing"), acts: pairingActs },
	{ label: () => t("Relationships and sessions"), acts: meetingActs },
];

const words = new Map(groups.flatMap(({ acts }) => Object.entries(acts)));

/** What was done, in plain words; an act of an older or newer Baton keeps its name. */
export function actSentence(act: string): string {
	return words.get(act)?.() ?? act.replaceAll("-", " ");
}

/** Every act there is, under headings, in the order of the words. */
export function actChoices() {
	return groups.map(({ label, acts }) => ({
		label: label(),
		choices: Object.entries(acts)
			.map(([value, say]) => ({ value, label: say() }))
			.toSorted((one, other) => one.label.localeCompare(other.label)),
	}));
}

export function isAct(name: string): boolean {
	return words.has(name);
}
