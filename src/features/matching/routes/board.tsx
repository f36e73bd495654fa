import { z } from "zod";
import type { Tx } from "../../../platform/database/database.ts";
import { holdingIn } from "../../../platform/http/guard.ts";
import { Conflict, NotFound } from "../../../platform/http/refusal.ts";
import {
	action,
	page,
	type Route,
	stream,
} from "../../../platform/http/route.ts";
import { done, redirect, visitorOf } from "../../../platform/http/visit.ts";
import { t } from "../../../ui/text.ts";
import {
	forbidPair,
	type Pair,
	pinPairs,
	releasePair,
} from "../commands/decisions.ts";
import { cancelRun, startRun } from "../commands/rounds.ts";
import { findPair } from "../queries/board.ts";
import { findRound, isId, runAtWork } from "../queries/rounds.ts";
import { phaseText } from "../views/computing-page.tsx";
import { roundPage } from "./round-page.tsx";

const managers = holdingIn("program", "program-manager");
const path = "/programs/:program/rounds/:round";

/** One decision: the button that was pressed says which. */
const DecisionForm = z.object({
	pin: z.string().optional(),
	forbid: z.string().optional(),
	release: z.string().optional(),
	swap: z.string().optional(),
	"swap-with": z.string().optional(),
});

export const boardRoutes: readonly Route[] = [
	page(path, {
		allow: managers,
		what: "A round: who takes part, the proposed pairs with their reasons, who has nobody",
		show: (visit) => roundPage(visit),
	}),
	action(`${path}/run`, {
		allow: managers,
		what: "Have pairs computed",
		form: z.object({}),
		act: async (visit) => {
			await startRun(visit.tx, visit.params);
			return redirect(addressOf(visit.params));
		},
	}),
	action(`${path}/cancel`, {
		allow: managers,
		what: "Stop the computation",
		form: z.object({}),
		act: async (visit) => {
			await cancelRun(visit.tx, visit.params);
			return redirect(
				addressOf(visit.params),
				done(t("Stopped. What was proposed before still stands.")),
			);
		},
	}),
	stream(`${path}/progress`, {
		allow: managers,
		what: "How far the computation is",
		follow: async function* ({ params }, look) {
			for (;;) {
				const seen = await look(async (db) => {
					const round = await findRound(db, params);
					return { round, work: await runAtWork(db, round.id) };
				});
				if (seen.round.status !== "computing") {
					yield { text: t("Done"), href: addressOf(params) };
					return;
				}
				yield phaseText(seen.work);
				await new Promise((resolve) => setTimeout(resolve, 400));
			}
		},
	}),
	action(`${path}/decisions`, {
		allow: managers,
		what: "Pin a pair, rule it out, swap two mentees, or take a decision back",
		form: DecisionForm,
		act: async (visit, pressed) => {
			const by = visitorOf(visit).id;
			const said = await decide(visit.tx, visit.params, pressed, by);
			const place = await placeOf(visit.tx, visit.params, pressed);
			return redirect(`${addressOf(visit.params)}${place}`, done(said));
		},
		again: (visit, state) => roundPage(visit, state),
	}),
];

/** Where on the long board the button was: one comes back to the same pair. */
async function placeOf(
	tx: Tx,
	{ round }: RoundIds,
	{ pin, release }: z.infer<typeof DecisionForm>,
): Promise<string> {
	const pressed = pin ?? release;
	if (pressed === undefined) return "";
	const { mentee, mentor } = readPair(pressed);
	const pair = await tx
		.selectFrom("proposal")
		.select("id")
		.where("round_id", "=", round)
		.where("mentee_id", "=", mentee)
		.where("mentor_id", "=", mentor)
		.executeTakeFirst();
	return pair === undefined ? "" : `#pair-${pair.id}`;
}

/** Does what the pressed button says, and answers with what was done. */
async function decide(
	tx: Tx,
	round: RoundIds,
	pressed: z.infer<typeof DecisionForm>,
	by: string,
): Promise<string> {
	if (pressed.pin !== undefined) {
		await pinPairs(tx, round, [readPair(pressed.pin)], by);
		return t("Pinned. Run again to plan the others around it.");
	}
	if (pressed.forbid !== undefined) {
		await forbidPair(tx, round, readPair(pressed.forbid), by);
		return t("Ruled out. Run again to find somebody else.");
	}
	if (pressed.release !== undefined) {
		await releasePair(tx, round, readPair(pressed.release), by);
		return t("Taken back. The next run is free again.");
	}
	const one = await findPair(tx, round, pressed.swap ?? "");
	const other = await findPair(tx, round, pressed["swap-with"] ?? "");
	if (one === undefined || other === undefined)
		throw new Conflict(t("One of these pairs is no longer proposed."));
	const swapped = [
		{ mentee: one.mentee, mentor: other.mentor },
		{ mentee: other.mentee, mentor: one.mentor },
	];
	await pinPairs(tx, round, swapped, by);
	return t("Swapped and pinned. Run again to plan the others around them.");
}

type RoundIds = { readonly program: string; readonly round: string };

function addressOf({ program, round }: RoundIds): string {
	return `/programs/${program}/rounds/${round}`;
}

/** Mentee and mentor, as a button carries them. */
function readPair(value: string): Pair {
	const [mentee = "", mentor = ""] = value.split(" ");
	if (!isId(mentee) || !isId(mentor)) throw new NotFound();
	return { mentee, mentor };
}
