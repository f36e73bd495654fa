import { z } from "zod";
import { holding, signedIn } from "../../platform/http/guard.ts";
import { NotFound } from "../../platform/http/refusal.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../platform/http/visit.ts";
import type { FormState } from "../../ui/form.tsx";
import { t } from "../../ui/text.ts";
import { documentReply } from "../keyring/json.ts";
import { acceptCustody, endRecovery, nameCustodians } from "./commands.ts";
import { AcceptanceForm, CustodiansForm } from "./forms.ts";
import { mailCustodians } from "./letters.ts";
import { openRecoveryKey, recoveryKeys, shownRecoveryKeys } from "./queries.ts";
import { NamingPage } from "./views/naming-page.tsx";
import { RecoveryPage } from "./views/recovery-page.tsx";

/** The organisation's recovery key: off unless an administrator names three custodians and all three accept; shown to everyone. */
export const recoveryRoutes: readonly Route[] = [
	page("/recovery", {
		allow: signedIn,
		what: "Whether the organisation has a recovery key, and who its custodians are (everyone may know)",
		show: async (visit) => {
			const me = visitorOf(visit);
			return show(
				<RecoveryPage
					frame={visit.frame}
					keys={await recoveryKeys(visit.db)}
					visitor={me.id}
					isAdministrator={me.offices.some(
						({ office }) => office === "administrator",
					)}
					timeZone={me.timeZone ?? "UTC"}
				/>,
			);
		},
	}),
	page("/recovery/key.json", {
		allow: signedIn,
		what: "The custodians' public keys, for browsers to check",
		show: async (visit) => {
			const open = await openRecoveryKey(visit.db);
			if (open === undefined) throw new NotFound();
			const [shown] = await shownRecoveryKeys(visit.db, [open]);
			return documentReply("recovery-key", shown);
		},
	}),
	action("/recovery/acceptance", {
		allow: signedIn,
		what: "Accept to be a custodian, as one of the three named",
		form: AcceptanceForm,
		act: async (visit, { document }) => {
			const open = await openRecoveryKey(visit.db);
			const me = visitorOf(visit).id;
			if (!open?.custodians.some(({ person }) => person === me))
				throw new NotFound();
			await acceptCustody(visit.tx, me, document);
			return redirect("/recovery/key.json");
		},
	}),
	page("/administration/recovery", {
		allow: holding("administrator"),
		what: "Name the custodians of a recovery key, or switch it off",
		show: (visit) => namingPage(visit),
	}),
	action("/administration/recovery", {
		allow: holding("administrator"),
		what: "Name three custodians",
		form: CustodiansForm,
		act: async (visit, three) => {
			const named = await nameCustodians(visit.tx, three, visitorOf(visit).id);
			await mailCustodians(visit.tx, { ...named, origin: visit.origin });
			return redirect(
				"/recovery",
				done(t("They are named. It is in use once all three have accepted.")),
			);
		},
		again: (visit, state) => namingPage(visit, state),
	}),
	action("/administration/recovery/end", {
		allow: holding("administrator"),
		what: "Switch the recovery key off and delete what custodians could open",
		form: z.object({}),
		act: async (visit) => {
			await endRecovery(visit.tx);
			return redirect(
				"/recovery",
				done(t("The recovery key is off. Nothing can be opened any more.")),
			);
		},
	}),
];

async function namingPage(visit: Visit, state?: FormState) {
	return show(
		<NamingPage
			frame={visit.frame}
			open={await openRecoveryKey(visit.db)}
			state={state}
		/>,
	);
}
