import { sql } from "kysely";
import { actAs, type Tx, nowOf } from "../../../platform/database/database.ts";
import { Conflict, Invalid, NotFound } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { peopleChanged } from "../../people/changed.ts";
import { actingAs } from "../../programs/acting.ts";
import { addressed, recipients } from "../letters.ts";
import { postAll } from "../../../platform/mail/mail.ts";
import { isId } from "../queries/rounds.ts";
import { endedLetter } from "./letters.ts";
import { proposeNow } from "./propose-now.ts";

export type Deciding = {
	readonly program: string;
	readonly matter: string;
	readonly by: string;
	readonly origin: string;
};

/** The pair goes on despite what was found. Why is written down, for the next who asks. */
export async function keepPair(
	tx: Tx,
	deciding: Deciding,
	reason: string,
): Promise<void> {
	const matter = await lockMatter(tx, deciding);
	if (!matter.isRunning)
		throw new Conflict(t("There is no pair any more to be kept."));
	await settle(tx, deciding, "kept", reason);
}

/** Ends the pair without a reason and without fault; both read the same words, and the mentee is free for the next round. */
export async function endPair(tx: Tx, deciding: Deciding): Promise<void> {
	const matter = await lockMatter(tx, deciding);
	if (!matter.isRunning)
		throw new Conflict(t("This relationship has ended already."));
	await endQuietly(tx, matter, deciding);
	await settle(tx, deciding, "ended", null);
	await peopleChanged(tx);
}

/**
 * Proposes a named mentor to the mentee. Where a pair still runs it goes on until both have said yes to the other: the mentor is asked first, then the
 * mentee. Whoever has nobody is asked together with the mentor, as in any round.
 */
export async function proposeMentor(
	tx: Tx,
	deciding: Deciding,
	mentor: string,
): Promise<"mentor-first" | "both"> {
	const matter = await lockMatter(tx, deciding);
	if (!matter.suggested.includes(mentor))
		throw new Invalid({}, t("Choose one of the mentors named here."));
	const replaces = matter.isRunning ? matter.relationship : null;
	const refusal = await actingAs(tx, "pairing", () =>
		proposeNow(tx, {
			...deciding,
			mentee: matter.mentee,
			mentor,
			replaces: replaces ?? undefined,
		}),
	);
	await actAs(tx, { kind: "person", person: deciding.by });
	if (refusal !== undefined) throw new Conflict(refusal);
	await settle(
		tx,
		deciding,
		matter.isRunning ? "handed-over" : "proposed",
		null,
	);
	await peopleChanged(tx);
	return replaces === null ? "both" : "mentor-first";
}

type Matter = Awaited<ReturnType<typeof lockMatter>>;

async function lockMatter(tx: Tx, { program, matter }: Deciding) {
	if (!isId(program) || !isId(matter)) throw new NotFound();
	const found = await tx
		.selectFrom("pair_matter")
		.innerJoin("program", "program.id", "pair_matter.program_id")
		.select([
			"pair_matter.id",
			"program.name as programName",
			"mentee_id as mentee",
			"mentor_id as mentor",
			"relationship_id as relationship",
			"suggested",
			"settled_at as settledAt",
			sql<boolean>`relationship_id is not null and not exists (
				select from relationship_ending ending where ending.relationship_id = pair_matter.relationship_id
			)`.as("isRunning"),
		])
		.where("pair_matter.id", "=", matter)
		.where("program_id", "=", program)
		.forUpdate("pair_matter")
		.executeTakeFirst();
	if (found === undefined) throw new NotFound();
	if (found.settledAt !== null)
		throw new Conflict(t("This is decided already, or it has passed."));
	return found;
}

async function settle(
	tx: Tx,
	{ matter, by }: Deciding,
	how: "kept" | "ended" | "handed-over" | "proposed",
	reason: string | null,
): Promise<void> {
	await tx
		.updateTable("pair_matter")
		.set({
			settled_at: nowOf(tx),
			settled_by: by,
			settled_how: how,
			reason,
		})
		.where("id", "=", matter)
		.execute();
	await record(tx, {
		act: "settle-pair-matter",
		subject: { kind: "pair-matter", id: matter },
		detail: { how },
	});
}

// As `pairing`, like every ending: the row says that it ended, not at whose word.
async function endQuietly(
	tx: Tx,
	{ relationship, mentee, mentor, programName }: Matter,
	{ program, origin }: Deciding,
): Promise<void> {
	if (relationship === null || mentor === null) return;
	await actingAs(tx, "pairing", async () => {
		await tx
			.insertInto("relationship_ending")
			.values({ relationship_id: relationship })
			.onConflict((row) => row.column("relationship_id").doNothing())
			.execute();
		const known = await recipients(tx, [mentee, mentor]);
		await postAll(
			tx,
			[...known.values()].map((recipient) =>
				addressed(
					recipient,
					{ kind: "change", event: `ended ${relationship}` },
					(to) =>
						endedLetter(to, {
							program: programName,
							url: `${origin}/relationships/${relationship}`,
						}),
				),
			),
		);
		await record(tx, {
			act: "end-relationship",
			subject: { kind: "program", id: program },
		});
	});
}
