import { Icon } from "../../../ui/icon.tsx";
import { formatNumber, t } from "../../../ui/text.ts";
import type { LearningStep } from "../queries/curricula.ts";

/** A step's file, to keep: its name and how large it is. */
export function FileLink({
	step,
	file: { name, bytes },
}: {
	step: string;
	file: NonNullable<LearningStep["file"]>;
}) {
	return (
		<a class="file-link" href={`/learning/steps/${step}/file`} download>
			<Icon name="file" />
			{name}{" "}
			<span class="hint">
				{t("{size} MB", {
					size: formatNumber(Math.max(0.1, bytes / 1_048_576), 1),
				})}
			</span>
		</a>
	);
}
