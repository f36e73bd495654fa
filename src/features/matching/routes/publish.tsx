import { z } from "zod";
import { holdingIn } from "../../../platform/http/guard.ts";
import { Conflict, Invalid } from "../../../platform/http/refusal.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	visitorOf,
} from "../../../platform/http/visit.ts";
import type { FormState } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import { startProgram } from "../../programs/commands/programs.ts";
import { enterProgram } from "../../programs/standing.ts";
import { publishRound, supposedText } from "../commands/publish.ts";
import { hasUnsettledDecisions } from "../queries/board.ts";
import { isSupposed, supposedPlaces } from "../queries/places.ts";
import { decisionsOf } from "../queries/run-input.ts";
import { findRound } from "../queries/rounds.ts";
import type { RoundVisit } from "./round-visit.ts";
import { PublishPage } from "../views/publish-page.tsx";

const managers = holdingIn("program", "program-manager");
const path = "/programs/:program/rounds/:round/publish";

const PublishForm = z.object({
	"answer-by": z.iso.date({ error: () => t("Choose a day.") }),
	note: z
		.string()
		.trim()
		.min(1, {
			error: () => t("Write on what grounds this plan is the one to propose."),
		})
		.max(2000, { error: () => t("Keep the note under 2,000 characters.") }),
});

export const publishRoutes: readonly Route[] = [
	page(path, {
		allow: managers,
		what: "What publishing a round will do",
		show: (visit) => publishPage(visit),
	}),
	action(path, {
		allow: managers,
		what: "Publish a round: both sides of every pair are asked",
		form: PublishForm,
		act: async (visit, { "answer-by": answerBy, note }) => {
			await enterProgram(visit);
			if (answerBy <= visit.today)
				throw new Invalid({
					"answer-by": t("Choose a day after today, so that people have time."),
				});
			if (answerBy > daysAfter(visit.today, 120))
				throw new Invalid({
					"answer-by": t(
						"Choose a day within four months: whoever waits wants to know.",
					),
				});
			const pairs = await publishRound(visit.tx, visit.params, {
				answerBy,
				note,
				by: visitorOf(visit).id,
				origin: visit.origin,
			});
			await startProgram(visit.tx, visit.params.program);
			return redirect(
				`/programs/${visit.params.program}/rounds/${visit.params.round}`,
				done(
					t(
						"Published. Both sides of {pairs, plural, one {# pair} other {# pairs}} are asked now.",
						{ pairs },
					),
				),
			);
		},
		again: (visit, state) => publishPage(visit, state),
	}),
];

async function publishPage(visit: RoundVisit, state?: FormState) {
	const standing = await enterProgram(visit);
	const round = await findRound(visit.db, visit.params);
	if (round.status !== "proposed")
		throw new Conflict(t("There is nothing to publish in this round now."));
	if (await hasUnsettledDecisions(visit.db, round))
		throw new Conflict(
			t(
				"Something was decided since these pairs were proposed. Run again around it first.",
			),
		);
	if (isSupposed(await supposedPlaces(visit.db, round.id)))
		throw new Conflict(supposedText());
	return show(
		<PublishPage
			frame={visit.frame}
			standing={standing}
			round={round}
			decisions={
				(await decisionsOf(visit.db, round.id)).filter(
					({ decision }) => decision !== "release",
				).length
			}
			suggested={daysAfter(visit.today, 14)}
			earliest={daysAfter(visit.today, 1)}
			state={state}
		/>,
	);
}

function daysAfter(day: string, days: number): string {
	const moment = new Date(`${day}T00:00:00Z`);
	moment.setUTCDate(moment.getUTCDate() + days);
	return moment.toISOString().slice(0, 10);
}
