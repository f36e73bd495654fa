// Follows streams of server-sent events. Each carries JSON: value and max (left out while unknown), text, and at the end href, where to go, or
// isOver, where the page hears of it otherwise. EventSource connects again by itself; without this script the page offers to look again.

type Report = {
	value?: number;
	max?: number;
	text?: string;
	href?: string;
	isOver?: boolean;
};

const followed = new Map<HTMLElement, EventSource>();

/** What is on the page now; what was replaced by another script is followed no more. */
function followAll(): void {
	for (const [place, source] of followed)
		if (!place.isConnected) {
			source.close();
			followed.delete(place);
		}
	for (const place of document.querySelectorAll<HTMLElement>("[data-stream]"))
		if (!followed.has(place)) follow(place);
}

function follow(place: HTMLElement): void {
	const source = new EventSource(place.dataset["stream"] ?? "");
	followed.set(place, source);
	source.addEventListener("message", (event) => {
		const report: Report = JSON.parse(String(event.data));
		show(place, report);
		if (report.href === undefined && report.isOver !== true) return;
		source.close();
		if (report.href !== undefined) location.assign(report.href);
	});
}

function show(place: HTMLElement, { value, max, text }: Report): void {
	const bar = place.querySelector("progress");
	const words = place.querySelector(".progress-text");
	if (bar && max !== undefined) bar.max = max;
	if (bar && value !== undefined) bar.value = value;
	else bar?.removeAttribute("value");
	if (words && text !== undefined && words.textContent !== text)
		words.textContent = text;
}

followAll();
new MutationObserver(followAll).observe(document.body, {
	childList: true,
	subtree: true,
});
