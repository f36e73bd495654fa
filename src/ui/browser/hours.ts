// Painting a grid of hours: drag with the mouse or a pen, move with the arrow keys, paint on the way with Shift. A finger taps and scrolls as anywhere.

const cellsOf = (grid: Element) => [
	...grid.querySelectorAll<HTMLInputElement>("input[type=checkbox]"),
];

for (const grid of document.querySelectorAll(".hours")) {
	let ink: boolean | undefined;
	const cellAt = (target: EventTarget | null) =>
		target instanceof HTMLInputElement && !target.disabled ? target : undefined;

	grid.addEventListener("pointerdown", (event) => {
		const cell = cellAt(event.target);
		if (cell === undefined || !(event instanceof PointerEvent)) return;
		if (event.pointerType === "touch" || event.button !== 0) return;
		ink = !cell.checked;
		cell.checked = ink;
		cell.focus();
		event.preventDefault();
	});
	grid.addEventListener("pointerover", (event) => {
		const cell = cellAt(event.target);
		if (cell !== undefined && ink !== undefined) cell.checked = ink;
	});
	// The press has painted already: its click would take that back.
	grid.addEventListener("click", (event) => {
		if (
			event instanceof PointerEvent &&
			event.pointerType !== "touch" &&
			event.detail > 0 &&
			cellAt(event.target)
		)
			event.preventDefault();
	});
	for (const end of ["pointerup", "pointercancel"])
		document.addEventListener(end, () => {
			ink = undefined;
		});

	grid.addEventListener("keydown", (event) => {
		if (!(event instanceof KeyboardEvent)) return;
		const cell = cellAt(event.target);
		const step = {
			ArrowUp: -7,
			ArrowDown: 7,
			ArrowLeft: -1,
			ArrowRight: 1,
		}[event.key];
		if (cell === undefined || step === undefined) return;
		event.preventDefault();
		const cells = cellsOf(grid);
		const next = cells[cells.indexOf(cell) + step];
		if (next === undefined) return;
		const more = next.closest("details");
		if (more) more.open = true;
		if (event.shiftKey) next.checked = cell.checked;
		next.focus();
	});
}
