import { z } from "zod";
import {
	enrolmentStatuses,
	sides,
} from "../../../domain/programs/enrolment.ts";
import { t } from "../../../ui/text.ts";

/** Checkboxes of one name: none, one or many. */
const chosen = z
	.union([z.string(), z.array(z.string())])
	.default([])
	.transform((given) => [given].flat());

const ids = chosen.transform((given) =>
	given.filter((each) => z.uuid().safeParse(each).success),
);

const side = z.enum(sides, { error: () => t("Choose a side.") });

const capacity = z
	.string()
	.trim()
	.regex(/^\d{1,2}$/, { error: () => t("Enter a whole number.") })
	.transform(Number)
	.refine((count) => count >= 1 && count <= 20, {
		error: () => t("Enter a number from 1 to 20."),
	});

const pausedUntil = z
	.union([
		z.literal("").transform(() => null),
		z.iso.date({ error: () => t("Enter a day, or leave it empty.") }),
	])
	.default(null);

const typedPerson = z
	.string()
	.trim()
	.min(1, {
		error: () => t("Enter a name or an e-mail address."),
	});

const day = z.iso.date({ error: () => t("Enter a day.") });

export const InviteForm = z.object({
	side,
	whom: z.enum(["all", "chosen"], { error: () => t("Choose whom.") }),
	people: ids,
	answerBy: day,
});

export const AnswerForm = z.discriminatedUnion("answer", [
	z.object({
		answer: z.literal("accept"),
		capacity: capacity.optional(),
		pausedUntil: pausedUntil.optional(),
	}),
	z.object({ answer: z.literal("decline") }),
]);

export const ApplyForm = z.object({ side, capacity, pausedUntil });

export const NominateForm = z.object({
	person: typedPerson,
	side,
	reason: z
		.string()
		.trim()
		.min(1, { error: () => t("Say why.") })
		.max(2000, {
			error: () => t("Keep it under {count} characters.", { count: 2000 }),
		}),
});

export const DecideForm = z.object({
	decision: z.enum(["admit", "refuse", "hold"]),
	seen: z.enum(enrolmentStatuses),
	reason: z
		.string()
		.trim()
		.max(2000, {
			error: () => t("Keep it under {count} characters.", { count: 2000 }),
		})
		.default(""),
});

export const BulkForm = z.object({
	act: z.enum(["admit", "refuse", "hold", "invite"], {
		error: () => t("Choose what to do."),
	}),
	enrolments: ids,
	answerBy: z.string().default(""),
	back: z.string().default(""),
});

export const PromoteForm = z.object({
	places: z.coerce.number().int().min(1).max(100_000),
});

export const TermsForm = z.object({ capacity, pausedUntil });

const wish = z.string().trim().default("");
export const WishesForm = z.object({
	"wish-0": wish,
	"wish-1": wish,
	"wish-2": wish,
});

export const BlockForm = z.object({
	other: typedPerson,
});

export const ApartForm = z.object({ person: typedPerson, other: typedPerson });

export const UnblockForm = z.object({ other: z.uuid() });

export const PairForm = z.object({ person: z.uuid(), other: z.uuid() });
