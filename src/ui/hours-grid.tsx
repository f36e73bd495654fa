// A week as a grid of hours to paint. Every cell is a checkbox, so that it works without script, with a keyboard and by touch; the island adds painting
// with the mouse and arrow keys.
import { FieldSet } from "./field.tsx";
import type { FieldProps } from "./field.tsx";
import { useForm } from "./form.tsx";
import { useIsland } from "./frame.ts";
import { currentLocale, t } from "./text.ts";

/** 0 is Monday from 0 to 1, 167 is Sunday from 23 to 24. Sends the name once for each painted hour. */
export function HoursGrid(
	props: FieldProps & {
		painted: readonly number[];
		/** Only to look at. */
		isFixed?: boolean;
	},
) {
	useIsland("hours");
	const { state } = useForm();
	const typed = state.values[props.name];
	const wasSent = Object.keys(state.values).length > 0;
	const painted = wasSent
		? new Set([typed ?? []].flat().map(Number))
		: new Set(props.painted);
	const part = { ...props, painted };
	const isUnusual = (from: number, until: number) =>
		[...painted].some((hour) => hour % 24 >= from && hour % 24 < until);
	return (
		<FieldSet props={props}>
			<div class="hours">
				<details class="hours-more" open={isUnusual(0, 7)}>
					<summary>{t("Early hours")}</summary>
					<Grid {...part} from={0} until={7} />
				</details>
				<Grid {...part} from={7} until={20} />
				<details class="hours-more" open={isUnusual(20, 24)}>
					<summary>{t("Late hours")}</summary>
					<Grid {...part} from={20} until={24} />
				</details>
			</div>
		</FieldSet>
	);
}

function Grid({
	name,
	label,
	painted,
	from,
	until,
	isFixed = false,
}: {
	name: string;
	label: string;
	painted: ReadonlySet<number>;
	from: number;
	until: number;
	isFixed?: boolean;
}) {
	const hours = Array.from(
		{ length: until - from },
		(_, index) => from + index,
	);
	return (
		<table class="hours-grid">
			<caption class="unseen">{label}</caption>
			<thead>
				<tr>
					<th>
						<span class="unseen">{t("Hour")}</span>
					</th>
					{weekdays("short").map((weekday, index) => (
						<th key={weekday} scope="col">
							<abbr title={weekdays("long")[index]}>{weekday}</abbr>
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{hours.map((hour) => (
					<tr key={hour}>
						<th scope="row">{clock(hour)}</th>
						{weekdays("long").map((weekday, index) => (
							<td key={weekday}>
								<input
									type="checkbox"
									name={name}
									value={index * 24 + hour}
									checked={painted.has(index * 24 + hour)}
									disabled={isFixed}
									aria-label={t("{weekday}, {from} to {until}", {
										weekday,
										from: clock(hour),
										until: clock(hour + 1),
									})}
								/>
							</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** Monday first, in the reader's language. */
export function weekdays(length: "short" | "long"): readonly string[] {
	const format = new Intl.DateTimeFormat(currentLocale(), {
		weekday: length,
		timeZone: "UTC",
	});
	// 5 January 1970 was a Monday.
	return Array.from({ length: 7 }, (_, index) =>
		format.format((4 + index) * 86_400_000),
	);
}

function clock(hour: number): string {
	return `${hour}:00`;
}
