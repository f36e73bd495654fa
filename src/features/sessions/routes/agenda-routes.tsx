import { z } from "zod";
import { signedIn } from "../../../platform/http/guard.ts";
import { action, type Route } from "../../../platform/http/route.ts";
import { done, redirect, visitorOf } from "../../../platform/http/visit.ts";
import { t } from "../../../ui/text.ts";
import {
	addItem,
	addLearning,
	changeItem,
	fillAgenda,
	raiseItem,
	removeItem,
} from "../commands/agenda.ts";
import { ChangedItemForm, ItemForm } from "../forms.ts";
import { sessionPage } from "./session-page.tsx";
import { ownSession } from "./visits.ts";

/** What a session is to be about. */
export const agendaRoutes: readonly Route[] = [
	action("/sessions/:session/agenda/fill", {
		allow: signedIn,
		what: "Fill an agenda with what is open and with questions, as one of the members",
		form: z.object({}),
		act: async (visit) => {
			const count = await fillAgenda(
				visit.tx,
				await ownSession(visit),
				visitorOf(visit).id,
			);
			return redirect(
				`/sessions/${visit.params.session}`,
				done(
					count === 0
						? t("Everything open is on it already.")
						: t("It is on the agenda. All of you can change it."),
				),
			);
		},
	}),
	action("/sessions/:session/agenda", {
		allow: signedIn,
		what: "Put something on an agenda, as one of the members",
		form: ItemForm,
		act: async (visit, { words }) => {
			await addItem(visit.tx, await ownSession(visit), {
				words,
				by: visitorOf(visit).id,
			});
			return redirect(`/sessions/${visit.params.session}`);
		},
		again: (visit, state) => sessionPage(visit, state),
	}),
	action("/sessions/:session/agenda/learning", {
		allow: signedIn,
		what: "Put the learning step one is at on an agenda, as one of the members",
		form: z.object({ step: z.uuid() }),
		act: async (visit, { step }) => {
			await addLearning(visit.tx, await ownSession(visit), {
				step,
				by: visitorOf(visit).id,
			});
			return redirect(
				`/sessions/${visit.params.session}`,
				done(t("It is on the agenda. All of you can change it.")),
			);
		},
		again: (visit, state) => sessionPage(visit, state),
	}),
	action("/sessions/:session/agenda/:item", {
		allow: signedIn,
		what: "Change something on an agenda, as one of the members",
		form: ChangedItemForm,
		act: async (visit, { words, revision }) => {
			const { item, session } = visit.params;
			await changeItem(visit.tx, await ownSession(visit), {
				item,
				revision,
				words,
				by: visitorOf(visit).id,
			});
			return redirect(`/sessions/${session}`);
		},
		again: (visit, state) => sessionPage(visit, state),
	}),
	action("/sessions/:session/agenda/:item/up", {
		allow: signedIn,
		what: "Put something on an agenda one place up, as one of the members",
		form: z.object({}),
		act: async (visit) => {
			const { item, session } = visit.params;
			await raiseItem(visit.tx, await ownSession(visit), {
				item,
				by: visitorOf(visit).id,
			});
			return redirect(`/sessions/${session}`);
		},
	}),
	action("/sessions/:session/agenda/:item/remove", {
		allow: signedIn,
		what: "Take something off an agenda, as one of the members",
		form: z.object({}),
		act: async (visit) => {
			const { item, session } = visit.params;
			await removeItem(visit.tx, await ownSession(visit), {
				item,
				by: visitorOf(visit).id,
			});
			return redirect(`/sessions/${session}`);
		},
	}),
];
