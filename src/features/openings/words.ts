import type {
	OpeningAct,
	OpeningStanding,
} from "../../domain/sealing/opening.ts";
import type { StatusKind } from "../../ui/status.tsx";
import { t } from "../../ui/text.ts";

export function standingName(standing: OpeningStanding): string {
	switch (standing) {
		case "asked":
			return t("Waits for a second custodian");
		case "agreed":
			return t("Two custodians agree; the 72 hours run");
		case "due":
			return t("The 72 hours are over");
		case "peeled":
			return t("Handed to the custodian who asked");
		case "read":
			return t("The notes were read");
		case "withdrawn":
			return t("Withdrawn");
		case "lapsed":
			return t("Over after 14 days");
	}
}

export function standingKind(standing: OpeningStanding): StatusKind {
	switch (standing) {
		case "asked":
			return "waiting";
		case "agreed":
			return "active";
		case "due":
		case "peeled":
		case "read":
			return "attention";
		case "withdrawn":
		case "lapsed":
			return "quiet";
	}
}

export function stepSentence(act: OpeningAct | "asked", name: string): string {
	switch (act) {
		case "asked":
			return t("{name} asked to open the notes", { name });
		case "agreed":
			return t("{name} agreed, as the second custodian", { name });
		case "objected":
			return t("{name} objected", { name });
		case "peeled":
			return t("{name} handed over their part", { name });
		case "read":
			return t("{name} read the notes", { name });
		case "withdrawn":
			return t("{name} withdrew", { name });
	}
}
