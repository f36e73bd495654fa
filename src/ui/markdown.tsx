// Markdown that people wrote, as elements of ours: what is not in the list below is shown as the plain text it is, so nothing somebody typed can
// become a script, a style, a picture from elsewhere or a form. The parser is the reference one of CommonMark (micromark).
import { fromMarkdown } from "mdast-util-from-markdown";
import type { ComponentChildren } from "preact";
import { Prose } from "./section.tsx";

type Node = ReturnType<typeof fromMarkdown>["children"][number];

/** `top`: the level of the text's highest headings. */
export function Markdown({ text, top = 2 }: { text: string; top?: 2 | 3 }) {
	return (
		<Prose>
			<Nodes nodes={fromMarkdown(text).children} top={top} />
		</Prose>
	);
}

function Nodes({ nodes, top }: { nodes: readonly Node[]; top: number }) {
	return nodes.map((node, place) => (
		<Element key={`${node.type}${place}`} node={node} top={top} />
	));
}

function Element({ node, top }: { node: Node; top: number }) {
	const inner = "children" in node && <Nodes nodes={node.children} top={top} />;
	switch (node.type) {
		case "paragraph":
			return <p>{inner}</p>;
		case "heading":
			return <Heading level={node.depth - 1 + top}>{inner}</Heading>;
		case "emphasis":
			return <em>{inner}</em>;
		case "strong":
			return <strong>{inner}</strong>;
		case "blockquote":
			return <blockquote>{inner}</blockquote>;
		case "list":
			return node.ordered === true ? (
				<ol start={node.start ?? undefined}>{inner}</ol>
			) : (
				<ul>{inner}</ul>
			);
		case "listItem":
			return <li>{inner}</li>;
		case "link":
			return <Link href={node.url}>{inner}</Link>;
		case "inlineCode":
			return <code>{node.value}</code>;
		case "code":
			return (
				<pre>
					<code>{node.value}</code>
				</pre>
			);
		case "thematicBreak":
			return <hr />;
		case "break":
			return <br />;
		case "text":
		case "html":
			return <>{node.value}</>;
		case "image":
		case "imageReference":
			return <>{node.alt}</>;
		case "linkReference":
			return <>{inner}</>;
		case "definition":
		case "footnoteDefinition":
		case "footnoteReference":
		case "delete":
		case "table":
		case "tableRow":
		case "tableCell":
		case "yaml":
			return null;
	}
}

function Heading({
	level,
	children,
}: {
	level: number;
	children: ComponentChildren;
}) {
	if (level <= 2) return <h2>{children}</h2>;
	return level === 3 ? <h3>{children}</h3> : <h4>{children}</h4>;
}

/** Only what leads to a page or a mail; anything else stays text. */
function Link({
	href,
	children,
}: {
	href: string;
	children: ComponentChildren;
}) {
	return /^(https?:\/\/|mailto:|\/(?!\/))/iu.test(href) ? (
		<a href={href} rel="noopener noreferrer">
			{children}
		</a>
	) : (
		<>{children}</>
	);
}
