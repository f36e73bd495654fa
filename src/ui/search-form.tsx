import { Button } from "./button.tsx";
import { t } from "./text.ts";

/** A form that asks, not one that changes: the answer is an address that can be kept. Sends `search`. */
export function SearchForm({
	action,
	label,
	value,
}: {
	action: string;
	label: string;
	/** What is looked for; empty: nothing yet. */
	value: string;
}) {
	return (
		<form class="table-filters" method="get" action={action}>
			<div class="filter filter-search">
				<label for="search">{label}</label>
				<input
					class="input"
					type="search"
					id="search"
					name="search"
					value={value}
				/>
			</div>
			<Button weight="secondary">{t("Search")}</Button>
			{value !== "" && (
				<a class="clear" href={action}>
					{t("Show everything")}
				</a>
			)}
		</form>
	);
}
