import type { Charter } from "../programs/charter.ts";
import type { Rule } from "../programs/rule.ts";
import type { PolicyDocument } from "../programs/template-policies.ts";
import type { TemplateKey } from "../programs/template.ts";

/** People are named by employee number throughout; days are ISO. */
export type DemonstrationProgram = {
	readonly key: "long-view" | "next-watch";
	readonly name: string;
	readonly template: TemplateKey;
	readonly kind: "one-to-one";
	readonly status: "running" | "open";
	readonly charter: Charter;
	readonly eligibility: { readonly mentor: Rule; readonly mentee: Rule };
	readonly policy: PolicyDocument;
	readonly createdOn: string;
	readonly openedOn: string;
	readonly enrolments: readonly Enrolment[];
	readonly relationships: readonly Relationship[];
	/** In order of preference. */
	readonly wishes: readonly {
		readonly person: string;
		readonly wished: string;
	}[];
	readonly blocked: readonly {
		readonly person: string;
		readonly other: string;
	}[];
};

export type Enrolment = {
	readonly person: string;
	readonly side: "mentor" | "mentee";
	readonly status:
		| "invited"
		| "applied"
		| "nominated"
		| "enrolled"
		| "waiting"
		| "declined"
		| "not-admitted"
		| "withdrawn"
		| "left";
	readonly how: "invitation" | "application" | "nomination";
	/** For a mentor how many mentees, for a mentee how many mentors. */
	readonly capacity: number;
	readonly pausedUntil: string | undefined;
	readonly enteredBy: string;
	readonly enteredOn: string;
	readonly answeredOn: string | undefined;
	readonly isLate: boolean;
	/** By whom and why; admitted, if at all, on the day of the answer. */
	readonly nomination:
		| { readonly by: string; readonly reason: string }
		| undefined;
};

export type Relationship = {
	readonly mentor: string;
	readonly mentee: string;
	readonly began: string;
	/** From this day on neither says or writes anything; where they let go they also take what is booked out of their calendars. */
	readonly quiet:
		| { readonly from: string; readonly lettingGo: boolean }
		| undefined;
	/** An ending has a day and no reason: one of them said so, or left the organisation. */
	readonly ended: Ended | undefined;
};

export type Ended = {
	readonly on: string;
	readonly how: "said" | "left";
	readonly by: "mentor" | "mentee";
};
