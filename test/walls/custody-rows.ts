// What the catalogue alone does not make: a recovery key that all have accepted, a key of a relationship that both members agreed to and nobody
// holds yet, and an asking whose hours are over and to which a second custodian agreed.
import { idOf } from "./filled-database.ts";

const due = idOf("due opening");
const accepted = idOf("accepted recovery key");
const members = [idOf("subject"), idOf("partner")];
const fresh = { relationship_id: idOf("relationship"), epoch: 2 };

export function custodyRows(): readonly (readonly [
	table: string,
	row: Readonly<Record<string, unknown>>,
])[] {
	return [
		["recovery_key", { id: accepted, named_by: idOf("administrator") }],
		...["custodian", "second custodian"].map(
			(name) =>
				[
					"recovery_custodian",
					{
						recovery_key_id: accepted,
						custodian_id: idOf(name),
						accepted_at: "2020-01-02",
					},
				] as const,
		),
		[
			"recovery_custodian",
			{
				recovery_key_id: idOf("recovery_key"),
				custodian_id: idOf("second custodian"),
			},
		],
		["relationship_key", { ...fresh, made_by: idOf("subject") }],
		...members.map(
			(person_id) =>
				[
					"recovery_consent",
					{ ...fresh, recovery_key_id: accepted, person_id },
				] as const,
		),
		[
			"recovery_epoch",
			{
				...fresh,
				recovery_key_id: accepted,
				member_ids: members,
				granted_by: idOf("subject"),
			},
		],
		[
			"recovery_opening",
			{
				id: due,
				relationship_id: idOf("relationship"),
				epoch: 1,
				recovery_key_id: idOf("recovery_key"),
				member_ids: members,
				custodian_id: idOf("custodian"),
				// The hours are over, the fourteen days are not.
				asked_at: new Date(Date.now() - 4 * 86_400_000).toISOString(),
			},
		],
		...(
			[
				["agreed", "second custodian"],
				["peeled", "second custodian"],
				["read", "custodian"],
				["objected", "subject"],
			] as const
		).map(
			([act, person], place) =>
				[
					"recovery_step",
					{
						// The objection came before the second custodian agreed.
						id: act === "objected" ? 1 : 10 + place,
						opening_id: due,
						act,
						person_id: idOf(person),
					},
				] as const,
		),
		[
			"recovery_step",
			{
				id: 20,
				opening_id: idOf("recovery_opening"),
				act: "withdrawn",
				person_id: idOf("custodian"),
			},
		],
		[
			"recovery_copy",
			{
				relationship_id: idOf("relationship"),
				epoch: 1,
				peeler_id: idOf("second custodian"),
				reader_id: idOf("custodian"),
			},
		],
	];
}
