import { z } from "zod";
import { holdingIn } from "../../../platform/http/guard.ts";
import {
	action,
	page,
	type Route,
	stream,
} from "../../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../../platform/http/visit.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { FormState } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import { enterProgram } from "../../programs/standing.ts";
import { startingPolicy } from "../commands/rounds.ts";
import { offeredPlaces } from "../queries/places.ts";
import { namesOf } from "../queries/names.ts";
import { findRound, roundTopic } from "../queries/rounds.ts";
import type { RoundVisit } from "../routes/round-visit.ts";
import { adoptDraft } from "./adopt.ts";
import {
	beginDraft,
	changeDraft,
	discardDraft,
	reopenDraft,
} from "./commands.ts";
import { compare } from "./comparison.ts";
import { AdoptForm, BeginForm, readSettings, SettingsForm } from "./forms.ts";
import { draftsOf, findDraft, isCurrent, resultsOf } from "./queries.ts";
import { DraftPage } from "./views/draft-page.tsx";
import { DraftSettingsPage } from "./views/draft-settings-page.tsx";
import { DraftsPage } from "./views/drafts-page.tsx";

const managers = holdingIn("program", "program-manager");
const list = "/programs/:program/rounds/:round/drafts";
const path = `${list}/:draft` as const;

type DraftVisit = Omit<Visit, "params"> & {
	readonly params: {
		readonly program: string;
		readonly round: string;
		readonly draft: string;
	};
};

/** What if: a round planned otherwise beside its present plan, compared, and adopted or set aside. */
export const draftRoutes: readonly Route[] = [
	page(list, {
		allow: managers,
		what: "Drafts of a round side by side: what would be if weights, rules, places or the aim were others",
		show: (visit) => draftsPage(visit),
	}),
	action(list, {
		allow: managers,
		what: "Begin a draft beside the round's plan",
		form: BeginForm,
		act: async (visit, { name, from }) => {
			const draft = await beginDraft(visit.tx, visit.params, {
				name,
				from: from === "" ? undefined : from,
				by: visitorOf(visit).id,
			});
			return redirect(`${addressOf(visit.params)}/${draft}/settings`);
		},
		again: (visit, state) => draftsPage(visit, state),
	}),
	page(path, {
		allow: managers,
		what: "A draft beside the round's plan: who would gain, who would lose, who would have nobody and why",
		show: (visit) => draftPage(visit),
	}),
	stream(`${path}/progress`, {
		allow: managers,
		what: "Whether a draft is planned",
		follow: async function* ({ params }, look, heard) {
			for (;;) {
				const change = heard(roundTopic(params.round));
				const isPlanned = await look(async (db) => planned(db, params));
				if (isPlanned) {
					const href = `${addressOf(params)}/${params.draft}`;
					yield { text: t("Done"), href };
					return;
				}
				yield { text: t("Planning the draft") };
				await change;
			}
		},
	}),
	page(`${path}/settings`, {
		allow: managers,
		what: "What a draft would change",
		show: (visit) => settingsPage(visit),
	}),
	action(`${path}/settings`, {
		allow: managers,
		what: "Change weights, rules, places or the aim of a draft",
		form: SettingsForm,
		act: async (visit, typed) => {
			const { program } = await enterProgram(visit);
			const { db, params } = visit;
			const held = await findDraft(db, params.round, params.draft);
			const template = await startingPolicy(db, program.template);
			const offered = await offeredPlaces(db, params.program);
			const { policy } = held;
			const read = readSettings(typed, { policy, template, offered });
			await changeDraft(visit.tx, params, {
				...read,
				draft: params.draft,
				by: visitorOf(visit).id,
			});
			return redirect(`${addressOf(params)}/${params.draft}`);
		},
		again: (visit, state) => settingsPage(visit, state),
	}),
	action(`${path}/adopt`, {
		allow: managers,
		what: "Let a draft be the round's plan, with the reason why",
		form: AdoptForm,
		act: async (visit, adoption) => {
			const { draft, program, round } = visit.params;
			const by = visitorOf(visit).id;
			await adoptDraft(visit.tx, visit.params, { ...adoption, draft, by });
			return redirect(
				`/programs/${program}/rounds/${round}`,
				done(
					t(
						"The draft is now the round’s plan. Nobody is told anything yet; one step takes it back.",
					),
				),
			);
		},
		again: (visit, state) => draftPage(visit, state),
	}),
	...(["discard", "reopen"] as const).map((way) =>
		action(`${path}/${way}`, {
			allow: managers,
			what:
				way === "discard"
					? "Set a draft aside"
					: "Take a draft up again that was set aside",
			form: z.object({}),
			act: async (visit) => {
				const { draft } = visit.params;
				if (way === "reopen") await reopenDraft(visit.tx, visit.params, draft);
				else
					await discardDraft(
						visit.tx,
						visit.params,
						draft,
						visitorOf(visit).id,
					);
				return redirect(
					way === "reopen"
						? `${addressOf(visit.params)}/${draft}`
						: addressOf(visit.params),
					done(
						way === "reopen"
							? t("The draft is open again.")
							: t("The draft is set aside. It can be taken up again below."),
					),
				);
			},
		}),
	),
];

async function draftsPage(visit: RoundVisit, state?: FormState) {
	const standing = await enterProgram(visit);
	const round = await findRound(visit.db, visit.params);
	const drafts = await draftsOf(visit.db, round.id);
	const open = drafts.filter(({ status }) => status === "open");
	const asked = visit.query.getAll("draft");
	const chosen = open.filter(({ id }) => asked.includes(id));
	const compared = (chosen.length === 0 ? open : chosen).slice(0, 2);
	return show(
		<DraftsPage
			frame={visit.frame}
			standing={standing}
			comparison={await compare(visit.db, round, compared)}
			open={open}
			settled={drafts.filter(({ status }) => status !== "open")}
			timeZone={visitorOf(visit).timeZone ?? "UTC"}
			state={state}
		/>,
	);
}

async function draftPage(visit: DraftVisit, state?: FormState) {
	const standing = await enterProgram(visit);
	const { db, params } = visit;
	const round = await findRound(db, params);
	const draft = await findDraft(db, round.id, params.draft);
	return show(
		<DraftPage
			frame={visit.frame}
			standing={standing}
			comparison={await compare(db, round, [draft])}
			timeZone={visitorOf(visit).timeZone ?? "UTC"}
			state={state}
		/>,
	);
}

async function settingsPage(visit: DraftVisit, state?: FormState) {
	const standing = await enterProgram(visit);
	const { db, params } = visit;
	const round = await findRound(db, params);
	const draft = await findDraft(db, round.id, params.draft);
	const offered = await offeredPlaces(db, round.program);
	return show(
		<DraftSettingsPage
			frame={visit.frame}
			standing={standing}
			round={round}
			draft={draft}
			offered={offered}
			names={await namesOf(db, [...offered.keys()])}
			state={state}
		/>,
	);
}

async function planned(db: Db, params: DraftVisit["params"]): Promise<boolean> {
	const round = await findRound(db, params);
	const draft = await findDraft(db, round.id, params.draft);
	const result = (await resultsOf(db, [draft.id])).get(draft.id);
	return draft.status !== "open" || isCurrent(draft, round, result);
}

function addressOf({
	program,
	round,
}: {
	readonly program: string;
	readonly round: string;
}): string {
	return `/programs/${program}/rounds/${round}/drafts`;
}
