/// The flows of XML, web pages, pictures in SVG and the parts of Office files.
///
/// It reads whatever it is given, well-formed or not, over UTF-8 bytes. Element and attribute names are no text; all
/// else is: text, the values of attributes, comments, CDATA sections, instructions, style sheets and scripts.
struct MarkupFlows {
    private let bytes: [UInt8]
    private let isOffice: Bool
    private let isWebPage: Bool
    private let take: (TextFlow) -> Void
    private var index = 0
    private var flow = RevisedFlow()
    private var open: [OpenElement] = []
    private var looksDepth = 0
    private var deleted = 0
    private var inserted = 0
    private var number: Range<Int>?
    /// The contents of style sheets and scripts, whose digests a page may hold.
    private(set) var embedded: [Range<Int>] = []

    private struct OpenElement {
        let name: String
    }

    /// More open elements than any honest document has are not remembered.
    private static let mostOpen = 256

    /// No paragraph that a person wrote is longer, and a flow takes memory.
    private static let longest = 1 << 20

    /// Reads a document; returns the places of its style sheets and scripts.
    @discardableResult
    static func read(_ bytes: [UInt8], isOffice: Bool, _ take: (TextFlow) -> Void) -> [Range<Int>] {
        withoutActuallyEscaping(take) { take in
            let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
            var flows = MarkupFlows(
                bytes: bytes,
                isOffice: isOffice,
                isWebPage: !isOffice && head.contains("<!doctype html"),
                take: take
            )
            flows.read()
            return flows.embedded
        }
    }

    private init(bytes: [UInt8], isOffice: Bool, isWebPage: Bool, take: @escaping (TextFlow) -> Void) {
        self.bytes = bytes
        self.isOffice = isOffice
        self.isWebPage = isWebPage
        self.take = take
    }

