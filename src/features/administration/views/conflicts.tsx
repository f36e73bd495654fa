import type { Reason } from "../../../domain/offices/conflicts.ts";
import { Section } from "../../../ui/section.tsx";
import { Status } from "../../../ui/status.tsx";
import { formatList, t } from "../../../ui/text.ts";

/** A conflict with the names of those concerned. */
export type NamedConflict =
	| {
			readonly kind: "audits-own";
			readonly name: string;
			readonly programs: readonly string[];
			readonly because: readonly Reason[];
			readonly others: readonly string[];
	  }
	| { readonly kind: "administers-alone"; readonly name: string };

/** Offices that should not meet in one person: shown, not forbidden, with who else could look. */
export function Conflicts({
	conflicts,
}: {
	conflicts: readonly NamedConflict[];
}) {
	if (conflicts.length === 0) return null;
	return (
		<Section
			id="conflicts"
			title={t("Where offices meet in one person")}
			lead={t(
				"Nobody should audit their own program alone. Nothing is forbidden here; it is only shown.",
			)}
		>
			<ul class="conflicts">
				{conflicts.map((conflict) => (
					<li>
						<Status kind="attention">{sentenceOf(conflict)}</Status>
						<p class="hint">{remedyOf(conflict)}</p>
					</li>
				))}
			</ul>
		</Section>
	);
}

function sentenceOf(conflict: NamedConflict): string {
	const { name } = conflict;
	return conflict.kind === "administers-alone"
		? t("{name} is the only administrator, and runs programs too.", { name })
		: t("{name} is analyst for {programs}, and {reasons} there.", {
				name,
				programs: formatList(conflict.programs),
				reasons: formatList(conflict.because.map(reasonWords)),
			});
}

function remedyOf(conflict: NamedConflict): string {
	if (conflict.kind === "administers-alone")
		return t(
			"Make a second person administrator, so that somebody outside the programs can grant and end offices.",
		);
	return conflict.others.length === 0
		? t(
				"Nobody else can look. Make someone analyst who has no part in it, or ask for an audit from outside.",
			)
		: t("{names} can look instead.", { names: formatList(conflict.others) });
}

function reasonWords(reason: Reason): string {
	switch (reason) {
		case "program-manager":
			return t("program manager");
		case "mentor":
			return t("mentor");
		case "mentee":
			return t("mentee");
	}
}
