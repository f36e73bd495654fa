import { z } from "zod";
import { FACT_KEYS } from "../../../domain/people/person-row.ts";
import { personId } from "../../../domain/people/person-id.ts";
import type { Trouble } from "../../../domain/people/row-problem.ts";
import { plainCodes } from "./plain-sentence.ts";

const rows = z.array(z.number());
const person = z.string().transform(personId);

const trouble = z.discriminatedUnion("code", [
	z.object({ code: z.enum(plainCodes) }),
	z.object({ code: z.literal("too-long"), limit: z.number() }),
	z.object({ code: z.literal("too-many-cells"), expected: z.number() }),
	z.object({ code: z.literal("too-few-cells"), expected: z.number() }),
	z.object({ code: z.literal("not-on-scale"), scale: z.array(z.string()) }),
	z.object({ code: z.literal("capacity-out-of-range"), most: z.number() }),
	z.object({
		code: z.literal("birth-year-impossible"),
		from: z.number(),
		to: z.number(),
	}),
	z.object({
		code: z.enum(["duplicate-email", "duplicate-employee-number"]),
		rows,
	}),
	z.object({
		code: z.literal("two-people"),
		byNumber: person,
		byEmail: person,
	}),
	z.object({ code: z.literal("same-person"), person, rows }),
	z.object({ code: z.literal("employee-number-changes"), from: z.string() }),
	z.object({ code: z.literal("manager-loop"), rows }),
	z.object({ code: z.literal("kept-own-words"), field: z.enum(FACT_KEYS) }),
]);

const details = z.record(z.string(), z.unknown());

/** A trouble as the database keeps it: its code in one column, the rest in another. */
export function readTrouble(code: string, detail: unknown): Trouble {
	return trouble.parse({ ...details.parse(detail), code });
}
