import { z } from "zod";
import { holdingIn, signedIn } from "../../../platform/http/guard.ts";
import { NotFound } from "../../../platform/http/refusal.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	visitorOf,
} from "../../../platform/http/visit.ts";
import { t } from "../../../ui/text.ts";
import { answerPlaceRequest, askForPlace } from "../commands/place-requests.ts";
import { findPlaceRequest } from "../queries/places.ts";
import { isId } from "../queries/rounds.ts";
import { PlaceRequestPage } from "../views/place-request-page.tsx";

const path = "/place-requests/:request";

export const placeRoutes: readonly Route[] = [
	action("/programs/:program/rounds/:round/places", {
		allow: holdingIn("program", "program-manager"),
		what: "Ask a mentor for one more place",
		form: z.object({ mentor: z.string() }),
		act: async (visit, { mentor }) => {
			await askForPlace(visit.tx, visit.params, {
				mentor,
				by: visitorOf(visit).id,
				origin: visit.origin,
			});
			const { program, round } = visit.params;
			return redirect(
				`/programs/${program}/rounds/${round}`,
				done(
					t(
						"Asked. The mentor answers in Baton, without a word about whom it is for.",
					),
				),
			);
		},
	}),
	page(path, {
		allow: signedIn,
		what: "Whether one has room for one mentee more, for the mentor who is asked",
		show: async ({ db, params, frame, ...visit }) => {
			const mentor = visitorOf(visit).id;
			const request = isId(params.request)
				? await findPlaceRequest(db, params.request, mentor)
				: undefined;
			if (request === undefined) throw new NotFound();
			return show(<PlaceRequestPage frame={frame} request={request} />);
		},
	}),
	action(`${path}/answer`, {
		allow: signedIn,
		what: "Say whether one has room for one mentee more",
		form: z.object({ answer: z.enum(["yes", "not-now"]) }),
		act: async (visit, { answer }) => {
			const { request } = visit.params;
			const mentor = visitorOf(visit).id;
			await answerPlaceRequest(visit.tx, request, mentor, answer);
			return redirect(
				`/place-requests/${request}`,
				done(
					answer === "yes"
						? t("Thank you. There is one place more now.")
						: t("Noted. Nobody asks for reasons."),
				),
			);
		},
	}),
];
