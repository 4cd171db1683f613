import DataFormats

/// The frame that all papers share: one HTML file that needs nothing else and runs nothing, marked above and below.
struct Page {
    /// The title of the window.
    let title: String
    /// What kind of paper it is, for the style sheet.
    let kind: String
    /// The protective marking.
    let marking: String
    /// What stands beside the marking above.
    let heading: String
    /// The style sheet; it is put inside the paper.
    let style: String
    /// The rules of this paper alone; those that hold text of a record must have it escaped.
    let rules: String
    /// The content, which begins with the one main heading.
    let main: [HTMLNode]

    /// The paper as UTF-8 bytes.
    var bytes: [UInt8] {
        let style = style.replacingLineEnds + rules
        let policy =
            "default-src 'none'; style-src 'sha256-\(SHA256(of: Array(style.utf8)).base64)'; script-src 'none'; "
            + "img-src data:; base-uri 'none'; form-action 'none'; object-src 'none'"
        return HTMLWriter.document(
            .element(
                .html,
                ["lang": "en-GB"],
                .element(
                    .head,
                    [:],
                    .element(.meta, ["charset": "utf-8"]),
                    .element(.meta, ["http-equiv": "Content-Security-Policy", "content": policy]),
                    .element(.meta, ["name": "referrer", "content": "no-referrer"]),
                    .element(.meta, ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                    .element(.meta, ["name": "generator", "content": "child-impact"]),
                    .element(.title, [:], .text(title)),
                    .style(style)
                ),
                .element(
                    .body,
                    ["class": kind],
                    .element(.a, ["class": "skip", "href": "#main"], "Skip to the main content"),
                    .element(
                        .header,
                        [:],
                        .element(.p, ["class": "marking"], .text(marking)),
                        .element(.p, ["class": "case"], .text(heading))
                    ),
                    .element(.main, ["id": "main"], main),
                    .element(.footer, [:], .element(.p, ["class": "marking"], .text(marking)))
                )
            )
        )
    }
}

extension String {
    /// The text with line feeds only: a hash over it then fits however the file was saved.
    fileprivate var replacingLineEnds: String {
        String(decoding: utf8.filter { $0 != 0x0D }, as: UTF8.self)
    }
}
