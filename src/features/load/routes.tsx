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
import type { FormState } from "../../ui/form.tsx";
import { formatDate, t } from "../../ui/text.ts";
import { pauseEnds, pauses } from "../matching/reply/forms.ts";
import { limitHours, pauseUntil } from "../people/commands/own.ts";
import { ownAvailability } from "../people/queries/own.ts";
import { carriedBy } from "./queries.ts";
import { LoadPage } from "./views/load-page.tsx";

/** What mentoring takes of one's time over all programs, and a pause. */
export const loadRoutes: readonly Route[] = [
	page("/me/load", {
		allow: signedIn,
		what: "What mentoring takes of one’s time, over all programs",
		show: (visit) => loadPage(visit),
	}),
	action("/me/load/limit", {
		allow: signedIn,
		what: "Say how many hours a month mentoring may take of one’s time",
		form: z.object({
			hours: z
				.string()
				.trim()
				.regex(/^([0-5]?\d|60)?$/, {
					error: () => t("Whole hours up to 60, or nothing for no limit."),
				}),
		}),
		act: async (visit, { hours }) => {
			const limit = hours === "" ? null : Number(hours);
			await limitHours(visit.tx, visitorOf(visit).id, limit);
			return redirect(
				"/me/load",
				done(
					limit === null
						? t("Kept. There is no limit.")
						: t("Kept. Nobody new is proposed to you beyond that."),
				),
			);
		},
		again: (visit, state) => loadPage(visit, state),
	}),
	action("/me/load/pause", {
		allow: signedIn,
		what: "Take no new requests in any program for a while, or again",
		form: z.object({
			pause: z.enum([...pauses, "end"], {
				error: () => t("Choose for how long."),
			}),
		}),
		act: async (visit, { pause }) => {
			const until = pause === "end" ? null : pauseEnds(visit.today, pause);
			await pauseUntil(visit.tx, visitorOf(visit).id, until);
			return redirect(
				"/me/load",
				done(
					until === null
						? t("You are asked again.")
						: t("Nobody new is proposed to you until {day}.", {
								day: formatDate(until),
							}),
				),
			);
		},
	}),
];

async function loadPage(
	visit: Pick<Visit, "db" | "frame" | "today" | "visitor">,
	state?: FormState,
) {
	const { db, frame, today } = visit;
	const { id } = visitorOf(visit);
	const { capacity, mostHours, pausedUntil } = await ownAvailability(db, id);
	return show(
		<LoadPage
			frame={frame}
			carried={await carriedBy(db, id)}
			capacity={capacity}
			mostHours={mostHours}
			pausedUntil={
				pausedUntil !== null && pausedUntil > today ? pausedUntil : null
			}
			state={state}
		/>,
	);
}
