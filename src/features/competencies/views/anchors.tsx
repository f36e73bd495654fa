import {
	anchorAt,
	type Competency,
	type Level,
	levels,
} from "../../../domain/competencies/catalogue.ts";
import { DescriptionList } from "../../../ui/description-list.tsx";
import { levelLabel } from "../level-name.ts";

/** What can be observed at each of the five levels. */
export function Anchors({
	competency,
	only = levels,
}: {
	competency: Competency;
	only?: readonly Level[];
}) {
	return (
		<DescriptionList
			items={only.map((level) => ({
				term: levelLabel(level),
				text: anchorAt(competency, level),
			}))}
		/>
	);
}
