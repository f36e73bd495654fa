// What the catalogue cannot know: rows and changes that some policies are about, and no others meet.
import { idOf } from "./filled-database.ts";

type Row = Readonly<Record<string, unknown>>;

/** Rows beside those that are made from the catalogue. */
export function particularRows(): readonly (readonly [
	table: string,
	row: Row,
])[] {
	return [
		// Whoever stands among the members of a relationship has a row of their own, too.
		...[
			["relationship", "partner", "mentor"],
			["open relationship", "subject", "mentee"],
			["open relationship", "partner", "mentor"],
		].map(
			([relationship = "", person = "", side]) =>
				[
					"relationship_member",
					{
						relationship_id: idOf(relationship),
						person_id: idOf(person),
						side,
					},
				] as const,
		),
		// A seat in a circle is asked for without an answer.
		[
			"circle_seat",
			{
				circle_id: idOf("another circle"),
				person_id: idOf("somebody"),
				program_id: idOf("program"),
				side: "peer",
				answer: null,
			},
		],
		// Whoever mentors in a program hosts a roundtable there; and another's table, which is not theirs to call off.
		[
			"enrolment",
			{
				id: idOf("enrolment of the host"),
				program_id: idOf("program"),
				person_id: idOf("subject"),
				side: "mentor",
				status: "enrolled",
			},
		],
		[
			"roundtable",
			{
				id: idOf("another table"),
				program_id: idOf("program"),
				host_id: idOf("partner"),
				topic: "x",
				starts_at: "2020-01-01",
				ends_at: "2020-01-02",
				zone: "UTC",
				seats: 3,
			},
		],
		// Somebody to whom a concern can be taken is in the directory and has not left.
		["person", { id: idOf("ombudsperson"), first_name: "x", last_name: "x" }],
		// An analyst who takes part in a program: a conflict that those who grant offices see.
		[
			"enrolment",
			{
				id: idOf("enrolment of the analyst"),
				program_id: idOf("program"),
				person_id: idOf("analyst"),
				status: "enrolled",
			},
		],
		// Today's delegate, and a cadence that a member chose while the relationship runs.
		[
			"delegation",
			{
				id: idOf("delegation of today"),
				person_id: idOf("subject"),
				delegate_id: idOf("delegate"),
				from_on: "2020-01-01",
				until_on: "9999-01-01",
			},
		],
		[
			"cadence",
			{
				relationship_id: idOf("open relationship"),
				chosen_by: idOf("subject"),
			},
		],
		// Help that was asked for and nobody has taken on.
		[
			"referral",
			{
				id: idOf("open referral"),
				relationship_id: idOf("open relationship"),
				person_id: idOf("subject"),
				facilitator_id: null,
				taken_at: null,
				shared_at: null,
				closed_at: null,
			},
		],
	];
}

/** Changes that a policy lets through only as a whole, by the letter that stands for them in row-rights.ts. */
export const particularChanges: Readonly<
	Record<string, Readonly<Record<string, string>>>
> = {
	// Makes it one's own.
	concern: { t: "ombudsperson_id = acting_person()" },
	// Answers it; withdraws it.
	correction_request: {
		t: "answered_by = acting_person()",
		w: "outcome = 'withdrawn', answered_by = null",
	},
	erasure_request: {
		t: "answered_by = acting_person()",
		w: "outcome = 'withdrawn', answered_by = null",
	},
};
