import type { Tx } from "../../../platform/database/database.ts";
import { Invalid } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { refuseDuringTalks } from "../chemistry/open-talks.ts";
import {
	choosePlan,
	putPolicy,
	remember,
	supposePlaces,
} from "../commands/changes.ts";
import { resolveNow } from "../commands/resolve.ts";
import { refuseUnlessOpen } from "../commands/rounds.ts";
import type { ChangeDetail } from "../queries/changes.ts";
import { lockRound, type Round } from "../queries/rounds.ts";
import { type Ids, openDraft, refuseUnseen, settle } from "./commands.ts";
import {
	type Draft,
	isCurrent,
	presentSettings,
	resultsOf,
} from "./queries.ts";

/** Lets the draft be the round's plan from here on, with the reason why. One step on the board takes it back. */
export async function adoptDraft(
	tx: Tx,
	ids: Ids,
	{
		draft,
		seen,
		beside,
		reason,
		by,
	}: {
		readonly draft: string;
		/** The version, and the fingerprint of the present plan, that whoever adopts has looked at. */
		readonly seen: number;
		readonly beside: string;
		readonly reason: string;
		readonly by: string;
	},
): Promise<void> {
	const round = await lockRound(tx, ids);
	refuseUnlessOpen(round);
	await refuseDuringTalks(tx, round.id);
	const held = await openDraft(tx, round, draft);
	refuseUnseen(held, seen, by);
	const result = (await resultsOf(tx, [draft])).get(draft);
	if (beside !== round.fingerprint || !isCurrent(held, round, result))
		throw new Invalid(
			{},
			t(
				"The plan on the board was changed meanwhile. This is the comparison as it stands now: look at it, then decide.",
			),
		);
	if (result?.plan === undefined)
		throw new Invalid({}, t("No plan is possible under this draft."));
	await settle(tx, held, { status: "adopted", reason, by });
	await remember(tx, round, {
		kind: "draft",
		detail: await applied(tx, round, held),
		by,
	});
	await record(tx, {
		act: "adopt-draft",
		subject: { kind: "round", id: round.id },
		detail: { draft, version: held.version },
	});
	await resolveNow(tx, round.id);
}

/** Makes the round what the draft says, and tells what that changed. */
async function applied(
	tx: Tx,
	round: Round,
	draft: Draft,
): Promise<Partial<ChangeDetail>> {
	const present = await presentSettings(tx, round);
	const { objective, ratio, measure, policy } = draft;
	await putPolicy(tx, round, policy);
	const aim = await choosePlan(tx, round, { objective, ratio, measure });
	const places: ChangeDetail["places"][number][] = [];
	const mentors = new Set([...present.places.keys(), ...draft.places.keys()]);
	for (const mentor of mentors) {
		const is = draft.places.get(mentor) ?? 0;
		if (is === (present.places.get(mentor) ?? 0)) continue;
		const place = await supposePlaces(tx, round, { mentor, is });
		if (place) places.push(place);
	}
	return {
		...aim,
		policy: { was: round.policy, is: policy },
		places,
		draft: { id: draft.id, name: draft.name },
	};
}
