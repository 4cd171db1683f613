import CLibXML2

/// libxml2 wants to be started once, before any thread uses it.
private let libraryIsInitialized: Void = xmlInitParser()

/// Reads an XML document piece by piece, in memory that does not grow with it.
///
/// A document with a DOCTYPE is refused, so that no entity can be declared; nothing is ever loaded from elsewhere.
/// Comments and processing instructions are passed over.
///
///     try XMLStream.read(ByteSource(bytes)) { piece in
///         if case .start(let tag) = piece { … }
///     }
public enum XMLStream {
    /// What a document is made of, in its order.
    public enum Piece: Sendable, Hashable {
        /// An element begins.
        case start(XMLTag)
        /// Text stands here, all that there is between two tags.
        case text(String)
        /// The element that was begun last ends.
        case end
    }

    /// Reads a document to its end.
    ///
    /// - Parameters:
    ///   - source: The document, in UTF-8, UTF-16, ISO-8859-1 or -15, US-ASCII or Windows-1252.
    ///   - limits: How far it may go.
    ///   - take: Is called with each piece, and may end the reading with a fault.
    /// - Throws: the first ``XMLFault`` that libxml2 or `take` reports, or one for a document that is empty, goes beyond
    ///   the limits or is in another encoding. Pieces before the fault were given to `take` already.
    public static func read(
        _ source: ByteSource,
        limits: XMLLimits = XMLLimits(),
        _ take: (Piece) throws(XMLFault) -> Void
    ) throws(XMLFault) {
        _ = libraryIsInitialized
        guard source.count > 0 else { throw XMLFault(message: "the document is empty", line: 1, column: 1) }
        let (text, isRecoded) = try utf8(source)
        try withoutActuallyEscaping(take) { (take) throws(XMLFault) in
            let run = XMLStreamRun(limits: limits, take: take)
            try run.read(text, isRecoded: isRecoded)
        }
    }

    /// Returns the tag of the outermost element, from the beginning of a document.
    ///
    /// - Throws: the ``XMLFault`` that stands before it.
    public static func root(of head: [UInt8]) throws(XMLFault) -> XMLTag {
        var root: XMLTag?
        do throws(XMLFault) {
            try read(ByteSource(head)) { (piece) throws(XMLFault) in
                guard case .start(let tag) = piece else { return }
                root = tag
                // The rest of the document is not wanted.
                throw XMLFault(message: "", line: 0, column: 0)
            }
        } catch {
            if let root { return root }
            throw error
        }
        throw XMLFault(message: "the document has no element", line: 1, column: 1)
    }

    /// The document in an encoding that holds ASCII as it is, and whether it had to be brought into it.
    private static func utf8(_ source: ByteSource) throws(XMLFault) -> (ByteSource, isRecoded: Bool) {
        guard let head = source.bytes(in: 0..<512) else { throw XMLStreamRun.cannotBeRead }
        let isWide =
            head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0x3C, 0])
            || head.starts(with: [0, 0x3C])
        guard isWide else {
            if let name = declaredEncoding(head), !known.contains(name) {
                throw XMLFault(message: "documents in the encoding '\(name)' are not read", line: 1, column: 1)
            }
            return (source, false)
        }
        guard source.count <= 1 << 28 else {
            throw XMLFault(message: "a document in UTF-16 may have 256 MB; save it as UTF-8", line: 1, column: 1)
        }
        guard let bytes = source.bytes(in: 0..<source.count) else { throw XMLStreamRun.cannotBeRead }
        let isLittle = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0x3C, 0])
        let text = DecodedText(bytes, as: isLittle ? .utf16LittleEndian : .utf16BigEndian)
        guard text.faultsReplaced == 0, text.controlsReplaced == 0 else {
            throw XMLFault(message: "the document is not valid UTF-16", line: 1, column: 1)
        }
        return (ByteSource(text.utf8), true)
    }

    private static let known: Set<String> = [
        "utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "latin1", "iso-8859-15", "windows-1252", "cp1252",
    ]

    /// The encoding that the XML declaration states, in lower case.
    private static func declaredEncoding(_ head: [UInt8]) -> String? {
        let text = String(decoding: head, as: UTF8.self)
        guard let start = text.range(of: "<?xml"), let end = text[start.upperBound...].range(of: "?>"),
            let name = text[start.upperBound..<end.lowerBound].range(of: "encoding")
        else { return nil }
        let rest = text[name.upperBound..<end.lowerBound].drop { $0 == "=" || $0.isWhitespace }
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        return rest.dropFirst().prefix { $0 != quote }.lowercased()
    }
}

