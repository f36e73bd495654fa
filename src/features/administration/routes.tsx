import { z } from "zod";
import { beginningOf, endOf } from "../../domain/offices/term.ts";
import { holding, offices, signedIn } from "../../platform/http/guard.ts";
import { Invalid } from "../../platform/http/refusal.ts";
import {
	action,
	journalledPage,
	page,
	type Route,
} from "../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../platform/http/visit.ts";
import { recordAll } from "../../platform/journal/journal.ts";
import type { FormState } from "../../ui/form.tsx";
import { formatDate, t } from "../../ui/text.ts";
import { endOffice, endOfficeOn, grantOffice } from "./commands.ts";
import { conflictsAmong } from "./conflicts.ts";
import { openTroubles } from "../mail/queries.ts";
import {
	findPersonByAddress,
	formerOffices,
	heldOffices,
	journal,
	journalLength,
	organisationZone,
	outbox,
	programChoices,
} from "./queries.ts";
import { journalFilter, JournalPage, journalState } from "./views/journal.tsx";
import { OfficesPage } from "./views/offices.tsx";
import { OutboxPage } from "./views/outbox.tsx";

const OptionalDay = z
	.union([
		z.literal("").transform(() => null),
		z.iso.date({ error: () => t("Enter a day, or leave it empty.") }),
	])
	.default(null);

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
	from: OptionalDay,
	until: OptionalDay,
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
			act: async (visit, { person, office, program, from, until }) => {
				const found = await findPersonByAddress(visit.db, person);
				if (found === undefined)
					throw new Invalid({
						person: t("Nobody in the directory has this address or number."),
					});
				refuseImpossible({ from, until, today: visit.today });
				const timeZone = await organisationZone(visit.db);
				const isLater = from !== null && from > visit.today;
				await grantOffice(visit.tx, {
					person: found.id,
					office,
					program,
					from: isLater ? beginningOf(from, timeZone) : null,
					until: until === null ? null : endOf(until, timeZone),
					by: visitorOf(visit).id,
				});
				return redirect(
					"/administration/offices",
					done(
						isLater
							? t("{name} will hold the office from {day}.", {
									name: `${found.first_name} ${found.last_name}`,
									day: formatDate(from),
								})
							: t("{name} now holds the office.", {
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
		action("/administration/offices/:office/until", {
			allow: holding("administrator"),
			what: "Change the last day of an office",
			form: z.object({ until: OptionalDay }),
			act: async (visit, { until }) => {
				refuseImpossible({ from: null, until, today: visit.today });
				const timeZone = await organisationZone(visit.db);
				await endOfficeOn(
					visit.tx,
					visit.params.office,
					until === null ? null : endOf(until, timeZone),
				);
				return redirect(
					"/administration/offices",
					done(
						until === null
							? t("The office is open-ended.")
							: t("The office ends with {day}.", { day: formatDate(until) }),
					),
				);
			},
			again: (visit, state) => officesPage(visit, state),
		}),
		page("/administration/journal", {
			allow: holding("administrator", "analyst"),
			what: "The journal: who did what, about whom, when",
			show: async (visit) => {
				const timeZone = visitorOf(visit).timeZone ?? "UTC";
				const state = journalState(visit.frame.path);
				const filter = journalFilter(state, timeZone);
				return show(
					<JournalPage
						frame={visit.frame}
						entries={await journal(visit.db, filter, state)}
						total={await journalLength(visit.db, filter)}
						timeZone={timeZone}
					/>,
				);
			},
		}),
		journalledPage("/administration/outbox", {
			allow: holding("administrator", "program-manager"),
			what: "Mail written to people, never with a sign-in link; each of them sees who read it",
			show: async (visit) => {
				const mails = await outbox(visit.db);
				const me = visitorOf(visit);
				const readers = new Set(mails.map(({ person }) => person));
				readers.delete(me.id);
				const office = me.offices.some(
					(held) => held.office === "administrator",
				)
					? "administrator"
					: "program-manager";
				await recordAll(
					visit.tx,
					[...readers].map((about) => ({
						act: "read-mail",
						about,
						detail: { office },
					})),
				);
				return show(
					<OutboxPage
						frame={visit.frame}
						mails={mails}
						troubles={await openTroubles(visit.db)}
						canMail={canMail}
						runsInstallation={office === "administrator"}
						timeZone={me.timeZone ?? "UTC"}
					/>,
				);
			},
		}),
	];
}

// An office that began or ended before it was granted would say something untrue about who could read what.
function refuseImpossible({
	from,
	until,
	today,
}: {
	readonly from: string | null;
	readonly until: string | null;
	readonly today: string;
}): void {
	if (from !== null && from < today)
		throw new Invalid({
			from: t("Choose today or a day to come, or leave it empty."),
		});
	if (until !== null && until < (from ?? today))
		throw new Invalid({
			until: t(
				"Choose a last day that is not before the first, or leave it empty.",
			),
		});
}

async function officesPage(visit: Visit, state?: FormState) {
	const held = await heldOffices(visit.db, visit.now);
	const programs = await programChoices(visit.db);
	return show(
		<OfficesPage
			frame={visit.frame}
			held={held}
			former={await formerOffices(visit.db)}
			conflicts={await conflictsAmong(visit.db, held, programs)}
			programs={programs}
			today={visit.today}
			mayGrant={visitorOf(visit).offices.some(
				({ office }) => office === "administrator",
			)}
			returned={
				state && {
					action: new URL(visit.frame.path, visit.origin).pathname,
					state,
				}
			}
		/>,
	);
}
