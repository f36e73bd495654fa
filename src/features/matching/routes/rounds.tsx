import { z } from "zod";
import { holdingIn } from "../../../platform/http/guard.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	visitorOf,
} from "../../../platform/http/visit.ts";
import { t } from "../../../ui/text.ts";
import { enterProgram } from "../../programs/standing.ts";
import { beginRound } from "../commands/rounds.ts";
import { readiness } from "../queries/readiness.ts";
import { outcomesOf, roundsOf } from "../queries/rounds.ts";
import { RoundsPage } from "../views/rounds-page.tsx";

const managers = holdingIn("program", "program-manager");

export const roundRoutes: readonly Route[] = [
	page("/programs/:program/rounds", {
		allow: managers,
		what: "The rounds of a program",
		show: async (visit) => {
			const standing = await enterProgram(visit);
			const { program } = visit.params;
			return show(
				<RoundsPage
					frame={visit.frame}
					standing={standing}
					rounds={await roundsOf(visit.db, program)}
					outcomes={await outcomesOf(visit.db, program)}
					ready={await readiness(visit.db, { program, id: null }, visit.today)}
				/>,
			);
		},
	}),
	action("/programs/:program/rounds", {
		allow: managers,
		what: "Begin a round",
		form: z.object({}),
		act: async (visit) => {
			await enterProgram(visit);
			const { program } = visit.params;
			const round = await beginRound(visit.tx, program, visitorOf(visit).id);
			return redirect(
				`/programs/${program}/rounds/${round}`,
				done(
					t(
						"The round is begun. Nobody is told anything before you publish it.",
					),
				),
			);
		},
	}),
];
