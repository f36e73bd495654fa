// What a facilitator does with a case. The journal says that they did, about nobody: whose case it is stands in the case alone.
import type { Tx } from "../../platform/database/database.ts";
import { Conflict, Invalid, NotFound } from "../../platform/http/refusal.ts";
import { record } from "../../platform/journal/journal.ts";
import { t } from "../../ui/text.ts";
import { actingAs } from "../programs/acting.ts";
import { mailPeople } from "../programs/letters.ts";
import { caseLimit, casesOf, successors } from "./case-queries.ts";

type Acting = {
	readonly id: string;
	readonly by: string;
	readonly now: Date;
};

/** Takes on what nobody has, or what was handed on to one. Of two who press at once, one has it. */
export async function takeCase(tx: Tx, { id, by, now }: Acting): Promise<void> {
	const all = await casesOf(tx, by);
	const one = all.find((each) => each.id === id);
	if (one === undefined) throw new NotFound();
	if (one.state !== "open" && one.state !== "handed")
		throw new Conflict(t("Somebody has taken this on already."));
	const limit = await caseLimit(tx, by);
	const carried = all.filter(
		({ state }) => state === "taken" || state === "in-talk",
	);
	if (limit !== undefined && carried.length >= limit)
		throw new Conflict(
			t(
				"You take {limit, plural, one {one case} other {# cases}} at once, by your own word. Close one, hand one on, or raise your limit first.",
				{ limit },
			),
		);
	const { numUpdatedRows } = await tx
		.updateTable("referral")
		.set({ facilitator_id: by, taken_at: now, handed_to_id: null })
		.where("id", "=", id)
		.where("closed_at", "is", null)
		.where((row) =>
			row.or([row("facilitator_id", "is", null), row("handed_to_id", "=", by)]),
		)
		.executeTakeFirst();
	if (numUpdatedRows === 0n)
		throw new Conflict(t("Somebody has taken this on already."));
	await noted(tx, "take-case", id);
}

/** Asks another facilitator to go on. Until they do, it stays with whoever has it. */
export async function handCaseOn(
	tx: Tx,
	{ id, by, origin }: Omit<Acting, "now"> & { readonly origin: string },
	to: string,
): Promise<void> {
	const one = await ownCase(tx, id, by);
	if (!(await successors(tx, one, by)).some((each) => each.id === to))
		throw new Invalid({ to: t("Choose a facilitator of this program.") });
	await tx
		.updateTable("referral")
		.set({ handed_to_id: to })
		.where("id", "=", id)
		.execute();
	await mailPeople(tx, {
		kind: "help-handed-on",
		event: `case ${id} ${to}`,
		people: [to],
		letter: ({ firstName }) => ({
			subject: t("A facilitator asks whether you would take over"),
			paragraphs: [
				t("Dear {name},", { name: firstName }),
				t("A case waits for your answer in Baton; “no” is a good one."),
			],
			button: { label: t("Look at it"), url: `${origin}/cases` },
			foot: t("Sent because you are a facilitator."),
		}),
	});
	await noted(tx, "hand-case-on", id);
}

/** Says no to what was handed on. */
export async function refuseCase(
	tx: Tx,
	{ id, by }: Omit<Acting, "now">,
): Promise<void> {
	const found = (await casesOf(tx, by)).find((each) => each.id === id);
	if (found === undefined) throw new NotFound();
	if (found.state !== "handed")
		throw new Conflict(t("This is not asked of you any more."));
	await noted(tx, "refuse-case", id);
	// Afterwards it is not theirs to see, so they cannot write it either.
	await actingAs(tx, "pulse", () =>
		tx
			.updateTable("referral")
			.set({ handed_to_id: null })
			.where("id", "=", id)
			.where("handed_to_id", "=", by)
			.execute(),
	);
}

/** It is done, or no longer of use. */
export async function closeCase(
	tx: Tx,
	{ id, by, now }: Acting,
): Promise<void> {
	await ownCase(tx, id, by);
	await tx
		.updateTable("referral")
		.set({ closed_at: now })
		.where("id", "=", id)
		.execute();
	await noted(tx, "close-case", id);
}

/** How many at once; null: no limit. */
export async function setCaseLimit(
	tx: Tx,
	person: string,
	cases: number | null,
): Promise<void> {
	await tx.deleteFrom("case_limit").where("person_id", "=", person).execute();
	if (cases !== null)
		await tx
			.insertInto("case_limit")
			.values({ person_id: person, cases })
			.execute();
	await record(tx, { act: "set-case-limit", about: person });
}

async function ownCase(tx: Tx, id: string, by: string) {
	const one = (await casesOf(tx, by)).find((each) => each.id === id);
	if (one === undefined) throw new NotFound();
	if (one.state !== "taken" && one.state !== "in-talk")
		throw new Conflict(t("This case is not yours any more, or it is over."));
	return one;
}

function noted(tx: Tx, act: string, id: string): Promise<void> {
	return record(tx, { act, subject: { kind: "referral", id } });
}
