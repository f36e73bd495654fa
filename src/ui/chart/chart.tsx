// What every chart shares: a title, a one-sentence finding, the drawing, and the same figures as a table underneath. It is drawn twice, for wide
// and for narrow places, so that its letters have the size of the text around it in both; the style sheet shows one.
import type { ComponentChildren } from "preact";
import { t } from "../text.ts";

/** Said of every chart. */
export type ChartWords = {
	readonly title: string;
	/** What the reader should see in it, in one sentence with its n. */
	readonly finding: string;
	/** Source, date, method: under the drawing. */
	readonly note?: string | undefined;
};

export type ChartTable = {
	readonly columns: readonly string[];
	/** Formatted; the first cell names the row. */
	readonly rows: readonly (readonly string[])[];
};

export type Canvas = {
	readonly width: number;
	readonly isNarrow: boolean;
	/** Unlike any other on the page, for patterns. */
	readonly id: string;
};

export type Drawing = {
	readonly height: number;
	readonly marks: ComponentChildren;
};

const canvases: readonly Canvas[] = [
	{ width: 680, isNarrow: false, id: "wide" },
	{ width: 350, isNarrow: true, id: "narrow" },
];

export function Chart({
	words,
	table,
	draw,
	id,
}: {
	words: ChartWords;
	table: ChartTable;
	draw: (canvas: Canvas) => Drawing;
	id: string;
}) {
	return (
		<figure class="chart">
			<figcaption>
				<h3>{words.title}</h3>
				<p class="finding">{words.finding}</p>
			</figcaption>
			{canvases.map((canvas) => {
				const { height, marks } = draw({ ...canvas, id: `${id}-${canvas.id}` });
				return (
					<svg
						key={canvas.id}
						class={`drawing ${canvas.id}`}
						viewBox={`0 0 ${canvas.width} ${height}`}
						// An <img> could not take part in the page's colours and fonts.
						// oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
						role="img"
						aria-label={`${words.title}. ${words.finding}`}
					>
						<title>{`${words.title}. ${words.finding}`}</title>
						{marks}
					</svg>
				);
			})}
			{words.note && <p class="chart-note">{words.note}</p>}
			<Figures table={table} caption={words.title} />
		</figure>
	);
}

function Figures({ table, caption }: { table: ChartTable; caption: string }) {
	return (
		<details class="chart-figures">
			<summary>{t("The figures as a table")}</summary>
			<table class="table figures">
				<caption class="unseen">{caption}</caption>
				<thead>
					<tr>
						{table.columns.map((column, place) => (
							<th
								key={column}
								scope="col"
								class={place > 0 ? "number" : undefined}
							>
								{column}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{table.rows.map(([heading, ...cells], row) => (
						<tr key={row}>
							<th scope="row">{heading}</th>
							{cells.map((cell, place) => (
								<td key={place} class="number">
									{cell}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</details>
	);
}

/** Words over as many lines as they need; SVG does not wrap by itself. */
export function Lines({
	text,
	x,
	y,
	width,
	name,
	anchor = "start",
}: {
	text: string;
	x: number;
	/** The middle of all lines. */
	y: number;
	width: number;
	name: string;
	anchor?: "start" | "end";
}) {
	const lines = wrapped(text, Math.floor(width / letterWidth));
	const first = y - ((lines.length - 1) * lineHeight) / 2;
	return (
		<text class={name} text-anchor={anchor} dominant-baseline="central">
			{lines.map((line, place) => (
				<tspan key={place} x={x} y={first + place * lineHeight}>
					{line}
				</tspan>
			))}
		</text>
	);
}

export function linesNeeded(text: string, width: number): number {
	return wrapped(text, Math.floor(width / letterWidth)).length;
}

/** Inter at 13 units: generous for words, exact enough for lines. */
export const letterWidth = 7.1;
export const lineHeight = 17;

function wrapped(text: string, letters: number): readonly string[] {
	return text.split(" ").reduce<string[]>((lines, word) => {
		const last = lines.at(-1);
		return last !== undefined && last.length + 1 + word.length <= letters
			? [...lines.slice(0, -1), `${last} ${word}`]
			: [...lines, word];
	}, []);
}
