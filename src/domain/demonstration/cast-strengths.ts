import type { CastRole } from "./cast.ts";
import type { Strength } from "./person.ts";

/** What those of the cast who are to be paired bring and look for. */
export const castStrengths: Readonly<
	Partial<
		Record<
			CastRole,
			{
				readonly offers: readonly Strength[];
				readonly seeks: readonly Strength[];
			}
		>
	>
> = {
	mentor: {
		offers: [
			{ competency: "deciding-on-incomplete-facts", level: 5 },
			{ competency: "carrying-risk", level: 5 },
			{ competency: "inviting-dissent", level: 4 },
			{ competency: "developing-successors", level: 4 },
		],
		seeks: [
			{ competency: "judging-technology", level: 4 },
			{ competency: "working-across-differences", level: 4 },
		],
	},
	"second-mentor": {
		offers: [
			{ competency: "negotiating", level: 5 },
			{ competency: "partnering-with-clients", level: 5 },
			{ competency: "speaking-for-the-organisation", level: 4 },
			{ competency: "thinking-for-the-whole", level: 4 },
		],
		seeks: [
			{ competency: "allocating-capital", level: 4 },
			{ competency: "making-operations-last", level: 3 },
		],
	},
	mentee: {
		offers: [
			{ competency: "judging-technology", level: 4 },
			{ competency: "framing-the-problem", level: 3 },
		],
		seeks: [
			{ competency: "negotiating", level: 4 },
			{ competency: "speaking-for-the-organisation", level: 4 },
			{ competency: "thinking-for-the-whole", level: 4 },
		],
	},
	"second-mentee": {
		offers: [
			{ competency: "leading-through-crisis", level: 3 },
			{ competency: "strategy-into-work", level: 4 },
		],
		seeks: [
			{ competency: "deciding-on-incomplete-facts", level: 4 },
			{ competency: "carrying-risk", level: 4 },
			{ competency: "working-with-boards", level: 3 },
		],
	},
};
