import { t } from "../../../ui/text.ts";
import type {
	DataClass,
	Erasure,
	Purpose,
	Retention,
	Withheld,
} from "./entry.ts";

export function purposeWords(purpose: Purpose): string {
	switch (purpose) {
		case "directory":
			return t("To know who works here");
		case "self-description":
			return t("To let colleagues find each other");
		case "learning":
			return t("To let people learn at their own pace");
		case "import":
			return t("To take over what HR keeps");
		case "pairing":
			return t("To pair people well and fairly");
		case "program":
			return t("To run programs");
		case "relationship":
			return t("To carry a mentoring relationship");
		case "sealing":
			return t("To keep notes sealed");
		case "concern":
			return t("To let people raise a concern in confidence");
		case "access":
			return t("To let in who may come in");
		case "mail":
			return t("To tell people what waits for them");
		case "accountability":
			return t("To be able to account for what was done");
		case "rights":
			return t("To answer what people demand for their data");
		case "running":
			return t("To keep Baton running");
		case "house":
			return t("About the organisation, not about people");
	}
}

export function className(each: DataClass): string {
	switch (each) {
		case "technical":
			return t("technical");
		case "house":
			return t("the organisation’s own");
		case "trace":
			return t("who did it");
		case "directory":
			return t("open to colleagues");
		case "program":
			return t("for the offices that need it");
		case "relationship":
			return t("for the members");
		case "sealed":
			return t("sealed");
		case "sensitive":
			return t("in confidence");
		case "secret":
			return t("secret");
	}
}

export function retentionName(retention: Retention): string {
	switch (retention) {
		case "person":
			return t("People who have left");
		case "account":
			return t("Corrections that were answered");
		case "program":
			return t("Places in programs that are over");
		case "round":
			return t("What rounds were computed from");
		case "relationship":
			return t("Relationships that have ended");
		case "concern":
			return t("Concerns, after the last word in them");
		case "sign-in":
			return t("Sign-ins and links that have ended");
		case "mail":
			return t("Mails that were sent");
		case "import":
			return t("Files from HR that were imported");
		case "housekeeping":
			return t("Sent forms and counted attempts");
		case "journal":
			return t("The journal");
		case "erasure":
			return t("The list of erasures");
		case "house":
			return t("What the organisation set up");
	}
}

export function erasureWords(erasure: Erasure): string {
	switch (erasure) {
		case "nobody":
			return t("Not about you");
		case "delete":
			return t("Deleted");
		case "keep":
			return t(
				"Stays for the others it belongs to, with “a former colleague” in your place",
			);
		case "blank":
			return t("Stays as an empty place, with nothing about you in it");
		case "clear":
			return t("Your name is taken out");
	}
}

export function withheldWords(withheld: Withheld): string {
	switch (withheld) {
		case "proof":
			return t("not in the export: whoever had the file could get in with it");
		case "confidence":
			return t(
				"not in the export: it would tell what somebody else said in confidence",
			);
		case "draft":
			return t("not in the export: nothing was decided yet");
		case "copy":
			return t("not in the export: a passing copy of what is there already");
	}
}
