import { officeConflicts } from "../../domain/offices/conflicts.ts";
import type { Db } from "../../platform/database/database.ts";
import type { HeldOffice } from "./queries.ts";
import type { NamedConflict } from "./views/conflicts.tsx";

/**
 * Offices that meet in one person, as far as the visitor may know: who takes part in a program is shown to administrators for analysts alone,
 * to the program's own offices, and to oneself.
 */
export async function conflictsAmong(
	db: Db,
	held: readonly HeldOffice[],
	programs: readonly { readonly id: string; readonly name: string }[],
): Promise<readonly NamedConflict[]> {
	const present = held.filter(({ isToCome }) => !isToCome);
	const analysts = present.filter(({ office }) => office === "analyst");
	const takingPart =
		analysts.length === 0
			? []
			: await db
					.selectFrom("enrolment")
					.select(["person_id as person", "program_id as program", "side"])
					.where("status", "=", "enrolled")
					.where(
						"person_id",
						"in",
						analysts.map(({ person_id }) => person_id),
					)
					.execute();
	const conflicts = officeConflicts({
		held: present.map(({ person_id, office, program_id }) => ({
			person: person_id,
			office,
			program: program_id,
		})),
		takingPart,
		programs: programs.map(({ id }) => id),
	});
	const names = new Map([
		...held.map(
			(row) => [row.person_id, `${row.first_name} ${row.last_name}`] as const,
		),
		...programs.map(({ id, name }) => [id, name] as const),
	]);
	const named = (ids: readonly string[]) =>
		ids.map((id) => names.get(id) ?? "");
	return conflicts.map((conflict) =>
		conflict.kind === "administers-alone"
			? { kind: conflict.kind, name: names.get(conflict.person) ?? "" }
			: {
					kind: conflict.kind,
					name: names.get(conflict.person) ?? "",
					programs: named(conflict.programs),
					because: conflict.because,
					others: named(conflict.others),
				},
	);
}
