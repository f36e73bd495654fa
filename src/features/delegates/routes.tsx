import { randomUUID } from "node:crypto";
import { z } from "zod";
import { signedIn } from "../../platform/http/guard.ts";
import { Invalid } from "../../platform/http/refusal.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
	type Writing,
} from "../../platform/http/visit.ts";
import { asLocale, inLocale } from "../../platform/locale/locale.ts";
import { post } from "../../platform/mail/mail.ts";
import type { FormState } from "../../ui/form.tsx";
import { formatDate, t } from "../../ui/text.ts";
import { findPersonByAddress } from "../administration/queries.ts";
import { endDelegation, nameDelegate } from "./commands.ts";
import { calendarsKeptBy, delegatesOf } from "./queries.ts";
import { DelegatesPage } from "./views/delegates.tsx";
import { KeptCalendarsPage } from "./views/kept-calendars.tsx";

const day = z.iso.date({ error: () => t("Enter a day.") });

const DelegateForm = z.object({
	person: z
		.string()
		.trim()
		.min(1, { error: () => t("Enter an e-mail address.") }),
	from: day,
	until: day,
});

/** An assistant who keeps one's mentoring calendar, and nothing else. */
export const delegateRoutes: readonly Route[] = [
	page("/me/delegates", {
		allow: signedIn,
		what: "Who keeps one’s mentoring calendar",
		show: (visit) => delegatesPage(visit),
	}),
	action("/me/delegates", {
		allow: signedIn,
		what: "Name somebody who keeps one’s mentoring calendar",
		form: DelegateForm,
		act: async (visit, { person, from, until }) => {
			const found = await findPersonByAddress(visit.db, person);
			if (found === undefined)
				throw new Invalid({
					person: t("Nobody in the directory has this address."),
				});
			const me = visitorOf(visit);
			await nameDelegate(
				visit.tx,
				{ person: me.id, delegate: found.id, from, until },
				visit.today,
			);
			await tellDelegate(visit, found.id, { from, until });
			return redirect(
				"/me/delegates",
				done(
					t("{name} keeps your calendar until {day}.", {
						name: `${found.first_name} ${found.last_name}`,
						day: formatDate(until),
					}),
				),
			);
		},
		again: (visit, state) => delegatesPage(visit, state),
	}),
	action("/me/delegates/:delegation/end", {
		allow: signedIn,
		what: "Take one’s calendar back, at once",
		form: z.object({}),
		act: async (visit) => {
			await endDelegation(visit.tx, visit.params.delegation);
			return redirect(
				"/me/delegates",
				done(t("Your calendar is yours alone again.")),
			);
		},
	}),
	page("/calendars", {
		allow: signedIn,
		what: "Whose mentoring calendars one keeps, and what one may do there",
		show: async (visit) =>
			show(
				<KeptCalendarsPage
					frame={visit.frame}
					kept={await calendarsKeptBy(visit.db, visitorOf(visit).id)}
					today={visit.today}
				/>,
			),
	}),
];

async function delegatesPage(visit: Visit, state?: FormState) {
	return show(
		<DelegatesPage
			frame={visit.frame}
			delegates={await delegatesOf(visit.db, visitorOf(visit).id)}
			today={visit.today}
			state={state}
		/>,
	);
}

async function tellDelegate(
	visit: Writing,
	delegate: string,
	{ from, until }: { readonly from: string; readonly until: string },
): Promise<void> {
	const { locale } = await visit.tx
		.selectFrom("person")
		.select("locale")
		.where("id", "=", delegate)
		.executeTakeFirstOrThrow();
	const { name } = visitorOf(visit);
	const letter = inLocale(asLocale(locale) ?? "en", () => ({
		subject: t("{name} asks you to keep their mentoring calendar", { name }),
		paragraphs: [
			t(
				"From {from} to {until} you see when {name} is free and when and where they have mentoring sessions, and you may move those. With whom they meet and what it is about stays theirs.",
				{ name, from: formatDate(from), until: formatDate(until) },
			),
		],
		button: {
			label: t("See what you may do"),
			url: `${visit.origin}/calendars`,
		},
		foot: t("Sent because {name} named you.", { name }),
	}));
	await post(visit.tx, {
		to: delegate,
		kind: "delegate-named",
		event: `delegation ${randomUUID()}`,
		letter,
	});
}
