// Follows a stream of server-sent events. Each carries JSON: value and max (left out while unknown), text, and at the end href, where to go.
// EventSource connects again by itself; without this script the page offers to look again.

type Report = { value?: number; max?: number; text?: string; href?: string };

for (const place of document.querySelectorAll<HTMLElement>("[data-stream]")) {
	const source = new EventSource(place.dataset["stream"] ?? "");
	source.addEventListener("message", (event) => {
		const report: Report = JSON.parse(String(event.data));
		show(place, report);
		if (report.href === undefined) return;
		source.close();
		location.assign(report.href);
	});
}

function show(place: HTMLElement, { value, max, text }: Report): void {
	const bar = place.querySelector("progress");
	const words = place.querySelector(".progress-text");
	if (bar && max !== undefined) bar.max = max;
	if (bar && value !== undefined) bar.value = value;
	if (words && text !== undefined && words.textContent !== text)
		words.textContent = text;
}
