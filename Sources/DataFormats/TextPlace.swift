/// Where a text stands, as far as it decides how a word is written there.
public enum TextPlace: Sendable, Hashable {
    /// A file of plain text, a comment, or a CDATA section: nothing is escaped.
    case plain
    /// A cell of a CSV file; `bare` are the bytes of one without quotation marks.
    case tableCell(delimiter: UInt8, bare: Range<Int>?)
    /// A string in JSON.
    case jsonString
    /// A number in JSON: what stands in its place becomes a string.
    case jsonNumber
    /// Text between tags.
    case markupText
    /// The value of an attribute, in quotation marks or without any.
    case markupAttribute(isQuoted: Bool)
    /// A style sheet.
    case style
    /// A script.
    case script
    /// A number in a cell of a workbook; the cell becomes one of text by the bytes `type`.
    case sheetNumber(type: Range<Int>)

    /// Returns words as they are written in this place.
    public func bytes(of text: String) -> [UInt8] {
        switch self {
        case .plain: Array(text.utf8)
        case .tableCell: text.utf8.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] }
        case .jsonString: JSONValue.string(text).text.utf8.dropFirst().dropLast()
        case .jsonNumber: Array(JSONValue.string(text).text.utf8)
        case .markupText, .sheetNumber: Self.escaped(text, "&<>")
        case .markupAttribute(let isQuoted): Self.escaped(text, isQuoted ? "&<>\"'\n\r\t" : "&<>\"'`= \n\r\t")
        case .style: Self.style(text)
        case .script: Self.script(text)
        }
    }

    private static func escaped(_ text: String, _ marks: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if marks.utf8.contains(byte) { bytes += "&#\(byte);".utf8 } else { bytes.append(byte) }
        }
        return bytes
    }

    /// Everything but letters, figures, blanks and what identifiers hold is escaped.
    ///
    /// An escape swallows one blank behind it, so each gets a blank of its own.
    private static func style(_ text: String) -> [UInt8] {
        var css = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", " ", "_", "-": css.unicodeScalars.append(scalar)
            default:
                let figures = String(scalar.value, radix: 16)
                css += "\\" + String(repeating: "0", count: max(0, 6 - figures.count)) + figures + " "
            }
        }
        return Array(css.utf8)
    }

    /// As in JSON, without any mark that could end the string or the script.
    private static func script(_ text: String) -> [UInt8] {
        JSONValue.string(text).text.utf8.dropFirst().dropLast().flatMap { byte in
            "<>&'`".utf8.contains(byte) ? Array("\\u00\(String(byte, radix: 16))".utf8) : [byte]
        }
    }
}
