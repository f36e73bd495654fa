import { z } from "zod";
import { signedIn } from "../../platform/http/guard.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../platform/http/visit.ts";
import type { Reach } from "../../platform/network/reachable.ts";
import { t } from "../../ui/text.ts";
import { requireCalendarOf } from "../delegates/queries.ts";
import { findPerson } from "../people/queries/person.ts";
import {
	addQuietPeriod,
	paintHours,
	readCalendarAgain,
	removeCalendarAddress,
	removeQuietPeriod,
	setCalendarAddress,
} from "./commands.ts";
import { AddressForm, HoursForm, QuietForm } from "./forms.ts";
import { holidayRoutes } from "./holiday-routes.tsx";
import {
	busyTimesOf,
	calendarAddress,
	holidaysOf,
	paintedHours,
	quietPeriods,
	usualZone,
} from "./queries.ts";
import { CalendarPage, type CalendarState } from "./views/calendar-page.tsx";
import { FreePage } from "./views/free-page.tsx";

const nothing = z.object({});

/** When people can be asked to meet. `reach`: which addresses their calendars may be read from. */
export function calendarRoutes(reach: Reach): readonly Route[] {
	return [
		page("/me/calendar", {
			allow: signedIn,
			what: "When one can be asked to meet, and where one’s own calendar is",
			show: (visit) => calendarPage(visit),
		}),
		action("/me/calendar/hours", {
			allow: signedIn,
			what: "Paint the hours in which one can be asked to meet",
			form: HoursForm,
			act: async (visit, input) => {
				await paintHours(visit.tx, visitorOf(visit).id, input);
				return back(t("Your working hours are saved."));
			},
			again: (visit, state) => calendarPage(visit, { of: "hours", state }),
		}),
		action("/me/calendar/quiet", {
			allow: signedIn,
			what: "Name days on which one is not to be asked to meet",
			form: QuietForm,
			act: async (visit, input) => {
				await addQuietPeriod(visit.tx, visitorOf(visit).id, input);
				return back(t("Nobody asks you to meet in these days."));
			},
			again: (visit, state) => calendarPage(visit, { of: "quiet", state }),
		}),
		action("/me/calendar/quiet/:period/remove", {
			allow: signedIn,
			what: "Take a quiet period of one’s own away",
			form: nothing,
			act: async (visit) => {
				await removeQuietPeriod(visit.tx, visit.params.period);
				return back(t("You can be asked to meet again in these days."));
			},
		}),
		action("/me/calendar/address", {
			allow: signedIn,
			what: "Name the address from which one’s busy times are read",
			form: AddressForm,
			act: async (visit, { address }) => {
				const me = visitorOf(visit).id;
				await setCalendarAddress(visit.tx, me, { address, reach });
				return back(t("Baton reads this calendar now, and then every hour."));
			},
			again: (visit, state) => calendarPage(visit, { of: "address", state }),
		}),
		action("/me/calendar/address/read", {
			allow: signedIn,
			what: "Have one’s own calendar read again",
			form: nothing,
			act: async (visit) => {
				await readCalendarAgain(visit.tx, visitorOf(visit).id);
				return back(t("Your calendar is being read."));
			},
		}),
		action("/me/calendar/address/remove", {
			allow: signedIn,
			what: "Stop reading one’s own calendar, and forget what was read",
			form: nothing,
			act: async (visit) => {
				await removeCalendarAddress(visit.tx, visitorOf(visit).id);
				return back(
					t("Your calendar is no longer read, and nothing of it is kept."),
				);
			},
		}),
		page("/calendars/:person/free", {
			allow: signedIn,
			what: "When somebody can be asked to meet, for whoever keeps their calendar",
			show: freePage,
		}),
		...holidayRoutes,
	];
}

async function calendarPage(visit: Visit, wrong?: CalendarState) {
	const { db, today } = visit;
	const { id, timeZone } = visitorOf(visit);
	return show(
		<CalendarPage
			frame={visit.frame}
			zone={timeZone}
			usualZone={await usualZone(db)}
			painted={await paintedHours(db, id)}
			quiet={await quietPeriods(db, id, today)}
			holidays={await holidaysOf(db, id, today)}
			address={await calendarAddress(db, id)}
			today={today}
			wrong={wrong}
		/>,
	);
}

async function freePage(visit: Visit<"/calendars/:person/free">) {
	const { db, now, today, params } = visit;
	await requireCalendarOf(db, params.person);
	const person = await findPerson(db, params.person);
	const fortnight = {
		from: now,
		until: new Date(now.getTime() + 14 * 86_400_000),
	};
	return show(
		<FreePage
			frame={visit.frame}
			name={`${person.first_name} ${person.last_name}`}
			zone={person.time_zone ?? (await usualZone(db))}
			painted={await paintedHours(db, params.person)}
			quiet={await quietPeriods(db, params.person, today)}
			busy={await busyTimesOf(db, params.person, fortnight)}
		/>,
	);
}

function back(text: string) {
	return redirect("/me/calendar", done(text));
}
