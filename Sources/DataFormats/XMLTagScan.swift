/// Counts the attributes of each tag before libxml2 sees it.
///
/// It follows quotes, comments, CDATA sections and processing instructions over bytes in an encoding that holds ASCII as
/// it is, in pieces of any size.
struct XMLTagScan {
    private enum State {
        case text
        /// Behind `<`: what kind of tag it is shows by the next bytes.
        case opening
        case tag
        case quoted(UInt8)
        /// Inside a comment, CDATA section or processing instruction, until these bytes.
        case until([UInt8])
    }

    let limit: Int
    private var state = State.text
    private var count = 0
    /// The last bytes, as many as the longest mark has.
    private var tail: [UInt8] = []
    /// The line of the byte that comes next.
    private(set) var line = 1

    init(limit: Int) {
        self.limit = limit
    }

    /// Looks at the next piece of the document; returns `false` where a tag has too many attributes.
    mutating func isHarmless(_ bytes: [UInt8]) -> Bool {
        var index = 0
        while index < bytes.count {
            if case .text = state {
                guard let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) else {
                    line += Self.lines(bytes[index...])
                    return true
                }
                line += Self.lines(bytes[index..<open])
                (state, tail, count) = (.opening, [], 0)
                index = open + 1
                continue
            }
            let byte = bytes[index]
            if byte == 0x0A { line += 1 }
            guard take(byte) else { return false }
            index += 1
        }
        return true
    }

    private static func lines(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.count { $0 == 0x0A }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        switch state {
        case .text: break
        case .opening:
            // Nearly every tag: no need to look for the marks.
            if tail.isEmpty, byte != UInt8(ascii: "!"), byte != UInt8(ascii: "?") {
                state = .tag
                return take(byte)
            }
            tail.append(byte)
            if tail == [UInt8(ascii: "?")] {
                state = .until(Array("?>".utf8))
            } else if tail == Array("!--".utf8) {
                state = .until(Array("-->".utf8))
            } else if tail == Array("![CDATA[".utf8) {
                state = .until(Array("]]>".utf8))
            } else if !"!--".utf8.starts(with: tail), !"![CDATA[".utf8.starts(with: tail) {
                state = .tag
                for earlier in tail { guard take(earlier) else { return false } }
                return true
            }
            if case .until = state { tail = [] }
        case .tag:
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                count += 1
                state = .quoted(byte)
                return count <= limit
            case UInt8(ascii: ">"): state = .text
            default: break
            }
        case .quoted(let mark): if byte == mark { state = .tag }
        case .until(let mark):
            tail.append(byte)
            if tail.count > mark.count { tail.removeFirst() }
            if tail == mark { state = .text }
        }
        return true
    }
}
