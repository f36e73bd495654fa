// Looks for people while one types, and chooses them at once: asks the server for the page it would show, and takes the parts of it that changed. Without this
// script the same buttons load the page.

for (const place of document.querySelectorAll<HTMLElement>("[data-picker]"))
	begin(place);

function begin(place: HTMLElement): void {
	const form = place.closest("form");
	const search = place.querySelector<HTMLInputElement>("[name=search]");
	const address = place.dataset["picker"];
	if (form === null || search === null || address === undefined) return;
	let typing = 0;
	let asked: string | undefined;
	let isBusy = false;

	// One after the other: each answer brings the key that the next one needs.
	const look = async (page: string) => {
		asked = page;
		if (isBusy) return;
		isBusy = true;
		while (asked !== undefined) {
			const sent = new URLSearchParams();
			for (const [name, value] of new FormData(form))
				if (typeof value === "string") sent.append(name, value);
			sent.set("page", asked);
			asked = undefined;
			const page = await pageAt(address, sent);
			// What was ticked meanwhile is asked about next, and must not be lost to an older answer.
			if (page) take(form, place, page, asked !== undefined);
		}
		isBusy = false;
	};

	search.addEventListener("input", () => {
		clearTimeout(typing);
		typing = window.setTimeout(() => void look("1"), 200);
	});
	search.addEventListener("keydown", (event) => {
		if (event.key !== "Enter") return;
		event.preventDefault();
		void look("1");
	});
	place.addEventListener("click", (event) => {
		const button =
			event.target instanceof Element && event.target.closest("button");
		if (!button) return;
		event.preventDefault();
		void look(button.value);
	});
	place.addEventListener("change", (event) => {
		if (event.target !== search) void look(pageOf(place));
	});
}

// Trusted types forbid turning text into a document; a request that asks for one is none of the ways they forbid.
function pageAt(
	address: string,
	sent: URLSearchParams,
): Promise<Document | null> {
	return new Promise((resolve) => {
		const request = new XMLHttpRequest();
		request.open("POST", address);
		request.responseType = "document";
		request.addEventListener("loadend", () =>
			resolve(request.status === 200 ? request.responseXML : null),
		);
		request.send(sent);
	});
}

function pageOf(place: HTMLElement): string {
	return (
		place.querySelector<HTMLElement>("[data-page]")?.dataset["page"] ?? "1"
	);
}

/** Whoever uses the keyboard goes on where they were: at what came into the place of what they chose. */
function take(
	form: HTMLFormElement,
	place: HTMLElement,
	page: Document,
	isOvertaken: boolean,
): void {
	const key = "[name=form-key]";
	const fresh = page
		.querySelector(`[data-picker="${place.dataset["picker"]}"]`)
		?.closest("form");
	const own = form.querySelector<HTMLInputElement>(key);
	if (!fresh || !own) return;
	own.value = fresh.querySelector<HTMLInputElement>(key)?.value ?? own.value;
	if (isOvertaken) return;
	for (const part of ["[data-picked]", "[data-found]", "[data-of-picked]"]) {
		const old = form.querySelector(part);
		const next = fresh.querySelector(part);
		if (!old || !next) continue;
		const at = [...old.querySelectorAll("input, button")].indexOf(
			document.activeElement ?? old,
		);
		old.replaceChildren(...next.childNodes);
		if (at >= 0)
			(
				[...old.querySelectorAll<HTMLElement>("input, button")].at(
					Math.min(at, old.querySelectorAll("input, button").length - 1),
				) ?? place.querySelector<HTMLElement>("[name=search]")
			)?.focus();
	}
}
