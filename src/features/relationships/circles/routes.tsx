import { z } from "zod";
import type { Tx } from "../../../platform/database/database.ts";
import { holdingIn, signedIn } from "../../../platform/http/guard.ts";
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
import { answerCircle } from "./answer.ts";
import { askMore, endCircle, startCircle } from "./commands.ts";
import {
	AskMoreForm,
	ChoosingForm,
	CircleAnswerForm,
	NewCircleForm,
} from "./forms.ts";
import type { CircleReactions } from "./members.ts";
import { choosing } from "./choosing.ts";
import { askedInto, circlesOf, facilitatorsOf, findCircle } from "./queries.ts";
import { enterCircles } from "./standing.ts";
import { AskedPage } from "./views/asked-page.tsx";
import { CirclesPage } from "./views/circles-page.tsx";
import { NewCirclePage } from "./views/new-circle-page.tsx";
import { StartedCirclePage } from "./views/started-circle-page.tsx";

const starters = holdingIn("program", "program-manager", "facilitator");
const path = "/programs/:program/circles";

type ProgramVisit = Omit<Visit, "params"> & {
	readonly params: { readonly program: string };
};
type CircleVisit = Omit<Visit, "params"> & {
	readonly params: { readonly program: string; readonly circle: string };
};

/** Circles: started by whoever runs a program, answered by those who are asked. */
export const circleRoutes = ({
	afterEnding,
	...reactions
}: CircleReactions & {
	readonly afterEnding: (tx: Tx) => Promise<unknown>;
}): readonly Route[] => [
	page(path, {
		allow: starters,
		what: "The circles of a program, and who said yes",
		show: async (visit) => {
			const standing = await enterCircles(visit);
			return show(
				<CirclesPage
					frame={visit.frame}
					standing={standing}
					circles={await circlesOf(visit.db, standing.program.id)}
				/>,
			);
		},
	}),
	page(`${path}/new`, {
		allow: starters,
		what: "A form that starts a circle",
		show: (visit) => newPage(visit),
	}),
	action(`${path}/new`, {
		allow: starters,
		what: "Look for people to ask into a new circle; keeps nothing",
		form: ChoosingForm,
		isJournalled: false,
		act: (visit, values) => newPage(visit, { values, errors: {} }),
	}),
	action(path, {
		allow: starters,
		what: "Start a circle, and ask people of the program whether they come in",
		form: NewCircleForm,
		act: async (visit, circle) => {
			const { program } = await enterCircles(visit);
			const id = await startCircle(visit.tx, circle, {
				program: program.id,
				by: visitorOf(visit).id,
				origin: visit.origin,
			});
			return redirect(
				`/programs/${program.id}/circles/${id}`,
				done(t("They are asked.")),
			);
		},
		again: (visit, state) => newPage(visit, state),
	}),
	page(`${path}/:circle`, {
		allow: starters,
		what: "A circle: who is asked and what they said",
		show: (visit) => startedPage(visit),
	}),
	action(`${path}/:circle/choose`, {
		allow: starters,
		what: "Look for more people to ask into a circle; keeps nothing",
		form: ChoosingForm,
		isJournalled: false,
		act: (visit, values) => startedPage(visit, { values, errors: {} }),
	}),
	action(`${path}/:circle/ask`, {
		allow: starters,
		what: "Ask more people of the program into a circle",
		form: AskMoreForm,
		act: async (visit, { people, facilitator }) => {
			const circle = await findCircle(visit.db, visit.params);
			await askMore(visit.tx, circle, {
				people,
				facilitator,
				origin: visit.origin,
			});
			return redirect(pathOf(visit.params), done(t("They are asked.")));
		},
		again: (visit, state) => startedPage(visit, state),
	}),
	action(`${path}/:circle/end`, {
		allow: starters,
		what: "End a circle for all of it",
		form: z.object({}),
		act: async (visit) => {
			await endCircle(visit.tx, await findCircle(visit.db, visit.params));
			await afterEnding(visit.tx);
			return redirect(pathOf(visit.params), done(t("The circle has ended.")));
		},
	}),
	page("/circles/:circle", {
		allow: signedIn,
		what: "A circle that asks for the visitor: what it is about and who else is asked",
		show: (visit) => askedPage(visit),
	}),
	action("/circles/:circle/answer", {
		allow: signedIn,
		what: "Say yes or no to a circle one is asked into",
		form: CircleAnswerForm,
		act: async (visit, { answer }) => {
			const { id } = visitorOf(visit);
			const asked = await askedInto(visit.db, visit.params.circle, id);
			const relationship = await answerCircle(visit.tx, asked.id, {
				by: id,
				answer,
				origin: visit.origin,
				reactions,
			});
			return relationship === undefined
				? redirect(
						`/circles/${asked.id}`,
						done(
							answer === "yes"
								? t("Thank you. You get a mail as soon as it begins.")
								: t("Thank you for saying so."),
						),
					)
				: redirect(
						`/relationships/${relationship}`,
						done(t("Welcome to the circle.")),
					);
		},
		again: (visit) => askedPage(visit),
	}),
];

async function askedPage(
	visit: Omit<Visit, "params"> & {
		readonly params: { readonly circle: string };
	},
) {
	const { db, frame, params } = visit;
	return show(
		<AskedPage
			frame={frame}
			asked={await askedInto(db, params.circle, visitorOf(visit).id)}
		/>,
	);
}

function pathOf(params: { readonly program: string; readonly circle: string }) {
	return `/programs/${params.program}/circles/${params.circle}`;
}

async function newPage(visit: ProgramVisit, state?: FormState) {
	const standing = await enterCircles(visit);
	return show(
		<NewCirclePage
			frame={visit.frame}
			standing={standing}
			choosing={await choosing(visit.db, standing.program.id, state)}
			facilitators={await facilitatorsOf(visit.db, standing.program.id)}
			state={state}
		/>,
	);
}

async function startedPage(visit: CircleVisit, state?: FormState) {
	const standing = await enterCircles(visit);
	const circle = await findCircle(visit.db, visit.params);
	return show(
		<StartedCirclePage
			frame={visit.frame}
			standing={standing}
			circle={circle}
			choosing={await choosing(visit.db, standing.program.id, state)}
			facilitators={await facilitatorsOf(visit.db, standing.program.id)}
			state={state}
		/>,
	);
}
