import type { Change } from "./change.ts";
import type { EnrolledSide, KnownPerson } from "./known-person.ts";
import type { PersonRow } from "./person-row.ts";
import type { Side } from "./read-value.ts";
import type { Trouble } from "./row-problem.ts";

export interface EnrolmentPlan {
	readonly changes: readonly (Change & { readonly about: "enrolment" })[];
	readonly troubles: readonly Trouble[];
}

/**
 * How a row enrols someone (null: someone new) into the import's program. For "both", the capacity is the mentor's. A side the row does not
 * name is left as it is, and who declined or left is not enrolled again.
 */
export function planEnrolment(
	person: KnownPerson | null,
	row: PersonRow,
): EnrolmentPlan {
	const { side, capacity } = row.enrolment;
	const enrolled = person?.enrolments ?? {};
	const sides = side ? sidesOf(side) : enrolledSides(enrolled);
	const saysMore = (capacity ?? null) !== null;
	if (sides.length === 0) {
		return {
			changes: [],
			troubles: saysMore ? [{ code: "side-missing" }] : [],
		};
	}
	const changes: (Change & { about: "enrolment" })[] = [];
	const troubles: Trouble[] = [];
	for (const each of sides) {
		const known = enrolled[each];
		if (known?.isEnded) {
			troubles.push({ code: "enrolment-ended" });
			continue;
		}
		const from = known?.capacity ?? null;
		const counts = sides.length === 1 || each === "mentor";
		const to = (counts ? capacity : null) ?? from ?? 1;
		if (from !== to) changes.push({ about: "enrolment", side: each, from, to });
	}
	return { changes, troubles };
}

function sidesOf(side: Side): readonly EnrolledSide[] {
	return side === "both" ? ["mentor", "mentee"] : [side];
}

function enrolledSides(
	enrolled: KnownPerson["enrolments"],
): readonly EnrolledSide[] {
	return (["mentor", "mentee"] as const).filter(
		(side) => enrolled[side] !== undefined && !enrolled[side].isEnded,
	);
}
