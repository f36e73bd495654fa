import { FormKey } from "./form-key.tsx";
import { useFrame } from "./frame.ts";
import { locales, t } from "./text.ts";

/** Language and light or dark. Posts `locale` or `theme`, and `back`, to /preferences; works for people who have not signed in. */
export function Preferences() {
	const { path, locale, theme } = useFrame();
	return (
		<form class="preferences" method="post" action="/preferences">
			<FormKey />
			<input type="hidden" name="back" value={path} />
			<fieldset class="preference" aria-label={t("Language")}>
				{locales.map((each) => (
					<button
						key={each.locale}
						type="submit"
						name="locale"
						value={each.locale}
						lang={each.locale}
						aria-pressed={each.locale === locale}
					>
						{each.label}
					</button>
				))}
			</fieldset>
			<fieldset class="preference" aria-label={t("Appearance")}>
				{[
					{ value: "light", label: t("Light") },
					{ value: "dark", label: t("Dark") },
					{ value: "device", label: t("As the device") },
				].map((each) => (
					<button
						key={each.value}
						type="submit"
						name="theme"
						value={each.value}
						aria-pressed={each.value === (theme ?? "device")}
					>
						{each.label}
					</button>
				))}
			</fieldset>
		</form>
	);
}
