import { z } from "zod";
import { signedIn } from "../../platform/http/guard.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import { done, redirect, show, visitorOf } from "../../platform/http/visit.ts";
import { formatDate, t } from "../../ui/text.ts";
import { pauseEnds, pauses } from "../matching/reply/forms.ts";
import { pauseUntil } from "../people/commands/own.ts";
import { ownAvailability } from "../people/queries/own.ts";
import { carriedBy } from "./queries.ts";
import { LoadPage } from "./views/load-page.tsx";

/** What mentoring takes of one's time over all programs, and a pause. */
export const loadRoutes: readonly Route[] = [
	page("/me/load", {
		allow: signedIn,
		what: "What mentoring takes of one’s time, over all programs",
		show: async ({ db, frame, today, visitor }) => {
			const { id } = visitorOf({ visitor });
			const { capacity, pausedUntil } = await ownAvailability(db, id);
			return show(
				<LoadPage
					frame={frame}
					carried={await carriedBy(db, id)}
					capacity={capacity}
					pausedUntil={
						pausedUntil !== null && pausedUntil > today ? pausedUntil : null
					}
				/>,
			);
		},
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
