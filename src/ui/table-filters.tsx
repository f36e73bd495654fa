import { Button } from "./button.tsx";
import type { Choice } from "./choices.tsx";
import { Icon } from "./icon.tsx";
import {
	carriedParameters,
	clearedHref,
	isFiltered,
	pathOf,
	type TableState,
} from "./table-state.ts";
import { t } from "./text.ts";

export type Filter =
	| { readonly kind: "search"; readonly label: string }
	| {
			readonly kind: "choice";
			readonly name: string;
			readonly label: string;
			/** What stands for no filter: "All functions". */
			readonly all: string;
			readonly choices: readonly Choice[];
	  }
	| {
			/** A long list of choices under headings. */
			readonly kind: "groups";
			readonly name: string;
			readonly label: string;
			readonly all: string;
			readonly groups: readonly {
				readonly label: string;
				readonly choices: readonly Choice[];
			}[];
	  }
	| { readonly kind: "day"; readonly name: string; readonly label: string };

/** Filters are a form that asks, not one that changes: its answers end up in the address. */
export function TableFilters({
	state,
	filters,
}: {
	state: TableState;
	filters: readonly Filter[];
}) {
	const fields = filters.map((each) =>
		each.kind === "search" ? "search" : each.name,
	);
	return (
		<form class="table-filters" method="get" action={pathOf(state.path)}>
			{carriedParameters(state, fields).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			{filters.map((filter) => (
				<FilterField key={filter.label} state={state} filter={filter} />
			))}
			<Button weight="secondary">{t("Show")}</Button>
			{isFiltered(state) && (
				<a class="clear" href={clearedHref(state)}>
					{t("Show everything")}
				</a>
			)}
		</form>
	);
}

function FilterField({ state, filter }: { state: TableState; filter: Filter }) {
	const name =
		state.prefix + (filter.kind === "search" ? "search" : filter.name);
	const id = `filter-${name}`;
	return (
		<div class={`filter filter-${filter.kind}`}>
			<label for={id}>{filter.label}</label>
			{filter.kind === "search" ? (
				<input
					class="input"
					type="search"
					id={id}
					name={name}
					value={state.search}
				/>
			) : filter.kind === "day" ? (
				<input
					class="input"
					type="date"
					id={id}
					name={name}
					value={state.filters[filter.name]}
				/>
			) : (
				<span class="select">
					<select class="input" id={id} name={name}>
						<option value="">{filter.all}</option>
						{filter.kind === "groups" ? (
							filter.groups.map(({ label, choices }) => (
								<optgroup key={label} label={label}>
									<Options
										choices={choices}
										chosen={state.filters[filter.name]}
									/>
								</optgroup>
							))
						) : (
							<Options
								choices={filter.choices}
								chosen={state.filters[filter.name]}
							/>
						)}
					</select>
					<Icon name="down" />
				</span>
			)}
		</div>
	);
}

function Options({
	choices,
	chosen,
}: {
	choices: readonly Choice[];
	chosen: string | undefined;
}) {
	return (
		<>
			{choices.map((choice) => (
				<option
					key={choice.value}
					value={choice.value}
					selected={chosen === choice.value}
				>
					{choice.label}
				</option>
			))}
		</>
	);
}
