import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";

/** What explains opens beside the thing it explains: why this pair, how this was computed, who can read this. */
export function Disclosure({
	summary,
	isOpen = false,
	children,
}: {
	summary: string;
	isOpen?: boolean;
	children: ComponentChildren;
}) {
	return (
		<details class="disclosure" open={isOpen}>
			<summary>
				<Icon name="down" />
				{summary}
			</summary>
			<div class="disclosure-body">{children}</div>
		</details>
	);
}
