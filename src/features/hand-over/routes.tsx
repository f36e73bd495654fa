import { z } from "zod";
import { actingAsPerson } from "../../platform/database/acting.ts";
import { vaultOf } from "../../platform/database/database.ts";
import { anyone, signedIn } from "../../platform/http/guard.ts";
import { Conflict, Invalid, NotFound } from "../../platform/http/refusal.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../platform/http/visit.ts";
import { readLink } from "../../platform/links/signed-link.ts";
import type { FormState } from "../../ui/form.tsx";
import { t } from "../../ui/text.ts";
import { StaleLinkPage } from "../mail/views/stop-page.tsx";
import { actingAs } from "../programs/acting.ts";
import { colleagueIn } from "../programs/colleague.ts";
import { findRelationship } from "../relationships/queries.ts";
import {
	answerHandOver,
	askPeer,
	type Handing,
	type Outcome,
	withdraw,
} from "./commands.ts";
import { HandOverAnswerForm, HandOverForm } from "./forms.ts";
import { TAKE_OVER } from "./link.ts";
import { peersFor } from "./peers.ts";
import { askedOf, namesOf, ownAsking } from "./queries.ts";
import {
	AskedPage,
	NothingAskedPage,
	TakeOverPage,
} from "./views/asked-page.tsx";
import { HandOverPage } from "./views/hand-over-page.tsx";

const path = "/relationships/:relationship/hand-over";
const mostShown = 8;

/** A mentor hands a mentee over to a peer: with the peer's yes, and then with the mentee's. */
export const handOverRoutes: readonly Route[] = [
	page(path, {
		allow: signedIn,
		what: "For a mentor: whom to ask to take over a mentee, or until when somebody is asked",
		show: (visit) =>
			handOverPage(visit, undefined, (visit.query.get("search") ?? "").trim()),
	}),
	action(path, {
		allow: signedIn,
		what: "Ask a peer, as a mentor, whether they take over a mentee",
		form: HandOverForm,
		act: async (visit, { peer, named }) => {
			const { tx, origin } = visit;
			const handing = await own(visit);
			const found =
				named === ""
					? peer
					: (await colleagueIn(tx, "named", named, handing.mentor)).id;
			if (found === undefined)
				throw new Invalid({ peer: t("Choose whom to ask.") });
			await askPeer(tx, handing, { peer: found, origin });
			return redirect(
				`/relationships/${handing.relationship}/hand-over`,
				done(t("They are asked.")),
			);
		},
		again: (visit, state) => handOverPage(visit, state),
	}),
	action(`${path}/withdraw`, {
		allow: signedIn,
		what: "Take back, as a mentor, that a peer is asked to take over",
		form: z.object({}),
		act: async (visit) => {
			const { relationship, mentor } = await own(visit);
			await withdraw(visit.tx, {
				relationship,
				mentor,
				origin: visit.origin,
			});
			return redirect(
				`/relationships/${relationship}`,
				done(t("It is taken back. Everything stays as it is.")),
			);
		},
	}),
	page("/hand-overs/:handOver", {
		allow: signedIn,
		what: "What a peer is asked, or then a mentee, when a mentor hands over",
		show: (visit) => askedPage(visit),
	}),
	action("/hand-overs/:handOver/answer", {
		allow: signedIn,
		what: "Say yes or no to taking over, or to going on with somebody else",
		form: HandOverAnswerForm,
		act: async (visit, { answer }) => {
			const { id } = visitorOf(visit);
			const asked = await askedOf(visit.db, visit.params.handOver, id);
			const outcome = await answerHandOver(
				visit.tx,
				{ id: asked.id, by: id, answer },
				visit.origin,
			);
			return typeof outcome === "string"
				? redirect("/", done(said(outcome)))
				: redirect(
						`/relationships/${outcome.relationship}`,
						done(said(outcome)),
					);
		},
		again: (visit) => askedPage(visit),
	}),
	page("/take-over/:token", {
		allow: anyone,
		what: "What a peer is asked, by the link from their mail (shows, answers nothing)",
		show: (visit) => takeOverPage(visit),
	}),
	action("/take-over/:token", {
		allow: anyone,
		what: "Say, by the link from one’s mail, whether one takes over a mentee",
		form: HandOverAnswerForm,
		act: async (visit, { answer }) => {
			const link = linkOf(visit);
			if (link === undefined) throw new NotFound();
			const { person: by, subject: id } = link;
			const outcome = await actingAsPerson(visit.tx, by, async () => {
				// The link is the peer's: it says nothing in the mentee's name.
				const { asked } = await askedOf(visit.db, id, by);
				if (asked !== "peer") throw new NotFound();
				return answerHandOver(visit.tx, { id, by, answer }, visit.origin);
			});
			return redirect(`/take-over/${visit.params.token}`, done(said(outcome)));
		},
		again: (visit) => takeOverPage(visit),
	}),
];