    private mutating func read() {
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count, readMarkup() { continue }
            readText()
        }
        endFlow()
    }

    // MARK: Text

    private mutating func readText() {
        let start = index
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
        let range = start..<index
        let name = open.last?.name ?? ""
        if looksDepth > 0 {
            takeOwn(range, of: name)
            return
        }
        if isOffice, name != "t", name != "delText" {
            // Blanks between the elements of a paragraph are no text; words elsewhere are a piece of their own.
            if bytes[range].allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) { return }
            endFlow()
            takeOwn(range, of: name)
            return
        }
        if flow.count > Self.longest { endFlow() }
        flow.revision = deleted > 0 || name == "delText" ? .deleted : inserted > 0 ? .inserted : .kept
        Self.decode(bytes, range) { flow.append($0, $1) }
    }

    /// Takes text of an Office part that is in no run.
    private mutating func takeOwn(_ range: Range<Int>, of name: String) {
        var builder = FlowBuilder()
        Self.decode(bytes, range) { builder.append($0, $1) }
        switch name {
        case "f", "definedName", "formula", "formula1", "formula2":
            take(TextFlow(builder.take(), in: .markupText, use: .formula))
        case "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter":
            take(TextFlow(Self.withoutCodes(builder.take()), in: .markupText))
        case "v" where open.dropLast().last?.name == "c":
            if let number { take(TextFlow(builder.take(), in: .sheetNumber(type: number))) }
        default: take(TextFlow(builder.take(), in: .markupText))
        }
    }

    /// The text of a header of a sheet: `&L`, `&C` and `&R` begin its parts, other codes say how it looks.
    /// https://learn.microsoft.com/en-us/dotnet/api/documentformat.openxml.spreadsheet.oddheader
    private static func withoutCodes(_ characters: [LocatedCharacter]) -> [LocatedCharacter] {
        var result: [LocatedCharacter] = []
        var index = 0
        while index < characters.count {
            guard characters[index].value == 0x26, index + 1 < characters.count else {
                result.append(characters[index])
                index += 1
                continue
            }
            let start = characters[index].start
            let code = characters[index + 1].value
            index += 2
            switch code {
            case 0x22:
                while index < characters.count, characters[index].value != 0x22 { index += 1 }
                index += 1
            case 0x30...0x39:
                while index < characters.count, (0x30...0x39).contains(characters[index].value) { index += 1 }
            case 0x42, 0x49, 0x55, 0x45, 0x53, 0x58, 0x59: break
            default: result.append(LocatedCharacter(0x7C, start..<start))
            }
        }
        return result
    }

    /// Gives the characters of a range to a function; a static one, so that no copy of the flow is made for the call.
    private static func decode(_ bytes: [UInt8], _ range: Range<Int>, _ append: (UInt32, Range<Int>) -> Void) {
        var place = range.lowerBound
        var builder = FlowBuilder()
        while place < range.upperBound {
            if bytes[place] == UInt8(ascii: "&"),
                let (value, end) = CharacterReference.read(bytes, at: place, before: range.upperBound)
            {
                append(value, place..<end)
                place = end
            } else {
                place = builder.appendOne(bytes, place, before: range.upperBound)
                if let last = builder.take().last { append(last.value, last.start..<last.end) }
            }
        }
    }

    private mutating func endFlow() {
        for (place, characters) in flow.take().enumerated() {
            take(TextFlow(characters, in: .markupText, isAgain: place > 0))
        }
    }

    // MARK: Markup

    /// Reads what begins with a `<`; `false` when it is a mere character.
    private mutating func readMarkup() -> Bool {
        let next = bytes[index + 1]
        if starts("<!--") {
            takeRaw(from: index + 4, until: "-->")
        } else if starts("<![CDATA[") {
            readCDATA()
        } else if next == UInt8(ascii: "!") {
            takeRaw(from: index + 2, until: isSubset ? "]>" : ">")
        } else if next == UInt8(ascii: "?") {
            takeRaw(from: index + 2, until: "?>")
        } else if next == UInt8(ascii: "/") {
            readEnd()
        } else if Self.isNameStart(next) {
            readStart()
        } else {
            return false
        }
        return true
    }

    /// Whether the doctype at this place has declarations of its own.
    private var isSubset: Bool {
        bytes[index...].prefix(1024).prefix { $0 != UInt8(ascii: ">") }.contains(UInt8(ascii: "["))
    }

    private func starts(_ text: StaticString, at place: Int? = nil) -> Bool {
        let place = place ?? index
        guard bytes.count - place >= text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { unsafe bytes[place..<place + $0.count].elementsEqual($0) }
    }

    private func end(of mark: StaticString, from start: Int) -> Int {
        var place = start
        while place < bytes.count, !starts(mark, at: place) { place += 1 }
        return place
    }

    private mutating func takeRaw(from start: Int, until mark: StaticString) {
        let end = end(of: mark, from: min(start, bytes.count))
        var builder = FlowBuilder()
        builder.append(bytes, min(start, end)..<end)
        if !builder.isEmpty { take(TextFlow(builder.take(), in: .plain)) }
        index = min(end + mark.utf8CodeUnitCount, bytes.count)
    }

    /// A CDATA section is a piece of its own: no reference is read or written in it.
    private mutating func readCDATA() {
        endFlow()
        takeRaw(from: index + 9, until: "]]>")
    }

    private mutating func readEnd() {
        var place = index + 2
        while place < bytes.count, bytes[place] != UInt8(ascii: ">") { place += 1 }
        let name = localName((index + 2)..<place)
        index = min(place + 1, bytes.count)
        close(name)
    }

    private mutating func close(_ name: String) {
        guard let last = open.lastIndex(where: { $0.name == name }) else { return }
        for element in open[last...].reversed() { leave(element.name) }
        open.removeSubrange(last...)
    }

    private mutating func leave(_ name: String) {
        if isOffice {
            if MarkupNames.looks.contains(name) { looksDepth = max(0, looksDepth - 1) }
            if name == "del" || name == "moveFrom" { deleted = max(0, deleted - 1) }
            if name == "ins" || name == "moveTo" { inserted = max(0, inserted - 1) }
            if name == "c" { number = nil }
        }
        if !isInline(name) {
            endFlow()
        } else if !isOffice {
            flow.appendTag()
        }
    }

    private func isInline(_ name: String) -> Bool {
        isOffice ? MarkupNames.inlineOfOffice.contains(name) : MarkupNames.inline.contains(name.lowercased())
    }

    /// The name between these places without its prefix.
    private func localName(_ range: Range<Int>) -> String {
        var name = bytes[range]
        if let colon = name.lastIndex(of: UInt8(ascii: ":")) { name = name[(colon + 1)...] }
        let end = name.firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: "/") } ?? name.endIndex
        return String(decoding: name[..<end], as: UTF8.self)
    }

    private static func isNameStart(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
    }

    // MARK: Tags

    private mutating func readStart() {
        var place = index + 1
        while place < bytes.count, bytes[place] > 0x20, bytes[place] != UInt8(ascii: ">"),
            bytes[place] != UInt8(ascii: "/")
        {
            place += 1
        }
        let nameEnd = place
        let name = localName((index + 1)..<nameEnd)
        if !isInline(name) {
            endFlow()
        } else if !isOffice {
            flow.appendTag()
        }
        var type: (value: String, range: Range<Int>)?
        var isEmpty = false
        while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
            isEmpty = bytes[place] == UInt8(ascii: "/")
            if bytes[place] <= 0x20 || isEmpty || bytes[place] == UInt8(ascii: "=") {
                place += 1
                continue
            }
            let attribute = readAttribute(&place, of: name)
            if isOffice, name == "c", attribute.name == "t" {
                type = (String(decoding: bytes[attribute.value], as: UTF8.self), attribute.value)
            }
        }
        index = min(place + 1, bytes.count)
        enter(name, nameEnd: nameEnd, type: type)
        if isEmpty {
            leave(name)
        } else if !isOffice, readEmbedded(name) {
            return
        } else if open.count < Self.mostOpen, isOffice || !Self.isVoid(name) {
            open.append(OpenElement(name: name))
        }
    }

    private static func isVoid(_ name: String) -> Bool {
        ["br", "wbr", "hr", "img", "meta", "link", "input", "col", "area", "base", "source", "embed", "track"].contains(
            name.lowercased()
        )
    }

    private mutating func enter(_ name: String, nameEnd: Int, type: (value: String, range: Range<Int>)?) {
        if !isOffice {
            if name.lowercased() == "br" { flow.append(0x0A, index..<index) }
            return
        }
        switch name {
        case "tab": if looksDepth == 0 { flow.append(0x20, index..<index) }
        case "br", "cr": flow.append(0x0A, index..<index)
        case "noBreakHyphen": flow.append(0x2D, index..<index)
        case "del", "moveFrom": deleted += 1
        case "ins", "moveTo": inserted += 1
        case "c":
            // Only a number is what it says; a text is a reference to another part.
            number = type == nil ? nameEnd..<nameEnd : type?.value == "n" || type?.value == "str" ? type?.range : nil
        default: break
        }
        // The end of an element that is not remembered would not be seen.
        if MarkupNames.looks.contains(name), open.count < Self.mostOpen { looksDepth += 1 }
    }

    private mutating func readAttribute(_ place: inout Int, of element: String) -> (name: String, value: Range<Int>) {
        let start = place
        while place < bytes.count, bytes[place] > 0x20, !"=>/".utf8.contains(bytes[place]) { place += 1 }
        if place == start { place += 1 }
        let name = String(decoding: bytes[start..<place], as: UTF8.self)
        var next = place
        while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
        guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else { return (name, place..<place) }
        next += 1
        while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
        guard next < bytes.count else {
            place = next
            return (name, next..<next)
        }
        let quote = bytes[next]
        let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        let valueStart = isQuoted ? next + 1 : next
        var valueEnd = valueStart
        while valueEnd < bytes.count,
            isQuoted ? bytes[valueEnd] != quote : bytes[valueEnd] > 0x20 && bytes[valueEnd] != UInt8(ascii: ">")
        {
            valueEnd += 1
        }
        place = min(isQuoted ? valueEnd + 1 : valueEnd, bytes.count)
        takeValue(valueStart..<valueEnd, of: name, isQuoted: isQuoted)
        return (name, valueStart..<valueEnd)
    }

    private func takeValue(_ range: Range<Int>, of name: String, isQuoted: Bool) {
        guard !range.isEmpty else { return }
        let local = name.split(separator: ":").last.map(String.init) ?? name
        var builder = FlowBuilder()
        Self.decode(bytes, range) { builder.append($0, $1) }
        let use: TextUse
        if isOffice {
            if MarkupNames.typefaces.contains(local) { return }
            use =
                MarkupNames.targets.contains(local)
                ? .identifier
                : MarkupNames.words.contains(local) ? .prose : local == "location" ? .formula : .markup
        } else {
            let isStyle = name.lowercased() == "style" || name.hasPrefix("xmlns")
            // Only pages and pictures have identifiers that may hold no blank; other documents hold names as they are.
            let isIdentifier = isWebPage || open.first?.name == "svg"
            use =
                isStyle || isIdentifier && MarkupNames.identifiers.contains(name.lowercased()) ? .identifier : .prose
        }
        take(TextFlow(builder.take(), in: .markupAttribute(isQuoted: isQuoted), use: use))
    }

    // MARK: Style sheets and scripts

    /// Reads the content of a style sheet or script up to its end tag.
    private mutating func readEmbedded(_ name: String) -> Bool {
        let lower = name.lowercased()
        guard lower == "style" || lower == "script", isWebPage || lower == "style" else { return false }
        let start = index
        while index < bytes.count, !isEndTag(lower, at: index) { index += 1 }
        embedded.append(start..<index)
        if lower == "style" {
            StyleFlows.read(bytes, start..<index, take)
        } else {
            var builder = FlowBuilder()
            builder.append(bytes, start..<index)
            if !builder.isEmpty { take(TextFlow(builder.take(), in: .script)) }
        }
        return true
    }

    private func isEndTag(_ name: String, at place: Int) -> Bool {
        guard bytes[place] == UInt8(ascii: "<"), starts("</", at: place) else { return false }
        let rest = bytes[(place + 2)...].prefix(name.utf8.count)
        return String(decoding: rest, as: UTF8.self).lowercased() == name
    }
}
