/// Writes HTML in the syntax that is XML too, as bytes.
///
/// Escaping works on UTF-8 bytes, never on Characters: `"<\u{338}"` is one Character that is not `"<"`, and would pass
/// unescaped. Characters that HTML does not allow become U+FFFD. Controls that reorder text (U+202E and its kind)
/// are shown as `[U+202E]`, so that a record cannot be made to read as something else.
public struct HTMLWriter: Sendable {
    private var bytes: [UInt8] = []

    /// Returns a whole document with its doctype.
    public static func document(_ root: HTMLNode) -> [UInt8] {
        var writer = HTMLWriter()
        writer.bytes.reserveCapacity(1 << 19)
        writer.bytes += "<!DOCTYPE html>\n".utf8
        writer.write(root)
        writer.bytes.append(0x0A)
        return writer.bytes
    }

    /// Returns one node without a doctype.
    public static func fragment(_ node: HTMLNode) -> [UInt8] {
        var writer = HTMLWriter()
        writer.write(node)
        return writer.bytes
    }

    private mutating func write(_ node: HTMLNode) {
        switch node {
        case .text(let text): write(escaped: text)
        case .group(let nodes): for node in nodes { write(node) }
        case .style(let content):
            bytes += "<style>".utf8
            bytes += content.utf8
            bytes += "</style>".utf8
        case .script(let content):
            bytes += "<script>".utf8
            bytes += content.utf8
            bytes += "</script>".utf8
        case .data(let id, let value):
            bytes += "<script type=\"application/json\" id=\"".utf8
            write(escaped: id)
            bytes += "\">".utf8
            write(json: value.text)
            bytes += "</script>\n".utf8
        case .element(let name, let attributes, let children):
            bytes.append(UInt8(ascii: "<"))
            bytes += name.rawValue.utf8
            for attribute in attributes {
                bytes.append(0x20)
                bytes += attribute.name.utf8
                bytes += "=\"".utf8
                write(escaped: attribute.value)
                bytes.append(UInt8(ascii: "\""))
            }
            if name.isVoid {
                bytes += "/>".utf8
                return
            }
            bytes.append(UInt8(ascii: ">"))
            for child in children { write(child) }
            bytes += "</".utf8
            bytes += name.rawValue.utf8
            bytes.append(UInt8(ascii: ">"))
            // A line for each block keeps the file readable and differences small.
            if name.isBlock { bytes.append(0x0A) }
        }
    }

    /// Writes JSON so that nothing in it can end the element, or be a line end to an old script engine.
    private mutating func write(json text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<", ">", "&", "\u{2028}", "\u{2029}":
                let figures = String(scalar.value, radix: 16)
                bytes += "\\u\(String(repeating: "0", count: 4 - figures.utf8.count))\(figures)".utf8
            default: bytes += String(scalar).utf8
            }
        }
    }

    private mutating func write(escaped text: String) {
        var text = text
        text.withUTF8 { source in
            guard unsafe source.contains(where: Self.mayNeedEscape) else {
                unsafe bytes.append(contentsOf: source)
                return
            }
            unsafe write(escaping: Array(source))
        }
    }

    private mutating func write(escaping source: [UInt8]) {
        var run = 0
        var index = 0
        while index < source.count {
            guard let (replacement, length) = Self.replacement(source, at: index) else {
                index += 1
                continue
            }
            bytes += source[run..<index]
            bytes += replacement.utf8
            index += length
            run = index
        }
        bytes += source[run...]
    }

    /// Whether a byte begins anything that ``replacement(_:at:)`` replaces; most text has none.
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        byte < 0x40 ? byte < 0x28 || byte == 0x3C || byte == 0x3E : byte >= 0x7F
    }

    /// What must stand in the place of the character at an index; `nil` for a byte that may pass.
    private static func replacement(_ buffer: [UInt8], at index: Int) -> (String, Int)? {
        let byte = buffer[index]
        switch byte {
        case UInt8(ascii: "&"): return ("&amp;", 1)
        case UInt8(ascii: "<"): return ("&lt;", 1)
        case UInt8(ascii: ">"): return ("&gt;", 1)
        case UInt8(ascii: "\""): return ("&quot;", 1)
        case UInt8(ascii: "'"): return ("&#39;", 1)
        case 0x09, 0x0A, 0x0D: return nil
        case 0x00..<0x20, 0x7F: return ("\u{FFFD}", 1)
        case 0xC2 where index + 1 < buffer.count && buffer[index + 1] < 0xA0: return ("\u{FFFD}", 2)
        case 0xD8 where index + 1 < buffer.count && buffer[index + 1] == 0x9C: return ("[U+061C]", 2)
        case 0xE2 where index + 2 < buffer.count: return reordering(buffer[index + 1], buffer[index + 2])
        case 0xEF where index + 2 < buffer.count:
            // U+FDD0...U+FDEF, U+FFFE and U+FFFF are no characters.
            let (second, third) = (buffer[index + 1], buffer[index + 2])
            if second == 0xBF, third >= 0xBE { return ("\u{FFFD}", 3) }
            if second == 0xB7, (0x90...0xAF).contains(third) { return ("\u{FFFD}", 3) }
            return nil
        case 0xF0...0xF4 where index + 3 < buffer.count:
            // The last two of each plane are no characters either.
            let (second, third, fourth) = (buffer[index + 1], buffer[index + 2], buffer[index + 3])
            return second & 0x0F == 0x0F && third == 0xBF && fourth >= 0xBE ? ("\u{FFFD}", 4) : nil
        default: return nil
        }
    }

    /// The controls that reorder text: U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069.
    private static func reordering(_ second: UInt8, _ third: UInt8) -> (String, Int)? {
        let value = 0x2000 | Int(second & 0x3F) << 6 | Int(third & 0x3F)
        switch value {
        case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
            return ("[U+" + String(value, radix: 16, uppercase: true) + "]", 3)
        default: return nil
        }
    }
}
