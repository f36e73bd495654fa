// Decisions on the match board without leaving it: forms go out in the background, the page that comes back takes the place of the old one,
// and whoever decided stays where they were. Keys do what the buttons do. Without this script the same forms load the same pages.

const spoken = document.createElement("p");
spoken.className = "unseen";
spoken.setAttribute("role", "status");
document.body.append(spoken);

let isBusy = false;
/** Busy with what nobody pressed. */
let isUnasked = false;

/** What was pressed while the whole is planned anew: done afterwards, in the same order, on the board as it is then. */
const pressed: (() => void)[] = [];
const MOST_PRESSED = 20;

function later(press: () => void): void {
	if (pressed.length < MOST_PRESSED) pressed.push(press);
}

const content = () => document.querySelector<HTMLElement>("#content");
const board = () => document.querySelector<HTMLElement>("[data-board]");
const rows = () => [
	...document.querySelectorAll<HTMLElement>("tr[data-mentee]"),
];

document.addEventListener("submit", (event) => {
	const form = event.target;
	if (!(form instanceof HTMLFormElement) || form.method !== "post") return;
	if (!form.action.endsWith("/decisions") || board() === null) return;
	event.preventDefault();
	if (isBusy) {
		const again = sameButton(event.submitter);
		if (again !== undefined) later(again);
		return;
	}
	const sent = new FormData(form, event.submitter);
	const body = new URLSearchParams();
	for (const [name, value] of sent)
		if (typeof value === "string") body.append(name, value);
	load("POST", form.action, body);
});

document.addEventListener("click", (event) => {
	if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey)
		return;
	const link = event.target.closest<HTMLAnchorElement>("a[data-in-place]");
	if (link === null || board() === null) return;
	event.preventDefault();
	if (isBusy) later(() => load("GET", link.href));
	else load("GET", link.href);
});

document.addEventListener("keydown", (event) => {
	if (event.ctrlKey || event.metaKey || event.altKey || board() === null)
		return;
	if (
		event.target instanceof Element &&
		event.target.closest("input, select, textarea, dialog")
	)
		return;
	const { key, shiftKey } = event;
	const isStep = key === "ArrowDown" || key === "ArrowUp";
	// A board that is refreshed unasked keeps where one is, wherever one goes meanwhile.
	if (!isBusy || (isUnasked && isStep)) {
		if (press(key, shiftKey)) event.preventDefault();
	} else if (/^([a-z?]|Escape|Arrow(Up|Down))$/.test(key)) {
		event.preventDefault();
		later(() => void press(key, shiftKey));
	}
});

/** Does what a key stands for, at the mentee who has the focus; whether it stands for anything here. */
function press(pressedKey: string, shiftKey: boolean): boolean {
	const row = focusedRow();
	if (pressedKey === "ArrowDown" || pressedKey === "ArrowUp") {
		if (row === null && !shiftKey && document.activeElement !== document.body)
			return false;
		step(row, pressedKey === "ArrowDown" ? 1 : -1);
		return true;
	}
	const key = pressedKey === "Escape" ? "escape" : pressedKey;
	if (!/^([a-z?]|escape)$/.test(key)) return false;
	const wanted =
		key === "?" ? '[data-opens="board-keys"]' : `[data-key="${key}"]`;
	const control =
		row?.querySelector<HTMLElement>(wanted) ??
		document.querySelector<HTMLElement>(`${wanted}:not(tr *)`);
	if (!control) return false;
	control.click();
	return true;
}

/** The same button on the page that is to come, by what it sends. */
function sameButton(submitter: HTMLElement | null): (() => void) | undefined {
	if (!(submitter instanceof HTMLButtonElement)) return undefined;
	const { name, value } = submitter;
	return () =>
		[...document.querySelectorAll<HTMLButtonElement>("#content button")]
			.find((one) => one.name === name && one.value === value)
			?.click();
}

/** Goes on with what was pressed meanwhile, until one of it keeps the board busy again. */
function goOn(): void {
	while (!isBusy) {
		const next = pressed.shift();
		if (next === undefined) return;
		next();
	}
}

listen();

function focusedRow(): HTMLElement | null {
	return (
		document.activeElement?.closest<HTMLElement>("tr[data-mentee]") ?? null
	);
}

function step(from: HTMLElement | null, by: number): void {
	const all = rows();
	const at = from === null ? (by > 0 ? -1 : all.length) : all.indexOf(from);
	all[Math.max(0, Math.min(all.length - 1, at + by))]
		?.querySelector<HTMLElement>(".ledger-mentee a")
		?.focus();
}

/** Fetches a page as a document: scripts in it do not run. */
function load(
	method: "GET" | "POST",
	url: string,
	body?: URLSearchParams,
): void {
	if (isBusy) return;
	board()?.setAttribute("aria-busy", "true");
	spoken.textContent = board()?.dataset["busy"] ?? "";
	fetchBoard(method, url, body);
}

/** What others did, or was worked out meanwhile: it comes without a word, and without dimming what somebody reads. */
function refresh(): void {
	if (isBusy) return;
	isUnasked = true;
	fetchBoard("GET", location.href);
}

