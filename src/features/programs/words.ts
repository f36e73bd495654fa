import type {
	EnrolmentStatus,
	EnrolmentWay,
	Side,
} from "../../domain/programs/enrolment.ts";
import { type TemplateLanguage } from "../../domain/programs/template.ts";
import { templateNamed } from "../../domain/programs/templates.ts";
import { currentLocale, t } from "../../ui/text.ts";
import type { StatusKind } from "../../ui/status.tsx";
import type { ProgramStatus } from "./queries/programs.ts";

export function sideName(side: Side): string {
	return side === "mentor" ? t("Mentor") : t("Mentee");
}

export function sideNames(side: Side): string {
	return side === "mentor" ? t("Mentors") : t("Mentees");
}

export function statusName(status: EnrolmentStatus): string {
	switch (status) {
		case "invited":
			return t("invited");
		case "applied":
			return t("asked for a place");
		case "nominated":
			return t("nominated");
		case "enrolled":
			return t("enrolled");
		case "waiting":
			return t("on the waiting list");
		case "declined":
			return t("declined");
		case "not-admitted":
			return t("not admitted");
		case "withdrawn":
			return t("withdrew");
		case "left":
			return t("left the organisation");
	}
}

export function statusKind(status: EnrolmentStatus): StatusKind {
	switch (status) {
		case "enrolled":
			return "done";
		case "invited":
		case "waiting":
			return "waiting";
		case "applied":
		case "nominated":
			return "attention";
		case "declined":
		case "not-admitted":
		case "withdrawn":
		case "left":
			return "quiet";
	}
}

export function wayName(how: EnrolmentWay): string {
	switch (how) {
		case "invitation":
			return t("by invitation");
		case "application":
			return t("by application");
		case "nomination":
			return t("by nomination");
		case "import":
			return t("with an imported file");
		case "demonstration":
			return t("from the start");
	}
}

export function programStatusName(status: ProgramStatus): string {
	switch (status) {
		case "draft":
			return t("being prepared");
		case "open":
			return t("taking people in");
		case "running":
			return t("running");
		case "closed":
			return t("closed");
	}
}

export function programStatusKind(status: ProgramStatus): StatusKind {
	switch (status) {
		case "draft":
			return "waiting";
		case "open":
			return "active";
		case "running":
			return "done";
		case "closed":
			return "quiet";
	}
}

/** The language templates are shown in: theirs are not the catalogue's messages. */
export function templateLanguage(): TemplateLanguage {
	return currentLocale() === "de" ? "de" : "en";
}

/** What a program's template calls a side and expects of it; undefined for programs that came from elsewhere. */
export function sideText(template: string, side: Side) {
	return templateNamed(template)?.text[templateLanguage()][side];
}
