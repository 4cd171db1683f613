/// A text as it is written into a cell: no longer than a cell can hold, and with what XML cannot hold escaped.
struct CellText: Sendable, Hashable {
    /// The text with its escapes.
    let escaped: String
    /// Whether its end was left out.
    let isCut: Bool

    /// Fits a text into a cell; one that is too long ends with `continuation`.
    init(_ text: String, continuation: String) {
        // The usual case, without counting anything twice.
        if text.utf8.count <= WorkbookPlan.mostUnits, !Self.needsEscapes(text) {
            (escaped, isCut) = (text, false)
            return
        }
        let room = WorkbookPlan.mostUnits
        // No scalar takes less than one unit.
        let head = Array(text.unicodeScalars.prefix(room + 1))
        if head.count <= room {
            let whole = Self.escaped(text)
            if whole.utf16.count <= room {
                (escaped, isCut) = (whole, false)
                return
            }
        }
        let end = Self.escaped(continuation)
        var (fits, tooMany) = (0, head.count + 1)
        while tooMany - fits > 1 {
            let middle = (fits + tooMany) / 2
            if Self.escaped(head[..<middle]).utf16.count + end.utf16.count <= room {
                fits = middle
            } else {
                tooMany = middle
            }
        }
        escaped = Self.escaped(head[..<fits]) + end
        isCut = true
    }

    private static func needsEscapes(_ text: String) -> Bool {
        text.utf8.contains { $0 == UInt8(ascii: "_") || $0 == 0 || $0 == 0xEF }
    }

    private static func escaped(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return escaped(String(text))
    }

    /// Escapes U+0000, U+FFFE and U+FFFF, and each low line that would else begin an escape.
    ///
    /// ECMA-376 part 1, 22.9.2.19. The library escapes the other control characters, after it has counted the units.
    static func escaped(_ text: String) -> String {
        guard needsEscapes(text) else { return text }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            switch scalar.value {
            case 0: result.append(contentsOf: "_x0000_".unicodeScalars)
            case 0xFFFE: result.append(contentsOf: "_xFFFE_".unicodeScalars)
            case 0xFFFF: result.append(contentsOf: "_xFFFF_".unicodeScalars)
            case 0x5F where beginsEscape(scalars, index): result.append(contentsOf: "_x005F_".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// Whether `_x`, four figures and a low line stand here, or something whose own escape begins with a low line.
    private static func beginsEscape(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        guard index + 6 < scalars.count, scalars[index + 1] == "x",
            scalars[(index + 2)...(index + 5)].allSatisfy({ $0.properties.isASCIIHexDigit })
        else { return false }
        switch scalars[index + 6].value {
        case 0x5F, 0xFFFE, 0xFFFF: return true
        case 0x09, 0x0A: return false
        case 0..<0x20: return true
        default: return false
        }
    }
}
