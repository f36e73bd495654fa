import type { ComponentChildren } from "preact";
import { useIsland } from "./frame.ts";
import { Icon } from "./icon.tsx";

/** Actions that are needed seldom. Links and ButtonForms of weight quiet go in it, each one an entry. */
export function Menu({
	label,
	entries,
}: {
	label: string;
	entries: readonly ComponentChildren[];
}) {
	useIsland("menu");
	return (
		<details class="menu">
			<summary class="button secondary">
				{label}
				<Icon name="down" />
			</summary>
			<ul class="menu-list">
				{entries.map((entry, place) => (
					<li key={place}>{entry}</li>
				))}
			</ul>
		</details>
	);
}
