import { holding, signedIn } from "./platform/http/guard.ts";
import type { Place } from "./platform/http/navigation.ts";
import { t } from "./ui/text.ts";

/** What stands in the rail. */
export const places: readonly Place[] = [
	{ label: () => t("Today"), href: "/", icon: "today", allow: signedIn },
	{
		label: () => t("Programs"),
		href: "/programs",
		icon: "program",
		allow: signedIn,
	},
	{
		label: () => t("Relationships"),
		href: "/relationships",
		icon: "pair",
		allow: signedIn,
	},
	{
		label: () => t("Cases"),
		href: "/cases",
		icon: "group",
		allow: holding("facilitator"),
	},
	{
		label: () => t("People"),
		href: "/people",
		icon: "people",
		allow: signedIn,
	},
	{
		label: () => t("Learning"),
		href: "/learning",
		icon: "steps",
		allow: signedIn,
	},
	{
		label: () => t("Competencies"),
		href: "/competencies",
		icon: "growth",
		allow: signedIn,
	},
	{
		label: () => t("Offices"),
		href: "/administration/offices",
		icon: "settings",
		allow: signedIn,
	},
	{
		label: () => t("Journal"),
		href: "/administration/journal",
		icon: "archive",
		allow: holding("administrator", "analyst"),
	},
	{
		label: () => t("Data"),
		href: "/administration/erasures",
		icon: "lock",
		allow: holding("administrator"),
	},
	{
		label: () => t("Mail"),
		href: "/administration/outbox",
		icon: "note",
		allow: holding("administrator", "program-manager"),
	},
];
