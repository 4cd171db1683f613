/// The part of the style sheet that holds the case: what stands at the edge of every printed page.
enum PrintStyle {
    /// Returns the page rules.
    ///
    /// Everything but letters, figures and blanks is escaped for a CSS string.
    static func css(marking: String, caseName: String, title: String) -> String {
        let top = "\(string(marking))"
        let left = string("\(caseName): \(title)")
        return """

            @page{font:9pt Arial,"Liberation Sans",sans-serif;@top-center{content:\(top);font-weight:bold}\
            @bottom-left{content:\(left)}@bottom-right{content:"Page " counter(page) " of " counter(pages)}}

            """
    }

    /// A CSS string.
    ///
    /// An escape swallows one blank behind it, so each gets a blank of its own.
    private static func string(_ text: String) -> String {
        var css = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", " ": css.unicodeScalars.append(scalar)
            default:
                let figures = String(scalar.value, radix: 16)
                css += "\\" + String(repeating: "0", count: 6 - figures.count) + figures + " "
            }
        }
        return css + "\""
    }
}
