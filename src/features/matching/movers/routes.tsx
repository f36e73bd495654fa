import { z } from "zod";
import type { Tx } from "../../../platform/database/database.ts";
import { holdingIn } from "../../../platform/http/guard.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../../platform/http/visit.ts";
import type { FormState } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import { enterProgram } from "../../programs/standing.ts";
import { endPair, keepPair, proposeMentor } from "./commands.ts";
import {
	openMatters,
	openRound,
	settledMatters,
	takeoversAsked,
} from "./queries.ts";
import { MattersPage } from "./views/matters-page.tsx";

const managers = holdingIn("program", "program-manager");
const deciders = holdingIn("program", "program-manager", "committee-member");
const path = "/programs/:program/changes";

type MatterVisit = Omit<Visit, "params"> & {
	readonly params: { readonly program: string };
};

/** Pairs that something has happened to since they were made, and what can be done. */
export const moverRoutes = (
	afterEnding: (tx: Tx) => Promise<unknown>,
): readonly Route[] => [
	page(path, {
		allow: deciders,
		what: "Pairs that need a look since people moved, and what can be done",
		show: (visit) => mattersPage(visit),
	}),
	action(`${path}/:matter/keep`, {
		allow: deciders,
		what: "Keep a pair despite what was found, with a reason",
		form: z.object({
			reason: z
				.string()
				.trim()
				.min(1, { error: () => t("Say why.") })
				.max(500, {
					error: () => t("Keep it under {count} characters.", { count: 500 }),
				}),
		}),
		act: async (visit, { reason }) => {
			await keepPair(visit.tx, deciding(visit), reason);
			return redirect(back(visit.params), done(t("The pair is kept.")));
		},
		again: (visit, state) =>
			mattersPage(visit, { matter: visit.params.matter, state }),
	}),
	action(`${path}/:matter/end`, {
		allow: managers,
		what: "End a pair without fault, so that the mentee is free for somebody else",
		form: z.object({}),
		act: async (visit) => {
			await endPair(visit.tx, deciding(visit));
			await afterEnding(visit.tx);
			return redirect(
				back(visit.params),
				done(t("The relationship has ended. Both read the same words.")),
			);
		},
	}),
	action(`${path}/:matter/propose`, {
		allow: managers,
		what: "Propose a named mentor to a mentee at once; a pair that runs goes on until both have said yes",
		form: z.object({ mentor: z.uuid() }),
		act: async (visit, { mentor }) => {
			const asked = await proposeMentor(visit.tx, deciding(visit), mentor);
			return redirect(
				back(visit.params),
				done(
					asked === "both"
						? t("Both are asked now; two yeses make a relationship.")
						: t(
								"The mentor is asked first, then the mentee. Until both have said yes everything stays as it is.",
							),
				),
			);
		},
		again: (visit, state) =>
			mattersPage(visit, { matter: visit.params.matter, state }),
	}),
];

function deciding(visit: {
	readonly params: { readonly program: string; readonly matter: string };
	readonly visitor: Visit["visitor"];
	readonly origin: string;
}) {
	return {
		program: visit.params.program,
		matter: visit.params.matter,
		by: visitorOf(visit).id,
		origin: visit.origin,
	};
}

function back({ program }: { readonly program: string }): string {
	return `/programs/${program}/changes`;
}

async function mattersPage(
	visit: MatterVisit,
	again?: { readonly matter: string; readonly state: FormState },
) {
	const standing = await enterProgram(visit);
	const { id } = standing.program;
	return show(
		<MattersPage
			frame={visit.frame}
			standing={standing}
			matters={await openMatters(visit.db, id)}
			asked={await takeoversAsked(visit.db, id)}
			settled={await settledMatters(visit.db, id)}
			round={await openRound(visit.db, id)}
			again={again}
		/>,
	);
}
