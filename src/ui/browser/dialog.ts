// Opens <dialog>s as modal ones. Without this script a dialog's link goes to its anchor, and the style sheet shows it there.

document.addEventListener("click", (event) => {
	if (!(event.target instanceof Element)) return;
	const opener = event.target.closest("a[data-opens]");
	const dialog =
		opener && document.getElementById(opener.getAttribute("data-opens") ?? "");
	if (dialog instanceof HTMLDialogElement) {
		event.preventDefault();
		dialog.showModal();
		return;
	}
	const open = event.target.closest("dialog");
	const isCloser = event.target.closest("[data-closes]") !== null;
	// A click on the backdrop has the dialog itself as its target.
	if (open?.open && (isCloser || event.target === open)) {
		event.preventDefault();
		open.close();
	}
});

// A form that came back with something to mend opens its dialog again.
document.querySelector<HTMLDialogElement>("dialog[data-open]")?.showModal();