extension StringProtocol where SubSequence == Substring {
    /// The first place where another text stands in this one.
    fileprivate func range(of wanted: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(wanted) { return start..<index(start, offsetBy: wanted.count) }
            start = index(after: start)
        }
        return nil
    }
}

/// One reading of one document, which libxml2 reaches through a plain pointer.
@safe
private final class XMLStreamRun {
    static let cannotBeRead = XMLFault(message: "the file cannot be read to its end", line: 0, column: 0)

    private let limits: XMLLimits
    private let take: (XMLStream.Piece) throws(XMLFault) -> Void
    private var depth = 0
    private var text: [UInt8] = []
    /// The fault that ended the reading from our side.
    private var fault: XMLFault?
    private var hasRoot = false
    /// The namespace that was met last, which is most often the next one too; libxml2 keeps one copy of each name.
    private var lastNamespace: (pointer: UnsafePointer<xmlChar>, text: String)?

    init(limits: XMLLimits, take: @escaping (XMLStream.Piece) throws(XMLFault) -> Void) {
        self.limits = limits
        self.take = take
    }

    func read(_ source: ByteSource, isRecoded: Bool) throws(XMLFault) {
        try unsafe XMLFaultCollector.collecting { (collector, pointers) throws(XMLFault) in
            unsafe pointers[2] = Unmanaged.passUnretained(self).toOpaque()
            guard let context = unsafe PushContext(pointers) else {
                throw XMLFault(message: "no memory for a parser", line: 0, column: 0)
            }
            context.use(isRecoded: isRecoded)
            var scan = XMLTagScan(limit: limits.attributes)
            var start = 0
            while start < source.count {
                let end = min(start + 65_536, source.count)
                guard let bytes = source.bytes(in: start..<end), bytes.count == end - start else {
                    throw Self.cannotBeRead
                }
                let isHarmless = scan.isHarmless(bytes)
                if isHarmless { context.parse(bytes) }
                if let fault = fault ?? collector.faults.first { throw fault }
                guard isHarmless else {
                    throw XMLFault(message: "too many attributes on one element", line: scan.line, column: 0)
                }
                start = end
            }
            try end(context, collector)
            // libxml2 takes a NUL behind the root element for the end of the document and drops what follows.
            if let rest = context.rest { throw rest }
            guard hasRoot else { throw XMLFault(message: "the document has no element", line: 1, column: 1) }
        }
    }

    /// Tells libxml2 that the document ends here.
    ///
    /// What it finds only then, inside an element, has one reason; its own words for it speak of something else.
    private func end(_ context: borrowing PushContext, _ collector: XMLFaultCollector) throws(XMLFault) {
        let isInside = depth > 0
        context.end()
        if let fault { throw fault }
        guard let found = collector.faults.first else { return }
        guard isInside else { throw found }
        throw XMLFault(
            message: "the document ends before its last element does",
            line: found.line,
            column: found.column
        )
    }

    func namespace(_ pointer: UnsafePointer<xmlChar>?) -> String? {
        guard let pointer = unsafe pointer else { return nil }
        if let last = unsafe lastNamespace, unsafe last.pointer == pointer { return unsafe last.text }
        let text = unsafe String(cString: pointer)
        unsafe lastNamespace = (pointer, text)
        return text
    }

    func start(_ tag: XMLTag) -> Bool {
        hasRoot = true
        depth += 1
        guard depth <= limits.depth else {
            return stop(XMLFault(message: "nested too deeply", line: tag.line, column: 0))
        }
        return give { (take) throws(XMLFault) in try take(.start(tag)) }
    }

    func end() -> Bool {
        depth -= 1
        return give { (take) throws(XMLFault) in try take(.end) }
    }

    func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        if fault == nil { unsafe text.append(contentsOf: bytes) }
    }

    private func give(_ body: ((XMLStream.Piece) throws(XMLFault) -> Void) throws(XMLFault) -> Void) -> Bool {
        guard fault == nil else { return false }
        do throws(XMLFault) {
            if !text.isEmpty {
                let piece = XMLStream.Piece.text(String(decoding: text, as: UTF8.self))
                text.removeAll(keepingCapacity: true)
                try take(piece)
            }
            try body(take)
            return true
        } catch {
            return stop(error)
        }
    }

    private func stop(_ fault: XMLFault) -> Bool {
        if self.fault == nil { self.fault = fault }
        return false
    }
}

