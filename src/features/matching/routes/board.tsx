import { z } from "zod";
import type { Tx } from "../../../platform/database/database.ts";
import { holdingIn } from "../../../platform/http/guard.ts";
import { Conflict, Invalid, NotFound } from "../../../platform/http/refusal.ts";
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
import {
	type Aim,
	choosePlan,
	goBack,
	remember,
	supposePlaces,
} from "../commands/changes.ts";
import { resolveNow } from "../commands/resolve.ts";
import { cancelRun, refuseUnlessOpen, startRun } from "../commands/rounds.ts";
import { refuseDuringTalks } from "../chemistry/open-talks.ts";
import { boardStamp, viewOf } from "../board-view.ts";
import { quickKinds } from "../round-plan.ts";
import { findPair } from "../queries/board.ts";
import { changesOf } from "../queries/changes.ts";
import { countPlans } from "../queries/plans.ts";
import {
	findRound,
	isId,
	lockRound,
	type Round,
	roundTopic,
	runAtWork,
} from "../queries/rounds.ts";
import { workOf } from "../works/queries.ts";
import { phaseText } from "../views/computing-page.tsx";
import { placeAfter } from "./place-after.ts";
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
	/** A mentor and the places supposed beyond those they offered. */
	place: z.string().optional(),
	plan: z.enum(quickKinds).optional(),
	/** A measure and the ratio of it to be kept between groups, in millionths. */
	ratio: z.string().optional(),
	back: z.enum(["undo", "redo"]).optional(),
	/** The filters one looks through, as a query. */
	view: z.string().max(2000).optional(),
	/** The number of the last decision the board showed. */
	seen: z.string().optional(),
});
type Pressed = z.infer<typeof DecisionForm>;

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
		follow: async function* ({ params }, look, heard) {
			for (;;) {
				const change = heard(roundTopic(params.round));
				const seen = await look(async (db) => {
					const round = await findRound(db, params);
					return { round, work: await runAtWork(db, round.id) };
				});
				if (seen.round.status !== "computing") {
					yield { text: t("Done"), href: addressOf(params) };
					return;
				}
				yield phaseText(seen.work);
				await change;
			}
		},
	}),
	action(`${path}/decisions`, {
		allow: managers,
		what: "Pin a pair, rule it out, swap two mentees, suppose a place, take another plan, undo; the whole is solved anew",
		form: DecisionForm,
		act: async (visit, pressed) => {
			const round = await lockRound(visit.tx, visit.params);
			const by = visitorOf(visit).id;
			refuseUnlessOpen(round);
			await refuseDuringTalks(visit.tx, round.id);
			await refuseUnseen(visit.tx, round.id, { seen: pressed.seen, by });
			const said = await decide(visit.tx, round, pressed, by);
			if (round.computedAt !== null) await resolveNow(visit.tx, round.id);
			const query = viewOf(pressed.view ?? "");
			const pair = pressed.pin ?? pressed.release ?? pressed.forbid;
			const place = await placeAfter(visit.tx, round.id, {
				query,
				mentee: pair === undefined ? undefined : readPair(pair).mentee,
			});
			return redirect(`${addressOf(visit.params)}${place}`, done(said));
		},
		again: (visit, state) => roundPage(visit, state),
	}),
	stream(`${path}/changes`, {
		allow: managers,
		what: "That somebody else decided something on the board",
		follow: async function* ({ params, query }, look, heard) {
			const seen = query.get("seen");
			for (;;) {
				const change = heard(roundTopic(params.round));
				const stamp = await look(async (db) => {
					const round = await findRound(db, params);
					const changes = await changesOf(db, round.id, 20);
					return boardStamp(
						round,
						changes,
						await countPlans(db, round.id),
						await workOf(db, round, "equity"),
					);
				});
				if (stamp !== seen) {
					yield { stamp };
					return;
				}
				await change;
			}
		},
	}),
];

