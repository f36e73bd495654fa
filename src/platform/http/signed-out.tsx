// A form that was left open while its sender was signed out: what they wrote goes back to them, to be copied, and is stored nowhere.
import type { Typed } from "../../ui/form.tsx";
import { SignedOutPage } from "../../ui/refusals.tsx";
import { type Reply, show, type Visit } from "./visit.ts";

/** @param cameFrom the address of the page the form stood on, as the browser gives it */
export function signedOutReply(
	visit: Visit,
	typed: Typed,
	cameFrom: string | undefined,
): Reply {
	return show(
		<SignedOutPage
			frame={visit.frame}
			written={writtenIn(typed)}
			next={pathOf(cameFrom)}
		/>,
		401,
	);
}

// Whatever holds a space was written by a person; ids, days and choices are quickly given again. A password is never shown.
function writtenIn(typed: Typed): readonly string[] {
	return Object.entries(typed)
		.filter(([name]) => !name.includes("password"))
		.flatMap(([, value]) => value ?? [])
		.filter((value) => /\S\s+\S/.test(value));
}

function pathOf(address: string | undefined): string {
	if (address === undefined || !URL.canParse(address)) return "/";
	const { pathname, search } = new URL(address);
	return pathname + search;
}
