import { EmptyState } from "../../../ui/empty-state.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import type { Found } from "../queries/search.ts";
import { stepLine } from "./words.ts";

export function FoundLearning({
	search,
	found,
}: {
	search: string;
	found: readonly Found[];
}) {
	if (found.length === 0)
		return (
			<EmptyState title={t("Nothing has “{search}” in it", { search })}>
				{t(
					"Try another word, or a part of one. Every word you type is looked for.",
				)}
			</EmptyState>
		);
	return (
		<Section
			title={t(
				"{count, plural, one {One place has it} other {# places have it}}",
				{ count: found.length },
			)}
			layout="beside"
		>
			<ul class="curricula">
				{found.map((each) => (
					<li key={each.id}>
						<h3 lang={each.locale}>
							<a
								href={
									each.step === null
										? `/learning/${each.id}`
										: `/learning/steps/${each.id}`
								}
							>
								{each.title}
							</a>
						</h3>
						<p lang={each.locale}>{partly(each.excerpt)}</p>
						<p class="hint">
							{each.step === null ? (
								t("Curriculum")
							) : (
								<>
									{stepLine(each.step)}
									{" · "}
									<span lang={each.locale}>{each.curriculum}</span>
								</>
							)}
						</p>
					</li>
				))}
			</ul>
		</Section>
	);
}

/** An excerpt that begins or ends within a sentence says so. */
function partly(excerpt: string): string {
	const begins = /^\p{Ll}/u.test(excerpt) ? "… " : "";
	const ends = /[.!?…”“"]$/.test(excerpt) ? "" : " …";
	return `${begins}${excerpt.replace(/[,;:–-]$/, "")}${ends}`;
}
