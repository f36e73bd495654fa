import { z } from "zod";
import { readCharter } from "../programs/charter-text.ts";
import type { Plan } from "./made-up-program.ts";

const Stored = z.object({
	seed: z.number(),
	startsOn: z.string(),
	months: z.number(),
	charter: z.unknown(),
	organisationZone: z.string(),
	mentors: z.array(z.object({ zone: z.string(), capacity: z.number() })),
	mentees: z.array(z.object({ zone: z.string() })),
});

/** The plan as it is kept. */
export function readPlan(stored: unknown): Plan {
	const plan = Stored.parse(stored);
	return { ...plan, charter: readCharter(plan.charter) };
}

/** As many as wanted: those who are there first, then others in the same time zones in turn. */
export function asMany<Person extends { readonly zone: string }>(
	known: readonly Person[],
	wanted: number,
	otherwise: Person,
): readonly Person[] {
	const from = known.length === 0 ? [otherwise] : known;
	return Array.from(
		{ length: wanted },
		(_, place) => from[place % from.length] ?? otherwise,
	);
}
