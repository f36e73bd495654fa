import { signedIn } from "../../platform/http/guard.ts";
import { NotFound } from "../../platform/http/refusal.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import {
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../platform/http/visit.ts";
import { documentReply } from "../keyring/json.ts";
import { keepConsent, takeConsentBack } from "../recovery/consent-commands.ts";
import { ConsentForm, TakeBackForm } from "../recovery/forms.ts";
import { recoveryOf } from "../recovery/queries.ts";
import { circleMembers } from "../relationships/circles/queries.ts";
import {
	findRelationship,
	ownRelationships,
} from "../relationships/queries.ts";
import { addGrants, takeKey, writeNote } from "./commands.ts";
import { GrantsForm, KeyForm, OwnNoteForm, SharedNoteForm } from "./forms.ts";
import { formerWriters, ownNotes, relationshipSpace } from "./queries.ts";
import { CircleNotesPage } from "./views/circle-notes-page.tsx";
import { NotesPage } from "./views/notes-page.tsx";
import { OwnNotesPage } from "./views/own-notes-page.tsx";

/** Sealed notes: what the server keeps and hands out it cannot read. */
export const noteRoutes: readonly Route[] = [
	page("/me/notes", {
		allow: signedIn,
		what: "One's own sealed notes",
		show: async (visit) =>
			show(
				<OwnNotesPage
					frame={visit.frame}
					relationships={await ownRelationships(visit.db, visitorOf(visit).id)}
				/>,
			),
	}),
	page("/me/notes.json", {
		allow: signedIn,
		what: "One's own notes, sealed, for one's own browser to open",
		show: async (visit) =>
			documentReply("notes", await ownNotes(visit.db, visitorOf(visit).id)),
	}),
	action("/me/notes", {
		allow: signedIn,
		what: "Keep a note for oneself alone",
		form: OwnNoteForm,
		act: async (visit, { document }) => {
			await writeNote(visit.tx, visitorOf(visit).id, {
				note: document,
				relationship: null,
			});
			return redirect("/me/notes.json");
		},
	}),
	page("/relationships/:relationship/notes", {
		allow: signedIn,
		what: "The sealed notes of a relationship, for its members",
		show: async (visit) => show(await notesPage(visit)),
	}),
	page("/relationships/:relationship/notes.json", {
		allow: signedIn,
		what: "A relationship's notes, sealed, for its members' browsers to open",
		show: async (visit) => {
			await own(visit);
			return documentReply(
				"notes",
				await relationshipSpace(
					visit.db,
					visit.params.relationship,
					visitorOf(visit).id,
				),
			);
		},
	}),
	action("/relationships/:relationship/keys", {
		allow: signedIn,
		what: "Take a relationship's next key into use, as one of its members",
		form: KeyForm,
		act: async (visit, { document }) => {
			await own(visit);
			const { relationship } = visit.params;
			await takeKey(visit.tx, relationship, visitorOf(visit).id, document);
			return redirect(`/relationships/${relationship}/notes.json`);
		},
	}),
	action("/relationships/:relationship/grants", {
		allow: signedIn,
		what: "Let another member read, as one of the members",
		form: GrantsForm,
		act: async (visit, { document }) => {
			await own(visit);
			const { relationship } = visit.params;
			await addGrants(
				visit.tx,
				relationship,
				visitorOf(visit).id,
				document.grants,
			);
			return redirect(`/relationships/${relationship}/notes.json`);
		},
	}),
	action("/relationships/:relationship/recovery-consents", {
		allow: signedIn,
		what: "Agree, as a member, that custodians can open what is written under the next key",
		form: ConsentForm,
		act: async (visit, { document: { consent } }) => {
			const { id, kind, endedAt } = await own(visit);
			if (endedAt !== null || kind === "circle") throw new NotFound();
			await keepConsent(visit.tx, id, visitorOf(visit).id, consent);
			return redirect(`/relationships/${id}/notes.json`);
		},
	}),
	action("/relationships/:relationship/recovery-take-back", {
		allow: signedIn,
		what: "Take that word back, before the next key has begun",
		form: TakeBackForm,
		act: async (visit, { document: { epoch } }) => {
			const { id } = await own(visit);
			const person = visitorOf(visit).id;
			await takeConsentBack(visit.tx, id, { person, epoch });
			return redirect(`/relationships/${id}/notes.json`);
		},
	}),
	action("/relationships/:relationship/notes", {
		allow: signedIn,
		what: "Keep a note that the members read, as one of them",
		form: SharedNoteForm,
		act: async (visit, { document }) => {
			await own(visit);
			const { relationship } = visit.params;
			await writeNote(visit.tx, visitorOf(visit).id, {
				note: document,
				relationship,
			});
			return redirect(`/relationships/${relationship}/notes.json`);
		},
	}),
];

async function notesPage(visit: RelationshipVisit) {
	const { db, frame } = visit;
	const relationship = await own(visit);
	return relationship.kind === "circle" ? (
		<CircleNotesPage
			frame={frame}
			relationship={relationship}
			members={await circleMembers(db, relationship.id)}
			formers={await formerWriters(db, relationship.id)}
		/>
	) : (
		<NotesPage
			frame={frame}
			relationship={relationship}
			recovery={await recoveryOf(db, relationship.id)}
		/>
	);
}

type RelationshipVisit = Omit<Visit, "params"> & {
	readonly params: { readonly relationship: string };
};

function own({ db, params, visitor }: RelationshipVisit) {
	return findRelationship(db, params.relationship, visitorOf({ visitor }).id);
}
