import type { ComponentChildren } from "preact";

export type Happening = {
	/** Formatted: "17 March 2026", "yesterday". */
	readonly when: string;
	readonly title: ComponentChildren;
	readonly text?: ComponentChildren;
	readonly isAhead?: boolean;
};

export function Timeline({ happenings }: { happenings: readonly Happening[] }) {
	return (
		<ol class="timeline">
			{happenings.map((each, place) => (
				<li key={place} class={each.isAhead ? "ahead" : undefined}>
					<p class="when">{each.when}</p>
					<div>
						<p class="what">{each.title}</p>
						{each.text && <div class="hint">{each.text}</div>}
					</div>
				</li>
			))}
		</ol>
	);
}
