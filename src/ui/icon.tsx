// One stroke, 20 by 20, drawn for this product. Icons accompany words and never replace them, so they are hidden from screen readers.
const strokes = {
	add: "M10 4v12M4 10h12",
	alert: "M10 3 2.5 16.5h15zM10 8v4M10 14.2v.1",
	archive: "M3 4h14v4H3zM4.5 8v8h11V8M8 11h4",
	arrow: "M4 10h12M11.5 5.5 16 10l-4.5 4.5",
	calendar: "M3.5 5h13v12h-13zM3.5 8.500h13M7 3v3.500M13 3v3.5",
	chart: "M3 17h14M5.5 14v-4M10 14V4M14.5 14V8",
	check: "m4 10.5 4 4 8-9",
	close: "m5 5 10 10M15 5 5 15",
	down: "m5 7.5 5 5 5-5",
	eye: "M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 12.300a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.600z",
	file: "M5 2.500h6.500L15.5 6.500v11H5zM11.5 2.500v4h4M7.5 10.500h5.500M7.5 13.500h5.5",
	group:
		"M7 9.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM1.5 16.500c.4-3 2.6-4.5 5.5-4.500s5.1 1.5 5.5 4.500M13 4a2.8 2.8 0 0 1 0 5.300M14.5 12.200c2.3.4 3.7 1.9 4 4.3",
	growth:
		"M10 17V8M10 12c-4 0-5.5-2-5.5-5.500C8 6.5 10 8 10 12zM10 9c0-3.5 2-5.5 5.5-5.500C15.5 7 14 9 10 9z",
	hourglass:
		"M5 3h10M5 17h10M6 3c0 4 4 5 4 7s-4 3-4 7M14 3c0 4-4 5-4 7s4 3 4 7",
	lock: "M4.5 9h11v8h-11zM7 9V6.500a3 3 0 0 1 6 0V9",
	menu: "M3 5.500h14M3 10h14M3 14.500h14",
	more: "M4 10h.8M9.6 10h.8M15.2 10h.8",
	note: "M4 3h12v9.500L12 17H4zM12 17v-4.500h4M7 7h6M7 10h4",
	pair: "M7.2 14.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12.8 14.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9z",
	people:
		"M10 9.500a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.400zM3.5 17c.5-3.3 3-5 6.5-5s6 1.7 6.5 5",
	program: "M3 5h5.500L10 6.5 11.5 5H17v11h-5.500L10 17l-1.5-1H3zM10 6.500V17",
	scales:
		"M10 3v13M6 17h8M4 5.500l6-1 6 1M4 5.5 2 11h4zM16 5.5 14 11h4zM2 11c.5 1.5 3.5 1.5 4 0M14 11c.5 1.5 3.5 1.5 4 0",
	search: "M9 14.500a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4",
	settings:
		"M3 6h6M13 6h4M3 14h3M10 14h7M11 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
	steps: "M2.5 16.5h4v-4h4v-4h4v-4h3",
	today: "M4 4h12v13H4zM7 8.500l1.5 1.500L12 6.800M7 13.500h6",
	undo: "M4 8h8a4 4 0 0 1 0 8H8M4 8l3.5-3.500M4 8l3.5 3.5",
	up: "m5 12.5 5-5 5 5",
} as const;

export type IconName = keyof typeof strokes;

export function Icon({ name }: { name: IconName }) {
	return (
		<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
			<path d={strokes[name]} />
		</svg>
	);
}

export function iconNames(): readonly IconName[] {
	return Object.keys(strokes).filter((name): name is IconName => {
		return name in strokes;
	});
}
