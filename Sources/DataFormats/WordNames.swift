/// The names and values of WordprocessingML that the reader goes by.
enum WordNames {
    /// The namespace of markup compatibility, ISO 29500-3.
    static let compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"

    private static let transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    private static let mathematics: Set<String> = [
        "http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math",
    ]

    static func isWord(_ namespace: String?) -> Bool {
        namespace == transitional || namespace == strict
    }

    static func isEquation(_ tag: XMLTag) -> Bool {
        tag.name.hasPrefix("oMath") && tag.namespace.map(mathematics.contains) == true
    }

    /// Whether an element only says how others look or what they looked like before, or holds the reading aid above a
    /// word.
    static func isProperties(_ name: String) -> Bool {
        switch name {
        case "pPr", "rPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "smartTagPr",
            "customXmlPr", "rubyPr", "rt", "background", "instrText", "delInstrText", "delText":
            true
        default: false
        }
    }

    /// Whether Word understands all that one form of a content requires.
    ///
    /// The prefixes are those that Word and others always give to its own namespaces.
    static func understands(_ requires: String?) -> Bool {
        guard let requires else { return false }
        return requires.split(whereSeparator: \.isWhitespace).allSatisfy { known.contains(String($0)) }
    }

    private static let known: Set<String> = [
        "w", "wp", "wps", "wpg", "wpc", "wpi", "wp14", "wp15", "w10", "w14", "w15", "w16", "w16cex", "w16cid", "w16du",
        "w16sdtdh", "w16sdtfl", "w16se", "a", "a14", "a16", "aink", "am3d", "asvg", "cx", "cx1", "cx2", "cx3", "cx4",
        "cx5", "cx6", "cx7", "cx8", "m", "o", "oel", "pic", "r", "v",
    ]

    /// Whether an element that is a switch is on.
    static func isOn(_ tag: XMLTag) -> Bool {
        switch tag["val"] {
        case "0", "false", "off": false
        default: true
        }
    }

    /// The most columns that Word knows.
    static let mostColumns = 63

    static func isHeadingStyle(_ style: String?) -> Bool {
        guard let name = style?.lowercased().filter({ $0 != " " }) else { return false }
        guard name.hasPrefix("heading") else { return name == "title" || name == "subtitle" }
        return name.dropFirst(7).allSatisfy { ("0"..."9").contains($0) }
    }

    /// The character of a `w:sym`; `nil` when only its font knows what it shows.
    static func symbol(_ tag: XMLTag) -> Unicode.Scalar? {
        guard let code = tag["char"], let value = UInt32(code, radix: 16), let scalar = Unicode.Scalar(value) else {
            return nil
        }
        // The places of a symbol font are often written without the private area, where they are other characters.
        let font = tag["font"]?.lowercased() ?? ""
        guard value > 0xFF || !symbolFonts.contains(where: font.hasPrefix) else { return nil }
        switch scalar.properties.generalCategory {
        case .control, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: return nil
        default: return scalar
        }
    }

    private static let symbolFonts = ["symbol", "wingdings", "webdings", "marlett", "zapfdingbats", "zapf dingbats"]
}
