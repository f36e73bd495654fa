import { readLevel } from "../../../domain/competencies/catalogue.ts";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { t } from "../../../ui/text.ts";
import { levelLabel } from "../../competencies/level-name.ts";
import type { ShownSkill } from "../queries/person.ts";

/** Competencies with a level each; what the level means opens beside it. */
export function SkillList({ skills }: { skills: readonly ShownSkill[] }) {
	return (
		<ul class="skills">
			{skills.map(({ id, name, anchors, level }) => (
				<li key={id}>
					<Disclosure summary={skillSummary(name, level)}>
						<p>{anchors[level - 1]}</p>
						<p>
							<a href={`/competencies/${id}`}>{t("All five levels")}</a>
						</p>
					</Disclosure>
				</li>
			))}
		</ul>
	);
}

/** "Strategy · Level 3: Does it alone" */
export function skillSummary(name: string, level: number | undefined): string {
	const known = readLevel(String(level ?? ""));
	return known !== undefined ? `${name} · ${levelLabel(known)}` : name;
}
