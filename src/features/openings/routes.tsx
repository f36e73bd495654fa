import { z } from "zod";
import { signedIn } from "../../platform/http/guard.ts";
import { NotFound } from "../../platform/http/refusal.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../platform/http/visit.ts";
import { t } from "../../ui/text.ts";
import { documentReply } from "../keyring/json.ts";
import {
	agree,
	askToOpen,
	handOver,
	noteReading,
	objectTo,
	withdraw,
} from "./commands.ts";
import { AskForm, PeeledForm, ReadForm } from "./forms.ts";
import {
	caseOf,
	caseOfOpening,
	epochsInCustody,
	findEpoch,
	findOpening,
	openings,
} from "./queries.ts";
import { AskPage } from "./views/ask-page.tsx";
import { OpeningPage } from "./views/opening-page.tsx";
import { OpeningsPage } from "./views/openings-page.tsx";

/** What custodians ask to open, agree to and read; the members see every step. */
export const openingRoutes: readonly Route[] = [
	page("/recovery/openings", {
		allow: signedIn,
		what: "What custodians asked to open of one's notes; for a custodian, what they can ask for",
		show: async (visit) => {
			const me = visitorOf(visit).id;
			return show(
				<OpeningsPage
					frame={visit.frame}
					epochs={await epochsInCustody(visit.db, me)}
					openings={await openings(visit.db, me, visit.now)}
					timeZone={visitorOf(visit).timeZone ?? "UTC"}
				/>,
			);
		},
	}),
	page("/recovery/relationships/:relationship", {
		allow: signedIn,
		what: "Ask to open what two people wrote under one key, as a custodian of it",
		show: async (visit) =>
			show(<AskPage frame={visit.frame} epoch={await epochOf(visit)} />),
	}),
	page("/recovery/relationships/:relationship/case.json", {
		allow: signedIn,
		what: "The public keys a custodian's browser checks before it asks",
		show: async (visit) =>
			documentReply("case", await caseOf(visit.db, await epochOf(visit))),
	}),
	action("/recovery/openings", {
		allow: signedIn,
		what: "Ask to open notes, with a reason, as a custodian; both members are told",
		form: AskForm,
		act: async (visit, { document }) => {
			await askToOpen(visit.tx, document, acting(visit));
			return redirect(`/recovery/openings/${document.id}/case.json`);
		},
	}),
	page("/recovery/openings/:opening", {
		allow: signedIn,
		what: "One asking: its reason and every step, for the members and the custodians",
		show: async (visit) =>
			show(
				<OpeningPage
					frame={visit.frame}
					opening={await found(visit)}
					visitor={visitorOf(visit).id}
					timeZone={visitorOf(visit).timeZone ?? "UTC"}
				/>,
			),
	}),
	page("/recovery/openings/:opening/case.json", {
		allow: signedIn,
		what: "What a custodian's browser gets of an asking; nothing that opens anything before it is due",
		show: async (visit) => {
			const opening = await found(visit);
			if (opening.isMember) throw new NotFound();
			const { relationship, epoch } = opening;
			const known = await findEpoch(
				visit.db,
				relationship,
				String(epoch),
				visitorOf(visit).id,
			);
			return documentReply(
				"case",
				await caseOfOpening(visit.db, known, opening),
			);
		},
	}),
	action("/recovery/openings/:opening/agree", {
		allow: signedIn,
		what: "Agree, as a second custodian",
		form: z.object({}),
		act: async (visit) => {
			const { opening } = visit.params;
			await agree(visit.tx, opening, acting(visit));
			return redirect(
				`/recovery/openings/${opening}`,
				done(t("You have agreed. Both of them are told.")),
			);
		},
	}),
	action("/recovery/openings/:opening/object", {
		allow: signedIn,
		what: "Object, as a member: the second custodian has to agree anew",
		form: z.object({}),
		act: async (visit) => {
			const { opening } = visit.params;
			await objectTo(visit.tx, opening, acting(visit));
			return redirect(
				`/recovery/openings/${opening}`,
				done(t("You have objected. The custodians are told.")),
			);
		},
	}),
	action("/recovery/openings/:opening/withdraw", {
		allow: signedIn,
		what: "Withdraw, as the custodian who asked",
		form: z.object({}),
		act: async (visit) => {
			const { opening } = visit.params;
			await withdraw(visit.tx, opening, acting(visit));
			return redirect(
				`/recovery/openings/${opening}`,
				done(t("Withdrawn. Both of them are told.")),
			);
		},
	}),
	action("/recovery/openings/:opening/peel", {
		allow: signedIn,
		what: "Hand over one's part, as the second custodian, when the 72 hours are over",
		form: PeeledForm,
		act: async (visit, { document: { peeled } }) => {
			const { opening } = visit.params;
			await handOver(visit.tx, opening, peeled, acting(visit));
			return redirect(`/recovery/openings/${opening}/case.json`);
		},
	}),
	action("/recovery/openings/:opening/read", {
		allow: signedIn,
		what: "Put on record that one reads the notes, as the custodian who asked; both members are told",
		form: ReadForm,
		act: async (visit) => {
			const { opening } = visit.params;
			await noteReading(visit.tx, opening, acting(visit));
			return redirect(`/recovery/openings/${opening}/case.json`);
		},
	}),
];

function acting(visit: Pick<Visit, "visitor" | "now" | "origin">) {
	const { id, name } = visitorOf(visit);
	return { by: id, name, now: visit.now, origin: visit.origin };
}

type EpochVisit = Omit<Visit, "params"> & {
	readonly params: { readonly relationship: string };
};

function epochOf({ db, params, query, visitor }: EpochVisit) {
	const me = visitorOf({ visitor }).id;
	return findEpoch(db, params.relationship, query.get("epoch"), me);
}

type OpeningVisit = Omit<Visit, "params"> & {
	readonly params: { readonly opening: string };
};

function found(visit: OpeningVisit) {
	return findOpening(visit.db, visit.params.opening, {
		visitor: visitorOf(visit).id,
		now: visit.now,
	});
}
