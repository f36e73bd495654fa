import { addDays } from "../../domain/calendar/wall-time.ts";
import { readHolidays } from "../../platform/calendar/read-holidays.ts";
import { holding } from "../../platform/http/guard.ts";
import { Invalid } from "../../platform/http/refusal.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import { done, redirect, show, type Visit } from "../../platform/http/visit.ts";
import { t } from "../../ui/text.ts";
import { directoryChoices } from "../people/queries/directory.ts";
import { removeHoliday, saveHolidays } from "./commands.ts";
import { HolidayFileForm, HolidayForm, HolidayKeyForm } from "./forms.ts";
import { holidays } from "./queries.ts";
import { type HolidayState, HolidaysPage } from "./views/holidays-page.tsx";

/** Days on which nobody works, which administrators keep. */
export const holidayRoutes: readonly Route[] = [
	page("/administration/holidays", {
		allow: holding("administrator"),
		what: "The holidays of each location",
		show: (visit) => holidaysPage(visit),
	}),
	action("/administration/holidays", {
		allow: holding("administrator"),
		what: "Add a holiday, or give it another name",
		form: HolidayForm,
		act: async (visit, holiday) => {
			await saveHolidays(visit.tx, [holiday]);
			return back(t("The day is in the list."));
		},
		again: (visit, state) => holidaysPage(visit, { of: "day", state }),
	}),
	action("/administration/holidays/file", {
		allow: holding("administrator"),
		what: "Take holidays over from a calendar file",
		form: HolidayFileForm,
		maxBytes: 2_000_000,
		act: async (visit, { location }) => {
			const file = visit.files["file"];
			if (file === undefined || file.size === 0)
				throw new Invalid({ file: t("Choose a file.") });
			const days = readHolidays(await file.text(), {
				from: visit.today,
				until: addDays(visit.today, 5 * 366),
			});
			if (days === undefined)
				throw new Invalid({
					file: t("This is no calendar file. Its name ends with .ics."),
				});
			if (days.length === 0)
				throw new Invalid({
					file: t("There are no whole days to come in this file."),
				});
			await saveHolidays(
				visit.tx,
				days.map((each) => ({ ...each, location })),
			);
			return back(
				t("{count, plural, one {One day is} other {# days are}} in the list.", {
					count: days.length,
				}),
			);
		},
		again: (visit, state) => holidaysPage(visit, { of: "file", state }),
	}),
	action("/administration/holidays/remove", {
		allow: holding("administrator"),
		what: "Take a holiday off the list",
		form: HolidayKeyForm,
		act: async (visit, key) => {
			await removeHoliday(visit.tx, key);
			return back(t("The day is off the list."));
		},
	}),
];

async function holidaysPage(visit: Visit, wrong?: HolidayState) {
	const { locations } = await directoryChoices(visit.db);
	return show(
		<HolidaysPage
			frame={visit.frame}
			holidays={await holidays(visit.db, visit.today)}
			locations={locations}
			wrong={wrong}
		/>,
	);
}

function back(text: string) {
	return redirect("/administration/holidays", done(text));
}
