import { BarChart } from "../../../ui/chart/bar-chart.tsx";
import { DotPlot } from "../../../ui/chart/dot-plot.tsx";
import { Histogram } from "../../../ui/chart/histogram.tsx";
import { LineChart } from "../../../ui/chart/line-chart.tsx";
import { Columns, Section } from "../../../ui/section.tsx";
import { formatNumber, formatPercent, t } from "../../../ui/text.ts";

const scores = [
	41, 44, 52, 55, 57, 58, 61, 61, 63, 64, 66, 67, 68, 68, 69, 71, 72, 72, 73,
	74, 75, 76, 77, 78, 78, 79, 81, 83, 84, 86, 91,
];

export function ChartSpecimens() {
	return (
		<Section
			title={t("Charts")}
			id="charts"
			lead="Drawn on the server, read without hovering, printed in grey. The figures stand below each as a table."
		>
			<Columns>
				<BarChart
					title="Where mentors have something to give"
					finding="Governance is offered twice as often as it is sought; difficult conversations are short by four (24 mentors)."
					note="Offers of the spring cohort, 17 March 2026."
					columns={["Competency", "Mentors"]}
					format={(value) => formatNumber(value)}
					bars={[
						{ label: "Board and governance", value: 14 },
						{ label: "Leading through change", value: 11 },
						{
							label: "Mergers and post-merger integration",
							value: 7,
							group: 2,
						},
						{ label: "Entering a new market", value: 5, group: 3 },
						{ label: "Unternehmensnachfolgeplanung", value: 4, group: 4 },
						{ label: "Difficult conversations", value: 3, group: 5 },
					]}
				/>
				<Histogram
					title="How good the proposed pairs are"
					finding="Half of the 31 pairs score above 71; two fall below 50 and deserve a second look."
					columns={["Score", "Pairs"]}
					edges={[40, 50, 60, 70, 80, 90, 100]}
					values={scores}
					format={(value) => formatNumber(value)}
					reference={{ value: 50, label: "looked at twice below" }}
				/>
				<DotPlot
					title="Who finds a mentor"
					finding="Women and men find one equally often; the interval for people outside Europe is wide because they are few."
					note="Share of mentees with a mentor; 95% intervals by Wilson's method; groups below five are not shown."
					columns={["Group", "Share"]}
					format={(value) => formatPercent(value)}
					domain={[0, 1]}
					reference={{ value: 0.81, label: "everyone" }}
					dots={[
						{ label: "Women", value: 0.82, low: 0.69, high: 0.9, n: 48 },
						{
							label: "Men",
							value: 0.8,
							low: 0.68,
							high: 0.88,
							n: 55,
							group: 2,
						},
						{
							label: "Outside Europe",
							value: 0.67,
							low: 0.42,
							high: 0.85,
							n: 15,
							group: 3,
						},
						{
							label: "Betriebsstätten Süddeutschland",
							value: 0.88,
							low: 0.71,
							high: 0.96,
							n: 25,
							group: 4,
						},
					]}
				/>
				<LineChart
					title="How often they meet"
					finding="Sessions held steady through the summer and rose with the autumn cohort."
					column="Quarter"
					periods={["Q1 25", "Q2 25", "Q3 25", "Q4 25", "Q1 26"]}
					format={(value) => formatNumber(value)}
					series={[
						{ label: "One to one", values: [38, 44, 41, 62, 71] },
						{ label: "Reverse", values: [null, 12, 14, 22, 24] },
						{ label: "Circles", values: [8, 9, 7, 15, 19] },
					]}
				/>
			</Columns>
		</Section>
	);
}