function fetchBoard(
	method: "GET" | "POST",
	url: string,
	body?: URLSearchParams,
): void {
	isBusy = true;
	const request = new XMLHttpRequest();
	request.open(method, url);
	request.responseType = "document";
	request.addEventListener("loadend", () => {
		isBusy = false;
		isUnasked = false;
		const next = request.response;
		if (next instanceof Document)
			show(next, request.responseURL || url, request.status);
		else board()?.removeAttribute("aria-busy");
		// After a refusal the board is not what whoever went on pressing had in mind.
		if (request.status === 200) goOn();
		else pressed.length = 0;
	});
	request.send(body ?? null);
}

function show(next: Document, url: string, status: number): void {
	const progress = next.querySelector<HTMLElement>("[data-stream]");
	const isBoard = next.querySelector("[data-board]") !== null;
	if (status === 200 && progress !== null && !isBoard && board() !== null) {
		waitFor(progress.dataset["stream"] ?? "");
		return;
	}
	const [old, fresh] = [content(), next.querySelector<HTMLElement>("#content")];
	if (old === null || fresh === null || (status === 200 && !isBoard)) {
		location.assign(url);
		return;
	}
	const place = placeNow();
	const tops = new Map(
		rows().map((row) => [
			row.dataset["mentee"],
			row.getBoundingClientRect().top,
		]),
	);
	const opened = new Set(openDetails().map(([, summary]) => summary));
	const said = lastDecision();
	old.replaceWith(document.importNode(fresh, true));
	for (const [details, summary] of allDetails())
		if (opened.has(summary)) details.open = true;
	if (status === 200) history.replaceState(null, "", url);
	goBackTo(place);
	board()?.setAttribute("data-fresh", "");
	const notice = content()?.querySelector(".notice p, .error-summary h2");
	spoken.textContent =
		notice?.textContent ?? (lastDecision() === said ? "" : lastDecision());
	settle(tops);
	listen();
}

/** The new plan takes longer: whoever decided stays where they are until it is there. */
function waitFor(stream: string): void {
	isBusy = true;
	source?.close();
	board()?.setAttribute("aria-busy", "true");
	const progress = new EventSource(stream);
	progress.addEventListener("message", (event) => {
		const { href }: { href?: string } = JSON.parse(String(event.data));
		if (href === undefined) return;
		progress.close();
		isBusy = false;
		load("GET", location.href);
	});
}

function allDetails(): (readonly [HTMLDetailsElement, string])[] {
	return [
		...document.querySelectorAll<HTMLDetailsElement>("#content details"),
	].map((one) => [one, one.querySelector("summary")?.textContent ?? ""]);
}

function openDetails() {
	return allDetails().filter(([one]) => one.open);
}

function lastDecision(): string {
	return document.querySelector(".effect strong")?.textContent ?? "";
}

type Place = {
	mentee: string | undefined;
	key: string | undefined;
	id: string;
	top: number;
};

/** What has the focus, by what it will be called on the next page. */
function placeNow(): Place {
	const active = document.activeElement;
	const row = focusedRow();
	return {
		mentee: row?.dataset["mentee"],
		key: active instanceof HTMLElement ? active.dataset["key"] : undefined,
		id: active?.id ?? "",
		top: (row ?? board())?.getBoundingClientRect().top ?? 0,
	};
}

function goBackTo({ mentee, key, id, top }: Place): void {
	const row = rows().find((one) => one.dataset["mentee"] === mentee);
	const inRow = key && row?.querySelector<HTMLElement>(`[data-key="${key}"]`);
	const focus =
		inRow ||
		row?.querySelector<HTMLElement>(".ledger-mentee a") ||
		(id && document.getElementById(id)) ||
		(key && document.querySelector<HTMLElement>(`[data-key="${key}"]`));
	if (focus) focus.focus({ preventScroll: true });
	const anchor = row ?? board();
	if (anchor) scrollBy(0, anchor.getBoundingClientRect().top - top);
}

/** Lets each pair glide from where it was, unless less motion is asked for. */
function settle(tops: ReadonlyMap<string | undefined, number>): void {
	if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
	for (const row of rows()) {
		const before = tops.get(row.dataset["mentee"]);
		const by = (before ?? 0) - row.getBoundingClientRect().top;
		if (before === undefined || Math.abs(by) < 2 || Math.abs(by) > 2000)
			continue;
		row.animate([{ transform: `translateY(${by}px)` }, { transform: "none" }], {
			duration: 350,
			easing: "ease-out",
		});
	}
}

let source: EventSource | undefined;

/** Hears of what others decide, and shows it where one is. */
function listen(): void {
	source?.close();
	const address = board()?.dataset["changes"];
	if (address === undefined) return;
	const own = new EventSource(address);
	source = own;
	own.addEventListener("message", (event) => {
		const { stamp }: { stamp?: string } = JSON.parse(String(event.data));
		if (stamp === undefined) return;
		own.close();
		if (source === own) refresh();
	});
}
