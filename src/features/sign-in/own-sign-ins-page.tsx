import {
	type Reply,
	show,
	type Visit,
	visitorOf,
} from "../../platform/http/visit.ts";
import type { FormState } from "../../ui/form.tsx";
import { isFresh } from "./freshness.ts";
import type { IdentityProvider } from "../../platform/identity-provider/identity-provider.ts";
import { ownIdentity } from "./single-sign-on/identities.ts";
import { ownPasskeys } from "./passkeys/queries.ts";
import { hasPassword, ownSignIns } from "./queries.ts";
import { OwnSignInsPage } from "./views/own-sign-ins.tsx";

/** Everything about one's own access on one page; the forms on it come back to it. */
export function ownSignInsPage(provider: IdentityProvider | undefined) {
	return (visit: Visit, state?: FormState): Promise<Reply> =>
		answer(visit, provider, state);
}

async function answer(
	visit: Visit,
	provider: IdentityProvider | undefined,
	state: FormState | undefined,
): Promise<Reply> {
	const { id, timeZone } = visitorOf(visit);
	const isOffered = provider !== undefined && !visit.frame.isDemonstration;
	return show(
		<OwnSignInsPage
			frame={visit.frame}
			signIns={await ownSignIns(visit.db, id)}
			passkeys={await ownPasskeys(visit.db, id)}
			singleSignOn={
				isOffered
					? {
							label: provider.label,
							identity: await ownIdentity(visit.db, id, provider.issuer),
						}
					: undefined
			}
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
