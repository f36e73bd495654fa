// The passes over pairs that a solve on large cohorts asks for, as data: whoever runs it scores ranges of mentees here or on other threads, as
// many and as large as it likes. The answers together say the same however the ranges were cut.
import type { CompiledPolicy } from "./compiled-policy.ts";
import type { CoverOrder } from "./kernel/pair-cover.ts";
import { coverLists } from "./kernel/pair-cover.ts";
import type { IndexAnswer, IndexOrder } from "./kernel/pair-index.ts";
import { listsByIndex } from "./kernel/pair-index.ts";
import type {
	ListedPairs,
	ListOrder,
	PersonHashes,
} from "./kernel/pair-lists.ts";
import { bestOfBothSides } from "./kernel/pair-lists.ts";
import type { PricingAnswer, PricingOrder } from "./kernel/pair-pricing.ts";
import { pricePairs } from "./kernel/pair-pricing.ts";
import { createRowScorer } from "./kernel/pair-scoring.ts";

type Range = "from" | "to";

/** What is to be found out about all pairs. Plain data. */
export type Pass =
	| {
			readonly kind: "lists";
			readonly hashes: PersonHashes;
			readonly order: Omit<ListOrder, Range>;
	  }
	| { readonly kind: "prices"; readonly order: Omit<PricingOrder, Range> }
	| {
			readonly kind: "index";
			readonly hashes: PersonHashes;
			readonly order: Omit<IndexOrder, Range>;
	  }
	| {
			readonly kind: "cover";
			readonly hashes: PersonHashes;
			readonly order: Omit<CoverOrder, Range>;
	  };

/** What a range of mentees says. Plain data. */
export type PassAnswer =
	| {
			readonly kind: "lists";
			readonly ofMentees: ListedPairs;
			readonly ofMentors: ListedPairs;
	  }
	| ({ readonly kind: "prices" } & PricingAnswer)
	| ({ readonly kind: "index" } & IndexAnswer)
	| { readonly kind: "cover"; readonly ofMentors: ListedPairs };

/** Answers a pass for mentees `from` up to `to`. */
export type AnswerPass = (pass: Pass, from: number, to: number) => PassAnswer;

export function answering({
	tables,
	general,
}: Pick<CompiledPolicy, "tables" | "general">): AnswerPass {
	const scoreRow = createRowScorer(tables, general);
	const { mentors } = tables;
	return (pass, from, to) => {
		switch (pass.kind) {
			case "lists": {
				const order = { ...pass.order, from, to };
				const { hashes } = pass;
				return {
					kind: "lists",
					...bestOfBothSides(scoreRow, mentors, hashes, order),
				};
			}
			case "prices": {
				const order = { ...pass.order, from, to };
				return { kind: "prices", ...pricePairs(scoreRow, mentors, order) };
			}
			case "index": {
				const order = { ...pass.order, from, to };
				const { hashes } = pass;
				return {
					kind: "index",
					...listsByIndex(tables, general, hashes, order),
				};
			}
			case "cover": {
				const order = { ...pass.order, from, to };
				const { hashes } = pass;
				const ofMentors = coverLists(tables, general, hashes, order);
				return { kind: "cover", ofMentors };
			}
		}
	};
}
