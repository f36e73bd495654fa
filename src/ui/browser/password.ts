// The button that shows what is typed is hidden until it can work.

for (const button of document.querySelectorAll<HTMLButtonElement>(
	".password button",
)) {
	const input = button.previousElementSibling;
	if (!(input instanceof HTMLInputElement)) continue;
	button.hidden = false;
	button.addEventListener("click", () => {
		const isShown = input.type === "password";
		input.type = isShown ? "text" : "password";
		button.setAttribute("aria-pressed", String(isShown));
		button.textContent =
			(isShown ? button.dataset["hide"] : button.dataset["show"]) ?? "";
	});
	// What is sent must be a password field, or the browser offers to remember it as ordinary text.
	input.form?.addEventListener("submit", () => {
		input.type = "password";
	});
}
