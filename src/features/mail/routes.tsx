import { z } from "zod";
import { isOptionalTopic } from "../../domain/mail/topic.ts";
import { actAs, vaultOf } from "../../platform/database/database.ts";
import { anyone, holding, signedIn } from "../../platform/http/guard.ts";
import { NotFound } from "../../platform/http/refusal.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
	type Writing,
} from "../../platform/http/visit.ts";
import { readLink } from "../../platform/links/signed-link.ts";
import { STOP } from "../../platform/mail/stop-link.ts";
import type { FormState } from "../../ui/form.tsx";
import { t } from "../../ui/text.ts";
import { chooseMail, mailWorksAgain, turnTopic } from "./commands.ts";
import { ChoiceForm } from "./forms.ts";
import { ownChoice, reachable, troubleOf } from "./queries.ts";
import { ChoicePage } from "./views/choice-page.tsx";
import { StaleLinkPage, StopPage } from "./views/stop-page.tsx";

/** When mail comes, what about, and how to have less of it: from Baton, or from the mail itself. */
export const mailRoutes: readonly Route[] = [
	page("/me/mail", {
		allow: signedIn,
		what: "When and how one wants mail",
		show: (visit) => choicePage(visit),
	}),
	action("/me/mail", {
		allow: signedIn,
		what: "Choose when and how one wants mail",
		form: ChoiceForm,
		act: async (visit, choosing) => {
			await chooseMail(visit.tx, visitorOf(visit).id, choosing, visit.now);
			return redirect("/me/mail", done(t("Kept. It holds from now on.")));
		},
		again: (visit, state) => choicePage(visit, state),
	}),
	action("/me/mail/works", {
		allow: signedIn,
		what: "Say that mail to one’s own address arrives again",
		form: z.object({}),
		act: async (visit) => {
			await mailWorksAgain(visit.tx, visitorOf(visit).id);
			return redirect(
				"/me/mail",
				done(t("What has waited is on its way to you.")),
			);
		},
	}),
	action("/administration/outbox/:person/works", {
		allow: holding("administrator", "program-manager"),
		what: "Say that mail to somebody arrives again, and let it go out",
		form: z.object({}),
		act: async (visit) => {
			const { person } = visit.params;
			if (!z.uuid().safeParse(person).success) throw new NotFound();
			if ((await troubleOf(visit.db, person)) === undefined)
				throw new NotFound();
			await mailWorksAgain(visit.tx, person);
			return redirect(
				"/administration/outbox",
				done(t("What has waited goes out now.")),
			);
		},
	}),
	page("/mail/stop/:token", {
		allow: anyone,
		what: "Whether to turn mails of a kind off, by a link from one of them (shows, turns nothing off)",
		show: stopPage,
	}),
	action("/mail/stop/:token", {
		allow: anyone,
		what: "Turn mails of a kind off with one press, by a link from one of them (RFC 8058)",
		isKeyless: true,
		form: z.object({}),
		act: (visit) => turn(visit, false),
	}),
	action("/mail/start/:token", {
		allow: anyone,
		what: "Turn mails of a kind on again, by the same link",
		isKeyless: true,
		form: z.object({}),
		act: (visit) => turn(visit, true),
	}),
];

async function choicePage(visit: Visit, state?: FormState) {
	const { id } = visitorOf(visit);
	return show(
		<ChoicePage
			frame={visit.frame}
			choice={await ownChoice(visit.db, id)}
			trouble={await troubleOf(visit.db, id)}
			state={state}
		/>,
	);
}

type LinkVisit = Omit<Visit, "params"> & {
	readonly params: { readonly token: string };
};

/** Whose mails about what; from here on the request is the mail process. */
async function linked({ db, params, now }: LinkVisit) {
	const link = readLink(vaultOf(db), {
		purpose: STOP,
		token: params.token,
		now,
	});
	if (link === undefined || !isOptionalTopic(link.subject)) return undefined;
	await actAs(db, { kind: "process", process: "mail" });
	const name = await reachable(db, link.person);
	return name === undefined
		? undefined
		: { person: link.person, topic: link.subject };
}

async function stopPage(visit: LinkVisit) {
	const found = await linked(visit);
	if (found === undefined)
		return show(<StaleLinkPage frame={visit.frame} />, 410);
	const { topic, person } = found;
	const { times, ways } = await ownChoice(visit.db, person);
	return show(
		<StopPage
			frame={visit.frame}
			token={visit.params.token}
			topic={topic}
			isOff={
				topic === "digest" ? times.digest === "never" : ways[topic] === "never"
			}
		/>,
	);
}

async function turn(visit: Omit<Writing, "params"> & LinkVisit, isOn: boolean) {
	const found = await linked(visit);
	if (found === undefined) throw new NotFound();
	const { person, topic } = found;
	await turnTopic(visit.tx, person, { topic, isOn }, visit.now);
	return redirect(`/mail/stop/${visit.params.token}`);
}
