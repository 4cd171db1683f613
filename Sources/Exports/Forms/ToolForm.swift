public import CareTools  // It is the form of a tool.
import DataFormats

/// A tool as one HTML file that needs nothing else: a form to fill in offline, which scores while it is filled in.
///
/// The questions are plain HTML, so that the form can be read and printed where scripts are off. The script reads the
/// definition that the page holds and is the same for all tools. Nothing can be loaded or sent: the policy of the page
/// allows its own style and script, by their digests, and nothing else.
public struct ToolForm: Sendable {
    private let tool: Tool
    private let style: String
    private let script: String

    /// Makes a form.
    ///
    /// - Parameters:
    ///   - tool: The tool.
    ///   - style: The style sheet; it is put inside the file.
    ///   - script: The script; it is put inside the file.
    public init(_ tool: Tool, style: String, script: String) {
        self.tool = tool
        self.style = style.withLineFeedsOnly + CaseStyle.edges(marking: ResultSheet.marking, left: tool.title)
        self.script = script.withLineFeedsOnly
    }

    /// The form as UTF-8.
    public var bytes: [UInt8] {
        HTMLWriter.document(.element(.html, ["lang": tool.language], head, body))
    }

    private var policy: String {
        "default-src 'none'; style-src \(Self.digest(of: style)); script-src \(Self.digest(of: script)); "
            + "base-uri 'none'; form-action 'none'; object-src 'none'"
    }

    private static func digest(of text: String) -> String { "'sha256-\(SHA256(of: Array(text.utf8)).base64)'" }

