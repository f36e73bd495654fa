import { createHash } from "node:crypto";
import { signedIn } from "../../platform/http/guard.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../platform/http/visit.ts";
import { t } from "../../ui/text.ts";
import {
	addUnlocker,
	keepComparison,
	removeUnlocker,
	takeIdentity,
} from "./commands.ts";
import {
	ComparisonForm,
	IdentityForm,
	type NewUnlocker,
	UnlockerChoice,
	UnlockerForm,
} from "./forms.ts";
import { documentReply } from "./json.ts";
import { ownKeyring } from "./queries.ts";
import { PromisePage } from "./views/promise-page.tsx";
import { KeyringPage } from "./views/keyring-page.tsx";

const keyringDocument = "/me/keys/keyring.json";

/** The keys for what one seals: made and opened in the browser, kept here closed. */
export const keyringRoutes: readonly Route[] = [
	page("/me/keys", {
		allow: signedIn,
		what: "The keys to one's sealed notes, and the ways to open them",
		show: async (visit) =>
			show(
				<KeyringPage
					frame={visit.frame}
					keyring={await ownKeyring(visit.db, visitorOf(visit).id)}
					timeZone={visitorOf(visit).timeZone ?? "UTC"}
				/>,
			),
	}),
	page("/me/keys/promise", {
		allow: signedIn,
		what: "What sealed notes keep from whom",
		show: (visit) => show(<PromisePage frame={visit.frame} />),
	}),
	page(keyringDocument, {
		allow: signedIn,
		what: "One's own keys, closed, for one's own browser to open",
		show: async (visit) => {
			const { person, identity, unlockers } = await ownKeyring(
				visit.db,
				visitorOf(visit).id,
			);
			return documentReply("keyring", {
				person,
				signIn: stampOf(visit),
				identity: identity ?? null,
				sealedKeys: identity?.sealedKeys ?? "",
				unlockers,
			});
		},
	}),
	action("/me/keys/identity", {
		allow: signedIn,
		what: "Take new keys into use",
		form: IdentityForm,
		act: async (visit, { document }) => {
			await takeIdentity(visit.tx, visitorOf(visit).id, {
				...document,
				unlockers: document.unlockers.map((each) => named(each, visit)),
			});
			return redirect(keyringDocument);
		},
	}),
	action("/me/keys/unlockers", {
		allow: signedIn,
		what: "Add a way to open one's keys",
		form: UnlockerForm,
		act: async (visit, { document }) => {
			await addUnlocker(visit.tx, visitorOf(visit).id, named(document, visit));
			return redirect(keyringDocument);
		},
	}),
	action("/me/keys/unlockers/remove", {
		allow: signedIn,
		what: "Take away a way to open one's keys",
		form: UnlockerChoice,
		act: async (visit, { unlocker }) => {
			await removeUnlocker(visit.tx, visitorOf(visit).id, unlocker);
			return redirect("/me/keys", done(t("That way in is gone.")));
		},
	}),
	action("/me/keys/comparisons", {
		allow: signedIn,
		what: "Keep whose keys one has compared",
		form: ComparisonForm,
		act: async (visit, { document }) => {
			await keepComparison(visit.tx, visitorOf(visit).id, document);
			return redirect(keyringDocument);
		},
	}),
];

// A way in that belongs to a device is called after it.
function named(
	unlocker: NewUnlocker,
	{ device }: Pick<Visit, "device">,
): NewUnlocker {
	const isOfDevice = unlocker.kind === "device" || unlocker.kind === "passkey";
	return unlocker.label === "" && isOfDevice
		? { ...unlocker, label: device }
		: unlocker;
}

// Tells one sign-in from the next, so that keys left open by an earlier one are closed; says nothing about the sign-in itself.
function stampOf({ signIn }: Pick<Visit, "signIn">): string {
	return createHash("sha256")
		.update("keys opened in sign-in")
		.update(signIn ?? "")
		.digest("base64url")
		.slice(0, 16);
}
