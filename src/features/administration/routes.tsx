import { z } from "zod";
import { holding, offices, signedIn } from "../../platform/http/guard.ts";
import { Invalid } from "../../platform/http/refusal.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../platform/http/visit.ts";
import type { FormState } from "../../ui/form.tsx";
import { t } from "../../ui/text.ts";
import { endOffice, grantOffice } from "./commands.ts";
import {
	findPersonByAddress,
	heldOffices,
	journal,
	journalLength,
	outbox,
	programChoices,
} from "./queries.ts";
import { JournalPage, journalState } from "./views/journal.tsx";
import { OfficesPage } from "./views/offices.tsx";
import { OutboxPage } from "./views/outbox.tsx";

const GrantForm = z.object({
	person: z
		.string()
		.trim()
		.min(1, {
			error: () => t("Enter an e-mail address or an employee number."),
		}),
	office: z.enum(offices, { error: () => t("Choose an office.") }),
	program: z
		.union([z.literal("").transform(() => null), z.uuid()])
		.default(null),
	until: z
		.union([
			z.literal("").transform(() => null),
			z.iso.date({ error: () => t("Enter a day, or leave it empty.") }),
		])
		.default(null),
});

export function administrationRoutes(canMail: boolean): Route[] {
	return [
		page("/administration/offices", {
			allow: signedIn,
			what: "Who holds which office (everyone may know)",
			show: (visit) => officesPage(visit),
		}),
		action("/administration/offices", {
			allow: holding("administrator"),
			what: "Grant an office",
			form: GrantForm,
			act: async (visit, { person, office, program, until }) => {
				const found = await findPersonByAddress(visit.db, person);
				if (found === undefined)
					throw new Invalid({
						person: t("Nobody in the directory has this address or number."),
					});
				if (until !== null && until <= visit.today)
					throw new Invalid({
						until: t("Choose a day in the future, or leave it empty."),
					});
				await grantOffice(visit.tx, {
					person: found.id,
					office,
					program,
					until: until === null ? null : new Date(`${until}T23:59:59Z`),
					by: visitorOf(visit).id,
				});
				return redirect(
					"/administration/offices",
					done(
						t("{name} now holds the office.", {
							name: `${found.first_name} ${found.last_name}`,
						}),
					),
				);
			},
			again: (visit, state) => officesPage(visit, state),
		}),
		action("/administration/offices/:office/end", {
			allow: holding("administrator"),
			what: "End an office now",
			form: z.object({}),
			act: async (visit) => {
				await endOffice(visit.tx, visit.params.office);
				return redirect(
					"/administration/offices",
					done(t("The office is ended.")),
				);
			},
		}),
		page("/administration/journal", {
			allow: holding("administrator", "analyst"),
			what: "The journal: who did what, about whom, when",
			show: async (visit) =>
				show(
					<JournalPage
						frame={visit.frame}
						entries={await journal(visit.db, journalState(visit.frame.path))}
						total={await journalLength(visit.db)}
						timeZone={visitorOf(visit).timeZone ?? "UTC"}
					/>,
				),
		}),
		page("/administration/outbox", {
			allow: holding("administrator", "program-manager"),
			what: "Mail written to people, never with a sign-in link",
			show: async (visit) =>
				show(
					<OutboxPage
						frame={visit.frame}
						mails={await outbox(visit.db)}
						canMail={canMail}
						timeZone={visitorOf(visit).timeZone ?? "UTC"}
					/>,
				),
		}),
	];
}

async function officesPage(visit: Visit, state?: FormState) {
	return show(
		<OfficesPage
			frame={visit.frame}
			held={await heldOffices(visit.db)}
			programs={await programChoices(visit.db)}
			today={visit.today}
			mayGrant={visitorOf(visit).offices.some(
				({ office }) => office === "administrator",
			)}
			state={state}
		/>,
	);
}
