import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";
import { Pager } from "./pager.tsx";
import { type Filter, TableFilters } from "./table-filters.tsx";
import {
	clearedHref,
	isFiltered,
	sortHref,
	type TableState,
} from "./table-state.ts";
import { t } from "./text.ts";

export type Column<Row, Key extends string = string> = {
	readonly key: Key;
	readonly label: string;
	readonly cell: (row: Row) => ComponentChildren;
	/** number: right, figures of one width. action: buttons at the end of the row, whose heading is only heard. */
	readonly kind?: "text" | "number" | "date" | "action";
	/** Names the row; the first column does unless another says so. */
	readonly isHeading?: boolean;
	readonly isSortable?: boolean;
};

type TableProps<Row, Key extends string> = {
	/** What the table shows, in words: "Mentors of the spring cohort". */
	caption: string;
	/** When a heading right above already says the same. */
	captionUnseen?: boolean;
	columns: readonly Column<Row, Key>[];
	rows: readonly Row[];
	rowKey: (row: Row) => string;
	/** Without it the table neither sorts nor turns pages. */
	state?: TableState<Key>;
	/** Rows on all pages together. */
	total?: number;
	filters?: readonly Filter[];
	/** What stands here while nothing exists; an EmptyState. */
	empty?: ComponentChildren;
	/** A checkbox in front of each row, sent with the form of that id. The form stands beside the table: forms cannot stand in each other. */
	choose?: {
		readonly form: string;
		readonly name: string;
		readonly value: (row: Row) => string;
		readonly label: (row: Row) => string;
		readonly isChosen?: (row: Row) => boolean;
	};
	/** The row that sums up, given as cells in the order of the columns. */
	foot?: readonly ComponentChildren[];
};

export function Table<Row, Key extends string>(props: TableProps<Row, Key>) {
	const { state, rows } = props;
	const nothing = rows.length === 0;
	return (
		<div class="table-frame">
			{state && props.filters && (!nothing || isFiltered(state)) && (
				<TableFilters state={state} filters={props.filters} />
			)}
			{nothing ? <NoRows props={props} /> : <Grid props={props} />}
			{state && props.total !== undefined && !nothing && (
				<Pager state={state} total={props.total} />
			)}
		</div>
	);
}

function Grid<Row, Key extends string>({
	props,
}: {
	props: TableProps<Row, Key>;
}) {
	return (
		<table class="table">
			<caption class={props.captionUnseen ? "unseen" : undefined}>
				{props.caption}
			</caption>
			<thead>
				<tr>
					{props.choose && (
						<td class="choose">
							<span class="unseen">{t("Choose")}</span>
						</td>
					)}
					{props.columns.map((column) => (
						<Heading key={column.key} column={column} state={props.state} />
					))}
				</tr>
			</thead>
			<tbody>
				{props.rows.map((row) => (
					<Line key={props.rowKey(row)} row={row} props={props} />
				))}
			</tbody>
			{props.foot && (
				<tfoot>
					<tr>
						{props.foot.map((cell, place) =>
							place === 0 ? (
								<th key={place} scope="row" colSpan={props.choose ? 2 : 1}>
									{cell}
								</th>
							) : (
								<td
									key={place}
									class={props.columns[place]?.kind}
									data-label={props.columns[place]?.label}
								>
									{cell}
								</td>
							),
						)}
					</tr>
				</tfoot>
			)}
		</table>
	);
}

function Heading<Row, Key extends string>({
	column,
	state,
}: {
	column: Column<Row, Key>;
	state: TableState<Key> | undefined;
}) {
	if (column.kind === "action")
		return (
			<td class="action">
				<span class="unseen">{column.label}</span>
			</td>
		);
	if (!state || !column.isSortable)
		return (
			<th scope="col" class={column.kind}>
				{column.label}
			</th>
		);
	const direction =
		state.sort.key === column.key ? state.sort.direction : undefined;
	return (
		<th scope="col" class={column.kind} aria-sort={direction}>
			<a class="sort" href={sortHref(state, column.key)}>
				{column.label}
				{direction && <Icon name={direction === "ascending" ? "up" : "down"} />}
			</a>
		</th>
	);
}

function Line<Row, Key extends string>({
	row,
	props,
}: {
	row: Row;
	props: TableProps<Row, Key>;
}) {
	const { choose, columns } = props;
	const named = columns.findIndex((column) => column.isHeading);
	return (
		<tr>
			{choose && (
				<td class="choose">
					<input
						type="checkbox"
						form={choose.form}
						name={choose.name}
						value={choose.value(row)}
						checked={choose.isChosen?.(row)}
						aria-label={choose.label(row)}
					/>
				</td>
			)}
			{columns.map((column, place) =>
				place === Math.max(0, named) ? (
					<th key={column.key} scope="row">
						{column.cell(row)}
					</th>
				) : (
					<td key={column.key} class={column.kind} data-label={column.label}>
						{column.cell(row)}
					</td>
				),
			)}
		</tr>
	);
}

function NoRows<Row, Key extends string>({
	props,
}: {
	props: TableProps<Row, Key>;
}) {
	const { state } = props;
	if (state && (isFiltered(state) || state.page > 1))
		return (
			<p class="no-rows">
				{t("Nothing here matches.")}{" "}
				<a href={clearedHref(state)}>{t("Show everything")}</a>
			</p>
		);
	return <>{props.empty ?? <p class="no-rows">{t("Nothing yet.")}</p>}</>;
}