/// Owns one push parser of libxml2, for one document on one thread.
@safe
private struct PushContext: ~Copyable {
    private let pointer: xmlParserCtxtPtr

    init?(_ pointers: UnsafeMutablePointer<UnsafeMutableRawPointer?>) {
        guard let pointer = unsafe xmlCreatePushParserCtxt(nil, nil, nil, 0, nil) else { return nil }
        unsafe self.pointer = pointer
        unsafe child_impact_xml_collect(pointer, pointers)
        unsafe child_impact_xml_forbid_doctype(pointer)
        unsafe child_impact_xml_take_pieces(pointer, Self.start, Self.end, Self.text)
    }

    deinit {
        if let document = unsafe pointer.pointee.myDoc { unsafe xmlFreeDoc(document) }
        unsafe xmlFreeParserCtxt(pointer)
    }

    func use(isRecoded: Bool) {
        var options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue)
        if isRecoded {
            options |= Int32(XML_PARSE_IGNORE_ENC.rawValue)
            unsafe xmlSwitchEncoding(pointer, XML_CHAR_ENCODING_UTF8)
        }
        unsafe xmlCtxtUseOptions(pointer, options)
    }

    func parse(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
                _ = unsafe xmlParseChunk(pointer, characters.baseAddress, Int32(characters.count), 0)
            }
        }
    }

    func end() {
        _ = unsafe xmlParseChunk(pointer, nil, 0, 1)
    }

    /// The fault of a document that was not read to its end, although libxml2 found nothing wrong.
    var rest: XMLFault? {
        guard let input = unsafe pointer.pointee.input, unsafe input.pointee.cur < input.pointee.end else { return nil }
        let (line, column) = unsafe (Int(input.pointee.line), Int(input.pointee.col))
        return XMLFault(message: "a NUL is not allowed", line: line, column: column)
    }

    private static func run(_ context: UnsafeMutableRawPointer?) -> XMLStreamRun? {
        unsafe child_impact_xml_handler(context).map {
            unsafe Unmanaged<XMLStreamRun>.fromOpaque($0).takeUnretainedValue()
        }
    }

    private static func string(_ characters: UnsafePointer<xmlChar>?) -> String? {
        unsafe characters.map { unsafe String(cString: $0) }
    }

    /// The value of an attribute, in which libxml2 leaves an ampersand as `&#38;`.
    private static func value(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard unsafe bytes.contains(UInt8(ascii: "&")) else { return unsafe String(decoding: bytes, as: UTF8.self) }
        var plain: [UInt8] = []
        var rest = unsafe bytes[...]
        while let ampersand = unsafe rest.firstIndex(of: UInt8(ascii: "&")) {
            unsafe plain += rest[...ampersand]
            unsafe rest = rest[(ampersand + 1)...]
            if unsafe rest.starts(with: "#38;".utf8) { unsafe rest = rest.dropFirst(4) }
        }
        unsafe plain += rest
        return String(decoding: plain, as: UTF8.self)
    }

    private static let start: startElementNsSAX2Func = { context, name, _, uri, _, _, count, _, attributes in
        guard let run = unsafe run(context) else { return }
        var pairs: [XMLTag.Attribute] = []
        if count > 0 { pairs.reserveCapacity(Int(count)) }
        for index in 0..<Int(count) {
            // Five words each: local name, prefix, namespace, start and end of the value.
            guard let attributes = unsafe attributes, let name = unsafe attributes[index * 5],
                let start = unsafe attributes[index * 5 + 3], let end = unsafe attributes[index * 5 + 4]
            else { continue }
            let value = unsafe UnsafeBufferPointer(start: start, count: end - start)
            unsafe pairs.append(XMLTag.Attribute(name: String(cString: name), value: Self.value(value)))
        }
        let line = unsafe Int(child_impact_xml_line(context))
        let tag = unsafe XMLTag(
            name: string(name) ?? "",
            namespace: run.namespace(uri),
            line: line,
            column: unsafe Int(child_impact_xml_column(context)),
            attributes: pairs
        )
        if !run.start(tag) { unsafe child_impact_xml_stop(context) }
    }

    private static let end: endElementNsSAX2Func = { context, _, _, _ in
        guard let run = unsafe run(context), !run.end() else { return }
        unsafe child_impact_xml_stop(context)
    }

    private static let text: charactersSAXFunc = { context, characters, count in
        guard let run = unsafe run(context), let characters = unsafe characters else { return }
        unsafe run.add(UnsafeBufferPointer(start: characters, count: Int(count)))
    }
}
