// Parts of a page that an island shows when their hour has come. Without it none of them shows but what stands in `noscript`.
import type { ComponentChildren } from "preact";

/** Shown while the island around it is in one of these states. */
export function When({
	is,
	children,
}: {
	/** One state or several, with spaces between. */
	is: string;
	children: ComponentChildren;
}) {
	return (
		<div data-when={is} hidden>
			{children}
		</div>
	);
}

/** A button of an island: it does what its name says, there and then, and sends nothing by itself. */
export function IslandButton({
	does,
	weight = "secondary",
	children,
}: {
	does: string;
	weight?: "primary" | "secondary" | "quiet" | "danger";
	children: ComponentChildren;
}) {
	return (
		<button type="button" class={`button ${weight}`} data-does={does}>
			{children}
		</button>
	);
}
