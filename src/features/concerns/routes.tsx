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
import { documentReply } from "../keyring/json.ts";
import {
	askToHandOver,
	handOver,
	letRead,
	raiseConcern,
	takeStep,
	writeText,
} from "./commands.ts";
import {
	GrantsForm,
	HandOverForm,
	PassOnForm,
	RaiseForm,
	StepForm,
	TextForm,
} from "./forms.ts";
import {
	candidatesSpace,
	concernSpace,
	concernsOf,
	eventsOf,
	findConcern,
	ombudspersonsFor,
} from "./queries.ts";
import { ConcernPage } from "./views/concern-page.tsx";
import { ConcernsPage } from "./views/concerns-page.tsx";
import { NewConcernPage } from "./views/new-concern-page.tsx";

/** What somebody takes to an ombudsperson. The same doors for everyone, so that going through one says nothing. */
export const concernRoutes: readonly Route[] = [
	page("/concerns", {
		allow: signedIn,
		what: "How to raise a concern, and those one raised or was entrusted with",
		show: async (visit) =>
			show(
				<ConcernsPage
					frame={visit.frame}
					concerns={await concernsOf(visit.db, visitorOf(visit).id)}
					ombudspersons={await ombudspersonsFor(visit.db)}
					today={visit.today}
				/>,
			),
	}),
	page("/concerns/new", {
		allow: signedIn,
		what: "Raise a concern: choose an ombudsperson outside one's line, and seal what it is about",
		show: async (visit) =>
			show(
				<NewConcernPage
					frame={visit.frame}
					ombudspersons={await ombudspersonsFor(visit.db)}
				/>,
			),
	}),
	page("/concerns/candidates.json", {
		allow: signedIn,
		what: "The public keys of the ombudspersons one may turn to",
		show: async (visit) =>
			documentReply(
				"candidates",
				await candidatesSpace(visit.db, visitorOf(visit).id),
			),
	}),
	action("/concerns", {
		allow: signedIn,
		what: "Raise a concern, sealed; recorded where only the two can read",
		form: RaiseForm,
		act: async (visit, { document }) => {
			const id = await raiseConcern(visit.tx, document, acting(visit));
			return redirect(`/concerns/${id}/space.json`);
		},
	}),
	page("/concerns/:concern", {
		allow: signedIn,
		what: "A concern, for its author and the ombudsperson they chose",
		show: async (visit) => {
			const concern = await own(visit);
			return show(
				<ConcernPage
					frame={visit.frame}
					concern={concern}
					events={await eventsOf(visit.db, concern.id)}
					others={(await ombudspersonsFor(visit.db)).filter(
						({ id }) => id !== concern.ombudsperson,
					)}
					today={visit.today}
					timeZone={visitorOf(visit).timeZone ?? "UTC"}
				/>,
			);
		},
	}),
	page("/concerns/:concern/space.json", {
		allow: signedIn,
		what: "A concern's texts, sealed, for the browsers of the two to open",
		show: async (visit) =>
			documentReply(
				"concern",
				await concernSpace(visit.db, await own(visit), visitorOf(visit).id),
			),
	}),
	action("/concerns/:concern/texts", {
		allow: signedIn,
		what: "Write in a concern, sealed, as one of the two",
		form: TextForm,
		act: async (visit, { document: text }) => {
			const { concern } = visit.params;
			await writeText(visit.tx, concern, { by: visitorOf(visit).id, text });
			return redirect(`/concerns/${concern}/space.json`);
		},
	}),
	action("/concerns/:concern/grants", {
		allow: signedIn,
		what: "Let the other of the two read with new keys",
		form: GrantsForm,
		act: async (visit, { document: { grants } }) => {
			const { concern } = visit.params;
			await letRead(visit.tx, concern, { by: visitorOf(visit).id, grants });
			return redirect(`/concerns/${concern}/space.json`);
		},
	}),
	action("/concerns/:concern/step", {
		allow: signedIn,
		what: "Take a concern up, propose to close it, agree or go on, as one of the two",
		form: StepForm,
		act: async (visit, { step }) => {
			const { concern } = visit.params;
			await takeStep(visit.tx, concern, { by: visitorOf(visit).id, step });
			return redirect(`/concerns/${concern}`, done(t("Kept.")));
		},
	}),
	action("/concerns/:concern/pass-on", {
		allow: signedIn,
		what: "Say, as its ombudsperson, that somebody else should have a concern",
		form: PassOnForm,
		act: async (visit, { why }) => {
			const { concern } = visit.params;
			await askToHandOver(visit.tx, concern, { by: visitorOf(visit).id, why });
			return redirect(
				`/concerns/${concern}`,
				done(t("They are told, and choose whether somebody else has it.")),
			);
		},
	}),
	action("/concerns/:concern/hand-over", {
		allow: signedIn,
		what: "Give a concern to another ombudsperson, as its author",
		form: HandOverForm,
		act: async (visit, { document }) => {
			const { concern } = visit.params;
			await handOver(visit.tx, concern, document, acting(visit));
			return redirect(`/concerns/${concern}/space.json`);
		},
	}),
];

function acting(visit: Pick<Visit, "visitor" | "today">) {
	return { by: visitorOf(visit).id, today: visit.today };
}

type ConcernVisit = Visit<"/concerns/:concern">;

function own(visit: ConcernVisit) {
	return findConcern(visit.db, visit.params.concern, visitorOf(visit).id);
}
