import type { OpeningAct } from "../../domain/sealing/opening.ts";
import type { Tx } from "../../platform/database/database.ts";
import { t } from "../../ui/text.ts";
import { mailPeople } from "../programs/letters.ts";
import { stepSentence } from "./words.ts";

type Told = {
	readonly opening: string;
	readonly act: OpeningAct | "asked";
	/** Which step of the asking it is: of each, one mail. */
	readonly step: number;
	/** Who did it. */
	readonly by: string;
	readonly origin: string;
};

/** Tells the members of a step. Neither the reason nor with whom they share the notes stands in a mail. */
export function mailMembers(
	tx: Tx,
	people: readonly string[],
	{ opening, act, step, by, origin }: Told,
): Promise<void> {
	return mailPeople(tx, {
		kind: "opening-members",
		event: `step ${step} of ${opening}`,
		people,
		letter: ({ firstName }) => ({
			subject:
				act === "asked"
					? t("A custodian asks to open notes that you share")
					: t("About the notes a custodian asked to open"),
			paragraphs: [
				t("Dear {name},", { name: firstName }),
				`${stepSentence(act, by)}.`,
				...(act === "asked"
					? [
							t(
								"Nothing is handed out for 72 hours, and nothing at all unless a second custodian agrees. The reason stands in Baton. You can object there.",
							),
						]
					: []),
			],
			button: {
				label: t("See how it stands"),
				url: `${origin}/recovery/openings/${opening}`,
			},
			foot: t("Sent because you agreed to the recovery key for these notes."),
		}),
	});
}

export function mailCustodians(
	tx: Tx,
	people: readonly string[],
	{ opening, act, step, by, origin }: Told,
): Promise<void> {
	return mailPeople(tx, {
		kind: "opening-custodians",
		event: `step ${step} of ${opening}`,
		people,
		letter: ({ firstName }) => ({
			subject:
				act === "asked"
					? t("A custodian asks you to agree")
					: t("About the notes a custodian asked to open"),
			paragraphs: [
				t("Dear {name},", { name: firstName }),
				`${stepSentence(act, by)}.`,
			],
			button: {
				label: t("See how it stands"),
				url: `${origin}/recovery/openings/${opening}`,
			},
			foot: t("Sent because you are a custodian."),
		}),
	});
}

/** The hours are over and two custodians agree: each side learns what it may do now. */
export async function mailHoursOver(
	tx: Tx,
	{
		opening,
		members,
		custodians,
		origin,
	}: {
		readonly opening: string;
		readonly members: readonly string[];
		readonly custodians: readonly string[];
		readonly origin: string;
	},
): Promise<void> {
	const event = `hours of ${opening}`;
	const subject = () => t("The 72 hours are over");
	const button = () => ({
		label: t("See how it stands"),
		url: `${origin}/recovery/openings/${opening}`,
	});
	await mailPeople(tx, {
		kind: "opening-members",
		event,
		people: members,
		letter: ({ firstName }) => ({
			subject: subject(),
			paragraphs: [
				t("Dear {name},", { name: firstName }),
				t(
					"two custodians agree to open notes that you share, and the 72 hours are over: from now on they can be read. You can still object in Baton.",
				),
			],
			button: button(),
			foot: t("Sent because you agreed to the recovery key for these notes."),
		}),
	});
	await mailPeople(tx, {
		kind: "opening-custodians",
		event,
		people: custodians,
		letter: ({ firstName }) => ({
			subject: subject(),
			paragraphs: [
				t("Dear {name},", { name: firstName }),
				t(
					"the 72 hours are over: the notes that two of you agreed to open can be handed over and read. Fourteen days after it was asked, that ends.",
				),
			],
			button: button(),
			foot: t("Sent because you are a custodian."),
		}),
	});
}
