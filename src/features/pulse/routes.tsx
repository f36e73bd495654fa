import { z } from "zod";
import { actingAsPerson } from "../../platform/database/acting.ts";
import { type Db, vaultOf } from "../../platform/database/database.ts";
import { anyone, signedIn } from "../../platform/http/guard.ts";
import { NotFound } from "../../platform/http/refusal.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../platform/http/visit.ts";
import { readLink } from "../../platform/links/signed-link.ts";
import { t } from "../../ui/text.ts";
import { StaleLinkPage } from "../mail/views/stop-page.tsx";
import {
	askForHelp,
	endReferral,
	shareReferral,
} from "../referrals/commands.ts";
import { openReferral, readersOfAsking } from "../referrals/queries.ts";
import {
	findRelationship,
	type Relationship,
} from "../relationships/queries.ts";
import { answerPulse } from "./commands.ts";
import { LinkedPulseForm, PulseForm } from "./forms.ts";
import { namesIn, ownPulses } from "./queries.ts";
import { LinkedPulsePage, PulsePage } from "./views/pulse-pages.tsx";

const path = "/relationships/:relationship/pulse";
const help = "/relationships/:relationship/help";

/** How is it going? Two taps, on the page, from Today or from the mail. */
export const pulseRoutes: readonly Route[] = [
	page(path, {
		allow: signedIn,
		what: "How it is going, asked of one member, who alone reads the answer",
		show: (visit) => pulsePage(visit),
	}),
	action(path, {
		allow: signedIn,
		what: "Say how it is going, for oneself alone",
		form: PulseForm,
		act: async (visit, { answer }) => {
			await answerPulse(visit.tx, await own(visit), {
				person: visitorOf(visit).id,
				answer,
				today: visit.today,
			});
			return back(visit, "pulse");
		},
		again: (visit) => pulsePage(visit),
	}),
	action(help, {
		allow: signedIn,
		what: "Ask a facilitator for help, as a member; the others do not learn of it",
		form: z.object({}),
		act: async (visit) => {
			await askForHelp(visit.tx, {
				relationship: await own(visit),
				person: visitorOf(visit).id,
				origin: visit.origin,
			});
			return back(visit, "pulse", t("You asked for help."));
		},
	}),
	action(`${help}/share`, {
		allow: signedIn,
		what: "Let the other members know of the facilitator one asked for",
		form: z.object({}),
		act: async (visit) => {
			const { id } = await own(visit);
			await shareReferral(visit.tx, id, visitorOf(visit).id, visit.now);
			return back(visit, "", t("They know now. Each of you can say no."));
		},
	}),
	action(`${help}/end`, {
		allow: signedIn,
		what: "Say no to a facilitator, as a member, without a reason",
		form: z.object({}),
		act: async (visit) => {
			const { id } = await own(visit);
			await endReferral(visit.tx, id, visitorOf(visit).id, visit.now);
			return back(visit, "", t("That is over, without a reason."));
		},
	}),
	page("/pulse/:token", {
		allow: anyone,
		what: "How it is going, by a link from one’s mail (shows, answers nothing)",
		show: (visit) => linkedPage(visit),
	}),
	action("/pulse/:token", {
		allow: anyone,
		what: "Say how it is going, or ask for help, by the link from one’s mail",
		form: LinkedPulseForm,
		act: async (visit, { answer }) => {
			const link = linkOf(visit);
			if (link === undefined) throw new NotFound();
			const { person, subject } = link;
			const { tx, origin, today } = visit;
			await actingAsPerson(tx, person, async () => {
				const relationship = await findRelationship(tx, subject, person);
				if (answer === "help")
					await askForHelp(tx, { relationship, person, origin });
				else await answerPulse(tx, relationship, { person, answer, today });
			});
			return redirect(`/pulse/${visit.params.token}`, done(t("Thank you.")));
		},
		again: (visit) => linkedPage(visit),
	}),
];

type Own = Pick<Visit, "db" | "visitor"> & {
	readonly params: { readonly relationship: string };
};

function own(visit: Own) {
	return findRelationship(
		visit.db,
		visit.params.relationship,
		visitorOf(visit).id,
	);
}

function back({ params }: Own, part: "pulse" | "", said = t("Thank you.")) {
	const page = `/relationships/${params.relationship}`;
	return redirect(part === "" ? page : `${page}/${part}`, done(said));
}

async function aboutPulse(db: Db, relationship: Relationship, person: string) {
	const { id } = relationship;
	const { own: name, others } = await namesIn(db, id, person);
	const readers = await readersOfAsking(db, relationship);
	return {
		own: name,
		others,
		readers: readers.map((each) => each.name),
		said: (await ownPulses(db, person)).get(id)?.answer,
		referral: await openReferral(db, id, person),
	};
}

async function pulsePage(visit: Own & Pick<Visit, "frame">) {
	const found = await own(visit);
	const about = await aboutPulse(visit.db, found, visitorOf(visit).id);
	return show(
		<PulsePage frame={visit.frame} relationship={found.id} {...about} />,
	);
}

function linkOf({ db, params, now }: Visit<"/pulse/:token">) {
	return readLink(vaultOf(db), {
		purpose: "pulse",
		token: params.token,
		now,
	});
}

async function linkedPage(visit: Visit<"/pulse/:token">) {
	const link = linkOf(visit);
	if (link === undefined)
		return show(<StaleLinkPage frame={visit.frame} />, 410);
	const { person, subject } = link;
	if (visit.visitor?.id === person)
		return redirect(`/relationships/${subject}/pulse`);
	return actingAsPerson(visit.db, person, async () => {
		const found = await relationshipOrNothing(visit.db, subject, person);
		// Over, or without them: whoever has left a circle is asked nothing there any more.
		if (found === undefined || found.endedAt !== null)
			return show(<StaleLinkPage frame={visit.frame} />, 410);
		const { referral, ...about } = await aboutPulse(visit.db, found, person);
		return show(
			<LinkedPulsePage
				frame={visit.frame}
				token={visit.params.token}
				hasAsked={referral?.isOwn === true}
				{...about}
			/>,
		);
	});
}

async function relationshipOrNothing(db: Db, id: string, person: string) {
	try {
		return await findRelationship(db, id, person);
	} catch (error) {
		if (error instanceof NotFound) return undefined;
		throw error;
	}
}
