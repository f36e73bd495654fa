import { z } from "zod";

const OneMorePlace = z.object({
	change: z.object({ kind: z.literal("one-more-place"), partner: z.string() }),
});

/** The mentor at whom one more place would help somebody, as the reason is kept. */
export function nearestMentor(reason: unknown): string | undefined {
	return OneMorePlace.safeParse(reason).data?.change.partner;
}
