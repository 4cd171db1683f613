/// The part of the style sheet that belongs to one document: the edges of its printed pages, and the headings that
/// stand before the cells where a screen is too narrow for columns.
struct CaseStyle {
    /// The rules.
    let css: String

    /// Makes the rules of a document.
    ///
    /// Everything but letters, figures and blanks is escaped for a CSS string.
    init(profile: DocumentProfile, caseName: String) {
        let left = Self.string("\(caseName): \(profile.title)")
        var css = """

            @page{font:9pt Arial,"Liberation Sans",sans-serif;\
            @top-center{content:\(Self.string(profile.marking));font-weight:bold}\
            @bottom-left{content:\(left)}@bottom-right{content:"Page " counter(page) " of " counter(pages)}}
            @media (max-width:45rem){

            """
        for section in profile.sections {
            for column in section.columns where column.field != .date {
                let content = Self.string(column.heading + ": ")
                css +=
                    ".\(section.kind.rawValue) td.\(column.field.rawValue)::before{content:\(content);font-weight:700}\n"
            }
        }
        self.css = css + "}\n"
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
