// Asking somebody from outside for help. Nothing of it goes to the journal, which others read, and no mail about it goes to a member, because
// offices read the outbox: the row is the record (docs/decisions/0036).
import type { Tx } from "../../platform/database/database.ts";
import { Conflict } from "../../platform/http/refusal.ts";
import { recordedElsewhere } from "../../platform/journal/journal.ts";
import { t } from "../../ui/text.ts";
import { mailPeople } from "../programs/letters.ts";
import type { Relationship } from "../relationships/queries.ts";
import { helpers, openReferral, readersOfAsking } from "./queries.ts";

type Asking = {
	readonly relationship: Pick<
		Relationship,
		"id" | "program" | "programName" | "members" | "endedAt"
	>;
	readonly person: string;
	readonly origin: string;
};

/** One member asks. Twice is once. */
export async function askForHelp(
	tx: Tx,
	{ relationship, person, origin }: Asking,
): Promise<void> {
	const { id, program, programName, members, endedAt } = relationship;
	if (endedAt !== null)
		throw new Conflict(t("This relationship has ended already."));
	if ((await readersOfAsking(tx, relationship)).length === 0)
		throw new Conflict(t("Nobody is entrusted with helping here yet."));
	recordedElsewhere(tx);
	if ((await openReferral(tx, id, person)) !== undefined) return;
	const asked = await tx
		.insertInto("referral")
		.values({
			relationship_id: id,
			program_id: program,
			member_ids: members,
			person_id: person,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	await mailPeople(tx, {
		kind: "help-asked",
		event: `help ${asked.id}`,
		people: (await helpers(tx, relationship)).map((each) => each.id),
		letter: ({ firstName }) => ({
			subject: t("Somebody asks for help in {program}", {
				program: programName,
			}),
			paragraphs: [
				t("Dear {name},", { name: firstName }),
				t(
					"Somebody in {program} would like to talk with a facilitator. Who it is stands in Baton.",
					{ program: programName },
				),
			],
			button: { label: t("See who asks"), url: `${origin}/cases` },
			foot: t("Sent because you are a facilitator."),
		}),
	});
}

/** Whoever asked lets the other members know; from then on either can say no. */
export async function shareReferral(
	tx: Tx,
	relationship: string,
	person: string,
	now: Date,
): Promise<void> {
	const open = await openReferral(tx, relationship, person);
	if (open?.isOwn !== true || open.facilitatorId === null)
		throw new Conflict(t("There is no facilitator to tell them of."));
	recordedElsewhere(tx);
	await tx
		.updateTable("referral")
		.set({ shared_at: now })
		.where("id", "=", open.id)
		.where("shared_at", "is", null)
		.execute();
}

/** Over, at the word of any member who knows of it; whose, is not kept. */
export async function endReferral(
	tx: Tx,
	relationship: string,
	person: string,
	now: Date,
): Promise<void> {
	const open = await openReferral(tx, relationship, person);
	if (open === undefined) throw new Conflict(t("This is over already."));
	recordedElsewhere(tx);
	await tx
		.updateTable("referral")
		.set({ closed_at: now })
		.where("id", "=", open.id)
		.execute();
}
