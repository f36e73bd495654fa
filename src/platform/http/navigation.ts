import { type Guard, mayEnter } from "./guard.ts";
import type { Visitor } from "./visit.ts";
import type { NavigationItem } from "../../ui/frame.ts";

/** A place in the rail, and who sees it there. */
export type Place = {
	readonly label: () => string;
	readonly href: string;
	readonly icon: NavigationItem["icon"];
	readonly allow: Guard;
};

/** The rail of one visitor: only what they may open. */
export function navigationOf(
	places: readonly Place[],
	{
		visitor,
		path,
		isDemonstration,
	}: {
		readonly visitor: Visitor | null;
		readonly path: string;
		readonly isDemonstration: boolean;
	},
): NavigationItem[] {
	const applicant = {
		isSignedIn: visitor !== null,
		held: visitor?.offices ?? [],
		isDemonstration,
		params: {},
	};
	return places
		.filter(({ allow }) => mayEnter(allow, applicant))
		.map(({ label, href, icon }) => ({
			label: label(),
			href,
			icon,
			current: href === "/" ? path === "/" : path.startsWith(href),
		}));
}