/** Does what the pressed button says, keeps it in the history, and answers with what was done. */
async function decide(
	tx: Tx,
	round: Round,
	pressed: Pressed,
	by: string,
): Promise<string> {
	if (pressed.back !== undefined) {
		await goBack(tx, round, pressed.back, by);
		return pressed.back === "undo"
			? t("Undone. The whole is planned as before.")
			: t("Done again. The whole is planned anew around it.");
	}
	if (pressed.plan !== undefined || pressed.ratio !== undefined) {
		const detail = await choosePlan(tx, round, aimOf(pressed, round));
		await remember(tx, round, { kind: "plan", detail, by });
		return t("This plan is now the one that would be proposed.");
	}
	if (pressed.place !== undefined) {
		const [mentor = "", extra = ""] = pressed.place.split(" ");
		const is = Number(extra);
		if (!isId(mentor) || !Number.isInteger(is) || is < 0 || is > 20)
			throw new NotFound();
		const place = await supposePlaces(tx, round, { mentor, is });
		await remember(tx, round, { kind: "place", detail: { place }, by });
		return is === 0
			? t("The supposed place is gone again.")
			: t(
					"Supposed: the mentor has not been asked. The whole is planned as if there were the place.",
				);
	}
	return decidePairs(tx, round, pressed, by);
}

function aimOf({ plan = "people", ratio }: Pressed, round: Round): Aim {
	if (ratio === undefined)
		return { objective: plan, ratio: null, measure: round.equityMeasure };
	const [, measure, digits] = /^(access|quality) (\d{1,7})$/u.exec(ratio) ?? [];
	const asked = Number(digits);
	if (digits === undefined || asked > 1_000_000) throw new NotFound();
	return {
		objective: "fair",
		ratio: asked,
		measure: measure === "quality" ? "quality" : "access",
	};
}

async function decidePairs(
	tx: Tx,
	round: Round,
	pressed: Pressed,
	by: string,
): Promise<string> {
	if (pressed.pin !== undefined) {
		const pairs = await pinPairs(tx, round, [readPair(pressed.pin)], by);
		await remember(tx, round, { kind: "pin", detail: { pairs }, by });
		return t("Pinned. The others are planned anew around it.");
	}
	if (pressed.forbid !== undefined) {
		const pairs = await forbidPair(tx, round, readPair(pressed.forbid), by);
		await remember(tx, round, { kind: "forbid", detail: { pairs }, by });
		return t("Ruled out. The whole is planned anew without it.");
	}
	if (pressed.release !== undefined) {
		const pairs = await releasePair(tx, round, readPair(pressed.release), by);
		await remember(tx, round, { kind: "release", detail: { pairs }, by });
		return t("Taken back. The whole is planned anew.");
	}
	const ids = { program: round.program, round: round.id };
	const one = await findPair(tx, ids, pressed.swap ?? "");
	const other = await findPair(tx, ids, pressed["swap-with"] ?? "");
	if (one === undefined || other === undefined)
		throw new Conflict(t("One of these pairs is no longer proposed."));
	const swapped = [
		{ ...one, mentor: other.mentor },
		{ ...other, mentor: one.mentor },
	];
	const pairs = await pinPairs(tx, round, swapped, by);
	await remember(tx, round, { kind: "swap", detail: { pairs }, by });
	return t("Swapped and pinned. The others are planned anew around them.");
}

/** A form from before somebody else's decision decides nothing: whoever sent it has not seen the board as it is. */
async function refuseUnseen(
	tx: Tx,
	round: string,
	{ seen, by }: { readonly seen: string | undefined; readonly by: string },
): Promise<void> {
	if (seen === undefined || !/^\d{1,9}$/.test(seen)) return;
	const unseen = (await changesOf(tx, round)).find(
		(change) => change.number > Number(seen) && change.by !== by,
	);
	if (unseen !== undefined)
		throw new Invalid(
			{},
			t(
				"{name} decided something on this board meanwhile. This is how it stands now: look at it, then decide.",
				{ name: unseen.byName ?? t("Somebody else") },
			),
		);
}

type RoundIds = { readonly program: string; readonly round: string };

function addressOf({ program, round }: RoundIds): string {
	return `/programs/${program}/rounds/${round}`;
}

/** Mentee, mentor and the kind, if there is one, as a button carries them. */
function readPair(value: string): Pair {
	const [mentee = "", mentor = "", ...kind] = value.split(" ");
	if (!isId(mentee) || !isId(mentor)) throw new NotFound();
	return { mentee, mentor, mentorKind: kind.join(" ") || null };
}
