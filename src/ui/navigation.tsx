import { ButtonForm } from "./button.tsx";
import { type NavigationItem, useFrame } from "./frame.ts";
import { Icon } from "./icon.tsx";
import { Preferences } from "./preferences.tsx";
import { t } from "./text.ts";

/** On the left from 900 pixels up. */
export function Rail() {
	const { navigation, person, organisation } = useFrame();
	return (
		<header class="rail">
			<Wordmark href="/" />
			{organisation && <p class="rail-place">{organisation}</p>}
			<nav aria-label={t("Main")}>
				<ul>
					{navigation.map((item) => (
						<li key={item.href}>
							<Entry item={item} />
						</li>
					))}
				</ul>
			</nav>
			<div class="rail-foot">
				{person && <Account name={person.name} />}
				{person && <Voice />}
				<Preferences />
			</div>
		</header>
	);
}

/** At the bottom of a phone: what is used most, the rest one touch away. */
export function Bar() {
	const { navigation, person } = useFrame();
	const places = navigation.length > 5 ? 4 : 5;
	const rest = navigation.slice(places);
	return (
		<nav class="bar" aria-label={t("Main")}>
			{navigation.slice(0, places).map((item) => (
				<Entry key={item.href} item={item} />
			))}
			<details class="bar-more">
				<summary>
					<Icon name="more" />
					<span>{t("More")}</span>
				</summary>
				<div class="bar-sheet">
					{rest.map((item) => (
						<Entry key={item.href} item={item} />
					))}
					{person && <Account name={person.name} />}
					{person && <Voice />}
					<Preferences />
				</div>
			</details>
		</nav>
	);
}

export function Wordmark({ href }: { href: string }) {
	return (
		<a class="wordmark" href={href}>
			<svg viewBox="0 0 20 20" aria-hidden="true">
				<path class="mark-low" d="M3 17 L11 9" />
				<path class="mark-high" d="M9 11 L17 3" />
			</svg>
			Baton
		</a>
	);
}

function Entry({ item }: { item: NavigationItem }) {
	return (
		<a
			class="entry"
			href={item.href}
			aria-current={item.current ? "page" : undefined}
		>
			<Icon name={item.icon} />
			<span class="entry-label">{item.label}</span>
			{item.count !== undefined && item.count > 0 && (
				<span class="entry-count">
					{item.count}
					<span class="unseen"> {t("waiting")}</span>
				</span>
			)}
		</a>
	);
}

/** On every page, for everyone: so that nobody has to look for it, and having it there says nothing. */
function Voice() {
	return (
		<p class="voice">
			<a href="/concerns">{t("Raise a concern")}</a>
		</p>
	);
}

function Account({ name }: { name: string }) {
	return (
		<div class="account">
			<a href="/me">{name}</a>
			<ButtonForm action="/sign-out" weight="quiet">
				{t("Sign out")}
			</ButtonForm>
		</div>
	);
}
