import type { ComponentChildren } from "preact";

/** Empty pages teach: what will be here, who makes it happen, the one button that starts it. */
export function EmptyState({
	title,
	children,
	action,
}: {
	title: string;
	children: ComponentChildren;
	action?: ComponentChildren;
}) {
	return (
		<div class="empty-state">
			<p class="empty-title">{title}</p>
			<p>{children}</p>
			{action}
		</div>
	);
}
