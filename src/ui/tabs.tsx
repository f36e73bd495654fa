import { formatNumber } from "./text.ts";

export type Tab = {
	readonly label: string;
	readonly href: string;
	readonly current: boolean;
	readonly count?: number | undefined;
};

/** Parts of one thing, each a page with an address of its own. */
export function Tabs({
	label,
	tabs,
	isUnder = false,
}: {
	label: string;
	tabs: readonly Tab[];
	/** Parts of the tab that is open in the row above. */
	isUnder?: boolean;
}) {
	return (
		<nav class={isUnder ? "tabs under" : "tabs"} aria-label={label}>
			<ul>
				{tabs.map((tab) => (
					<li key={tab.href}>
						<a href={tab.href} aria-current={tab.current ? "page" : undefined}>
							{tab.label}
							{tab.count !== undefined && (
								<span class="tab-count">{formatNumber(tab.count)}</span>
							)}
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}
