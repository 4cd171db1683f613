/// The part of the style sheet that belongs to one document: the edges of its printed pages, and the headings that
/// stand before the cells where a screen is too narrow for columns.
struct CaseStyle {
    /// The rules.
    let css: String

    /// Makes the rules of a document.
    ///
    /// Everything but letters, figures and blanks is escaped for a CSS string.
    init(profile: DocumentProfile, caseName: String) {
        var css = Self.edges(marking: profile.marking, left: "\(caseName): \(profile.title)")
        css += "@media (max-width:45rem){\n"
        for section in profile.sections {
            for column in section.columns where column.field != .date {
                let content = Self.string(column.heading + ": ")
                css +=
                    ".\(section.kind.rawValue) td.\(column.field.rawValue)::before{content:\(content);font-weight:700}\n"
            }
        }
        self.css = css + "}\n"
    }

    /// The rules for the edges of printed pages: the marking above, what the document is and the page below.
    ///
    /// Only what the document is may take several lines: a marking or a count of pages that is cut in two is read as
    /// something else.
    static func edges(marking: String, left: String) -> String {
        """

        @page{font:9pt Arial,"Liberation Sans",sans-serif;\
        @top-center{content:\(string(marking));font-weight:bold;white-space:nowrap}\
        @bottom-left{content:\(string(left))}\
        @bottom-right{content:"Page " counter(page) " of " counter(pages);white-space:nowrap}}

        """
    }

    /// A CSS string.
    ///
    /// An escape swallows one blank behind it, so each gets a blank of its own.
    static func string(_ text: String) -> String {
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
