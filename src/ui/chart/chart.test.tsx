import assert from "node:assert/strict";
import { test } from "node:test";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { formatNumber, formatPercent } from "../text.ts";
import { BarChart } from "./bar-chart.tsx";
import { DotPlot } from "./dot-plot.tsx";
import { Histogram } from "./histogram.tsx";
import { letterWidth } from "./chart.tsx";
import { LineChart } from "./line-chart.tsx";

const words = { title: "How often", finding: "More than before (n = 12)." };

const charts: readonly { name: string; chart: VNode; figures: string[] }[] = [
	{
		name: "bars",
		chart: (
			<BarChart
				{...words}
				columns={["Part", "Points"]}
				format={(value) => formatNumber(value, 1)}
				bars={[
					{ label: "Seeks", value: 34 },
					{ label: "Distance", value: -2.5, group: 2 },
				]}
			/>
		),
		figures: ["34.0", "-2.5"],
	},
	{
		name: "dots with intervals",
		chart: (
			<DotPlot
				{...words}
				columns={["Group", "Share"]}
				format={(value) => formatPercent(value)}
				dots={[
					{ label: "Women", value: 0.82, low: 0.69, high: 0.9, n: 48 },
					{ label: "Men", value: 0.8, low: 0.68, high: 0.88, n: 55, group: 2 },
				]}
			/>
		),
		figures: ["82%", "69%", "90%", "48", "80%", "68%", "88%", "55"],
	},
	{
		name: "lines",
		chart: (
			<LineChart
				{...words}
				column="Quarter"
				periods={["Q1", "Q2", "Q3"]}
				format={(value) => formatNumber(value)}
				series={[
					{ label: "Pairs", values: [38, null, 1441] },
					{ label: "Circles", values: [8, 9, 7] },
				]}
			/>
		),
		figures: ["38", "8", "–", "9", "1,441", "7"],
	},
	{
		name: "a histogram",
		chart: (
			<Histogram
				{...words}
				columns={["Score", "Pairs"]}
				edges={[0, 10, 20, 30]}
				values={[0, 9.9, 10, 25, 30]}
				format={(value) => formatNumber(value)}
			/>
		),
		figures: ["2", "1", "2"],
	},
];

for (const { name, chart, figures } of charts) {
	const page = renderToString(chart);
	test(`${name}: the table underneath holds the same figures`, () => {
		const cells = [...page.matchAll(/<td[^>]*>([^<]*)<\/td>/g)];
		assert.deepEqual(
			cells.map(([, text]) => text),
			figures,
		);
	});

	test(`${name}: both drawings say title and finding, and none has a broken number or a style`, () => {
		assert.equal(page.match(/<svg/g)?.length, 2);
		assert.equal(
			page.match(/<title>How often\. More than before \(n = 12\)\.<\/title>/g)
				?.length,
			2,
		);
		assert.doesNotMatch(page, /NaN|Infinity|undefined| style=/);
	});

	test(`${name}: every id in it is there once`, () => {
		const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
		assert.equal(new Set(ids).size, ids.length);
	});
}

test("bars and dots carry their figures in the drawing too", () => {
	for (const { chart, figures } of charts.slice(0, 2)) {
		const drawing = renderToString(chart).split("<details")[0] ?? "";
		for (const figure of figures) assert.ok(drawing.includes(figure), figure);
	}
});

test("the names of a year of weeks never run into each other, nor out of their drawing", () => {
	for (const count of [2, 3, 12, 26, 53, 104]) {
		const periods = Array.from(
			{ length: count },
			(_, place) => `${10 + (place % 9)} September ${2026 + place}`,
		);
		const page = renderToString(
			<LineChart
				title="Mails"
				finding="Many."
				column="Week from"
				periods={periods}
				series={[{ label: "Reminders", values: periods.map(() => 80) }]}
				format={(value) => formatNumber(value)}
			/>,
		);
		for (const drawing of page.split("<svg").slice(1)) {
			const [picture = ""] = drawing.split("</svg>");
			const names = [
				...picture.matchAll(
					/x="([\d.]+)"[^>]*text-anchor="(start|middle)"[^>]*>(\d+ September \d+)</g,
				),
			].map(([, x, anchor, name = ""]) => {
				const width = name.length * letterWidth;
				const from = Number(x) - (anchor === "middle" ? width / 2 : 0);
				return { from, to: from + width };
			});
			assert.ok(names.length > 0, String(count));
			for (const [place, { from }] of names.entries())
				assert.ok(from >= (names[place - 1]?.to ?? 0), String(count));
		}
	}
});
