import { formatNumber, t } from "../../../ui/text.ts";
import type { Recruiting } from "../recruiting.ts";
import { formatPoints } from "../sentences.ts";

/** Whom to recruit: the competencies of which one more mentor would help most, whoever it is. */
export function RecruitingSide({
	recruiting,
	competency,
}: {
	recruiting: readonly Recruiting[];
	competency: (key: string) => string;
}) {
	if (recruiting.length === 0) return null;
	return (
		<section class="side-part" aria-labelledby="recruit">
			<h2 id="recruit">{t("Whom to recruit")}</h2>
			<p class="hint">
				{t(
					"One more place at a mentor who offers this would most often give one more mentee somebody:",
				)}
			</p>
			<ul class="recruiting">
				{recruiting.map(({ competency: key, mentors, helping, points }) => (
					<li key={key}>
						<strong>{competency(key)}</strong>{" "}
						<span>
							{t(
								"at {helping} of the {mentors, plural, one {one mentor} other {# mentors}} who offer it; {points} points on average",
								{
									helping: formatNumber(helping),
									mentors,
									points: formatPoints(Math.round(points / 100_000) * 100_000),
								},
							)}
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}