    private var head: HTMLNode {
        .element(
            .head,
            [:],
            .element(.meta, ["charset": "utf-8"]),
            .element(.meta, ["http-equiv": "Content-Security-Policy", "content": policy]),
            .element(.meta, ["name": "referrer", "content": "no-referrer"]),
            .element(.meta, ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
            .element(.meta, ["name": "generator", "content": "child-impact"]),
            .element(.title, [:], .text(tool.title)),
            .style(style)
        )
    }

    private var body: HTMLNode {
        let sections = FormSections(tool)
        return .element(
            .body,
            [:],
            .element(.a, ["class": "skip", "href": "#main"], "Skip to the form"),
            .element(
                .header,
                [:],
                .element(.p, ["class": "marking"], .text(ResultSheet.marking)),
                .element(.p, [:], .text("\(tool.id) \(tool.version)")),
                .element(.h1, [:], .text(tool.title))
            ),
            .element(
                .div,
                ["class": "columns"],
                contents(sections),
                .element(
                    .main,
                    ["id": "main"],
                    introduction,
                    .element(
                        .form,
                        ["id": "form", "novalidate": "", "autocomplete": "off"],
                        [errors, about] + sections.nodes + [FormResults(tool, sections).node, saving]
                    )
                )
            ),
            state,
            .element(
                .footer,
                [:],
                .element(
                    .p,
                    [:],
                    .text(
                        "Licence: \(tool.licence.withoutStop). Works offline: nothing that is written here leaves this device by itself."
                    )
                )
            ),
            .data(id: "tool", ToolJSON(tool).value),
            .script(script)
        )
    }

    private func contents(_ sections: FormSections) -> HTMLNode {
        let parts = tool.sections.map { (sections.id(of: $0), $0.title) }
        let links = [("about", "Who and when")] + parts + [("results", "What the answers come to"), ("saving", "Save")]
        return .element(
            .nav,
            ["aria-label": "Parts of this form"],
            .element(
                .details,
                ["open": ""],
                .element(.summary, [:], "Parts of this form"),
                .element(
                    .ol,
                    [:],
                    links.map { id, title in
                        .element(
                            .li,
                            ["data-part": id],
                            .element(.a, ["href": "#\(id)"], .text(title)),
                            " ",
                            .element(.span, ["class": "progress", "data-progress": ""])
                        )
                    }
                )
            )
        )
    }

    private var introduction: HTMLNode {
        .element(
            .section,
            ["class": "introduction", "aria-label": "Before you begin"],
            // On paper what must be acted on comes first; on screen it always stays in view.
            (tool.alerts.isEmpty ? [] : [.element(.p, ["class": "raised-on-paper", "id": "raised"])])
                + tool.purpose.map { .element(.p, ["class": "purpose"], .text($0)) }
                + tool.instructions.map { .element(.p, [:], .text($0)) }
                + [
                    .element(
                        .noscript,
                        [:],
                        .element(
                            .p,
                            ["class": "notice"],
                            "Scripts are off: the form cannot score or save. Print it and fill it in by hand."
                        )
                    ),
                    .element(
                        .div,
                        ["class": "opening", "data-needs-script": "", "hidden": ""],
                        .element(.label, ["for": "open"], "Go on with a file that you saved before"),
                        .element(.input, ["type": "file", "id": "open", "accept": ".json,application/json"])
                    ),
                    .element(
                        .div,
                        ["class": "notice", "id": "notice", "role": "status", "tabindex": "-1", "hidden": ""]
                    ),
                ]
        )
    }

    private var errors: HTMLNode {
        .element(
            .div,
            [
                "class": "errors", "id": "errors", "role": "alert", "tabindex": "-1", "aria-labelledby": "errors-h",
                "hidden": "",
            ],
            .element(.h2, ["id": "errors-h"], "Not complete yet"),
            .element(.p, [:], "Nothing was saved. Put these right, or save a draft:"),
            .element(.ul)
        )
    }

    // MARK: Who and when

    private var about: HTMLNode {
        .element(
            .section,
            ["class": "part", "id": "about", "aria-labelledby": "about-h"],
            [.element(.h2, ["id": "about-h"], "Who and when")] + ageNote
                + tool.about.enumerated().map { field($1, number: $0 + 1) }
        )
    }

    private var ageNote: [HTMLNode] {
        guard tool.items.contains(where: { $0.ages != nil }), tool.about.contains(where: { $0.name == .born }) else {
            return []
        }
        return [
            .element(
                .p,
                ["id": "age-note", "hidden": ""],
                "Some questions are for some ages only. They come up when the date of birth is given."
            )
        ]
    }

    private func field(_ field: AboutField, number: Int) -> HTMLNode {
        let id = "a\(number)"
        var attributes: [HTMLNode.Attribute] = [
            .init("class", "field"), .init("data-about", field.name.rawValue),
            .init("data-kind", field.options != nil ? "code" : field.name.isDay ? "day" : "text"),
        ]
        if field.name == .expected { attributes.append(.init("data-ahead", "yes")) }
        var title: [HTMLNode] = [.element(.span, ["data-words": ""], .text(field.label))]
        if !field.isRequired { title += [" ", .element(.span, ["class": "optional"], "(optional)")] }
        return .element(
            .div,
            attributes,
            [
                .element(.label, [.init("for", id)], title),
                .element(.p, ["class": "error", "id": "\(id)-x", "data-error": "", "hidden": ""]),
                control(field, id),
            ]
        )
    }

    private func control(_ field: AboutField, _ id: String) -> HTMLNode {
        guard let options = field.options else {
            return .element(
                .input,
                [
                    "type": field.name.isDay ? "date" : "text", "id": id, "data-control": "",
                    "aria-describedby": "\(id)-x",
                ]
            )
        }
        return .element(
            .select,
            ["id": id, "data-control": "", "aria-describedby": "\(id)-x"],
            [.element(.option, ["value": ""], "Choose")]
                + options.map { .element(.option, ["value": $0.code], .text($0.label)) }
        )
    }

    // MARK: Saving

    private var saving: HTMLNode {
        .element(
            .section,
            ["class": "part saving", "id": "saving", "aria-labelledby": "saving-h"],
            .element(.h2, ["id": "saving-h"], "Save"),
            .element(
                .p,
                [:],
                .text(
                    "A draft can be saved at any time and opened again here. The file holds all that is written: keep it "
                        + "where such records belong, and nowhere else."
                )
            ),
            .element(
                .p,
                ["class": "buttons"],
                button("complete", "Save as completed", "main"),
                button("draft", "Save a draft", "secondary"),
                button("print", "Print", "secondary")
            )
        )
    }

    private func button(_ action: String, _ title: String, _ style: String) -> HTMLNode {
        .element(
            .button,
            ["type": "button", "class": style, "data-action": action, "data-needs-script": "", "hidden": ""],
            .text(title)
        )
    }

    /// What always stays in view: alerts, how far the answers are, and the way to save them.
    private var state: HTMLNode {
        .element(
            .aside,
            ["class": "state", "aria-label": "How far you are", "data-needs-script": "", "hidden": ""],
            .element(.div, ["id": "alert-titles", "role": "alert"]),
            .element(
                .div,
                ["class": "line"],
                .element(.p, ["id": "progress"]),
                .element(
                    .p,
                    ["class": "buttons"],
                    .element(.a, ["href": "#results"], "See the result"),
                    button("draft", "Save a draft", "secondary")
                )
            ),
            .element(.p, ["id": "saved", "role": "status"]),
            .element(.p, ["id": "announced", "class": "unseen", "role": "status"])
        )
    }
}

extension String {
    /// The text with line feeds only: a digest of it then fits however the file was saved.
    fileprivate var withLineFeedsOnly: String { String(decoding: utf8.filter { $0 != 0x0D }, as: UTF8.self) }
}

extension String {
    /// The text without a full stop at its end, where a sentence goes on behind it.
    fileprivate var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
