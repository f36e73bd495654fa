import { z } from "zod";
import type { AgreementText } from "../../domain/relationships/agreement.ts";

const AgreementBody = z.object({
	sections: z.array(
		z.object({ heading: z.string(), clauses: z.array(z.string()) }),
	),
});

/** A stored text, checked once more when it is read. */
export function readAgreement(body: unknown): AgreementText {
	return AgreementBody.parse(body);
}
