// A menu is a <details>: it opens without script. This closes it again on Escape, on a click elsewhere and when the focus leaves.

const openMenus = () =>
	document.querySelectorAll<HTMLDetailsElement>("details.menu[open]");

document.addEventListener("keydown", (event) => {
	if (event.key !== "Escape") return;
	for (const menu of openMenus()) {
		menu.open = false;
		menu.querySelector("summary")?.focus();
	}
});

for (const happening of ["click", "focusin"])
	document.addEventListener(happening, (event) => {
		for (const menu of openMenus())
			if (event.target instanceof Node && !menu.contains(event.target))
				menu.open = false;
	});