async function askedPage({
	db,
	frame,
	params,
	visitor,
}: Pick<Visit, "db" | "frame" | "visitor"> & {
	readonly params: { readonly handOver: string };
}) {
	const { id } = visitorOf({ visitor });
	return show(
		<AskedPage frame={frame} asked={await askedOf(db, params.handOver, id)} />,
	);
}

type TokenVisit = Omit<Visit, "params"> & {
	readonly params: { readonly token: string };
};
type RelationshipVisit = Pick<Visit, "db" | "visitor" | "frame"> & {
	readonly params: { readonly relationship: string };
};

function said(outcome: Outcome): string {
	if (outcome === "asks-mentee")
		return t("Thank you. You hear as soon as it is settled.");
	if (outcome === "place-gone")
		return t(
			"Thank you. Meanwhile the place was taken, or a rule of the program stands between: it cannot be done any more. Everything stays as it is. Your mentor hears that it did not come about and can ask somebody else; you can also talk about it when you next meet.",
		);
	return outcome === "stays"
		? t("Thank you for saying so. Everything stays as it is.")
		: t("You go on together. A first date comes next.");
}

function linkOf({ db, params, now }: TokenVisit) {
	return readLink(vaultOf(db), {
		purpose: TAKE_OVER,
		token: params.token,
		now,
	});
}

async function takeOverPage(visit: TokenVisit) {
	const { db, frame, params, visitor } = visit;
	const link = linkOf(visit);
	if (link === undefined) return show(<StaleLinkPage frame={frame} />, 410);
	const { person, subject } = link;
	return actingAsPerson(db, person, async () => {
		const asked = await askedOf(db, subject, person).catch((error: unknown) => {
			if (error instanceof NotFound) return undefined;
			throw error;
		});
		if (asked?.asked !== "peer")
			return show(<NothingAskedPage frame={frame} />);
		if (visitor?.id === person) return redirect(`/hand-overs/${subject}`);
		return show(
			<TakeOverPage frame={frame} asked={asked} token={params.token} />,
		);
	});
}

/** Only who mentors in a relationship of two that runs hands it over; for all others there is nothing here. */
async function own({
	db,
	params,
	visitor,
}: RelationshipVisit): Promise<Handing> {
	const found = await findRelationship(
		db,
		params.relationship,
		visitorOf({ visitor }).id,
	);
	if (found.side !== "mentor" || found.kind === "circle") throw new NotFound();
	if (found.endedAt !== null)
		throw new Conflict(t("This relationship has ended already."));
	return {
		relationship: found.id,
		program: found.program,
		mentor: visitorOf({ visitor }).id,
		mentee: found.partner,
		mentorKind: found.mentorKind,
	};
}

async function handOverPage(
	visit: RelationshipVisit,
	state?: FormState,
	search = "",
) {
	const { db, frame } = visit;
	const handing = await own(visit);
	const { relationship, mentor } = handing;
	const asking = await ownAsking(db, relationship, mentor);
	const ids =
		asking === undefined
			? await actingAs(db, "pairing", () => peersFor(db, handing, search))
			: [];
	const shown = ids.slice(0, mostShown);
	const named = await namesOf(db, shown);
	return show(
		<HandOverPage
			frame={frame}
			relationship={await findRelationship(db, relationship, mentor)}
			asking={asking}
			search={search}
			peers={shown.flatMap((id) => named.find((one) => one.id === id) ?? [])}
			state={state}
		/>,
	);
}
