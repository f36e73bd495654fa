import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { t } from "../../../ui/text.ts";
import type { Wanted } from "../board-layout.ts";

export function BoardFilters({
	base,
	wanted,
	functions,
	isPublished,
}: {
	base: string;
	wanted: Wanted;
	functions: readonly string[];
	isPublished: boolean;
}) {
	const shown: readonly (readonly [Wanted["shown"], string])[] = [
		["all", t("All pairs")],
		["weak", t("The weakest tenth")],
		...(isPublished
			? [["waiting", t("Still asked")] as const]
			: [
					["pinned", t("Pinned")] as const,
					["changed", t("Changed since the last run")] as const,
				]),
		["free", t("Mentors with a free place")],
	];
	const isFiltered =
		wanted.search !== "" ||
		wanted.function !== "" ||
		wanted.shown !== "all" ||
		wanted.order !== "groups";
	return (
		<form class="table-filters" method="get" action={base}>
			<div class="filter filter-search">
				<label for="board-search">{t("Name or title")}</label>
				<input
					class="input"
					type="search"
					id="board-search"
					name="search"
					value={wanted.search}
				/>
			</div>
			<Choice
				id="function"
				label={t("Mentor’s function")}
				value={wanted.function}
				choices={[
					["", t("All functions")],
					...functions.map((name) => [name, name] as const),
				]}
			/>
			<Choice
				id="show"
				label={t("Show")}
				value={wanted.shown}
				choices={shown}
			/>
			<Choice
				id="order"
				label={t("Order")}
				value={wanted.order}
				choices={[
					["groups", t("By function, strongest first")],
					["weakest", t("Weakest first")],
				]}
			/>
			<Button weight="secondary">{t("Show")}</Button>
			{isFiltered && (
				<a class="clear" href={base}>
					{t("Show everything")}
				</a>
			)}
		</form>
	);
}

function Choice({
	id,
	label,
	value,
	choices,
}: {
	id: string;
	label: string;
	value: string;
	choices: readonly (readonly [string, string])[];
}) {
	return (
		<div class="filter">
			<label for={`board-${id}`}>{label}</label>
			<span class="select">
				<select class="input" id={`board-${id}`} name={id}>
					{choices.map(([key, words]) => (
						<option key={key} value={key} selected={key === value}>
							{words}
						</option>
					))}
				</select>
				<Icon name="down" />
			</span>
		</div>
	);
}
