import {
	type Reply,
	show,
	type Visit,
	visitorOf,
} from "../../platform/http/visit.ts";
import type { FormState } from "../../ui/form.tsx";
import { isFresh } from "./freshness.ts";
import { ownPasskeys } from "./passkeys/queries.ts";
import { hasPassword, ownSignIns } from "./queries.ts";
import { OwnSignInsPage } from "./views/own-sign-ins.tsx";

/** Everything about one's own access on one page; the forms on it come back to it. */
export async function ownSignInsPage(
	visit: Visit,
	state?: FormState,
): Promise<Reply> {
	const { id, timeZone } = visitorOf(visit);
	return show(
		<OwnSignInsPage
			frame={visit.frame}
			signIns={await ownSignIns(visit.db, id)}
			passkeys={await ownPasskeys(visit.db, id)}
			hasPassword={await hasPassword(visit.db, id)}
			isFresh={await isFresh(visit)}
			device={visit.device}
			current={visit.signIn}
			timeZone={timeZone ?? "UTC"}
			returned={
				state && {
					action: new URL(visit.frame.path, visit.origin).pathname,
					state,
				}
			}
		/>,
	);
}
