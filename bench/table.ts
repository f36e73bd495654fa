/** A plain table: the first column to the left, figures to the right. */
export function printTable(
	headers: readonly string[],
	rows: readonly (readonly (string | number)[])[],
): void {
	const all = [headers, ...rows.map((row) => row.map(String))];
	const widths = headers.map((_, column) =>
		Math.max(...all.map((row) => (row[column] ?? "").length)),
	);
	for (const row of all) {
		const cells = row.map((cell, column) =>
			column === 0
				? cell.padEnd(widths[column] ?? 0)
				: cell.padStart(widths[column] ?? 0),
		);
		process.stdout.write(`${cells.join("  ")}\n`);
	}
	process.stdout.write("\n");
}
