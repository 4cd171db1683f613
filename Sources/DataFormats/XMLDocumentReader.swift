import CLibXML2

/// libxml2 wants to be started once, before any thread uses it.
private let libraryIsInitialized: Void = xmlInitParser()

/// Owns one parser context of libxml2, and the document it makes, for one parse on one thread.
@safe
private struct ParserContext: ~Copyable {
    let pointer: xmlParserCtxtPtr

    init?() {
        _ = libraryIsInitialized
        guard let pointer = unsafe xmlNewParserCtxt() else { return nil }
        unsafe self.pointer = pointer
    }

    deinit {
        if let document = unsafe pointer.pointee.myDoc { unsafe xmlFreeDoc(document) }
        unsafe xmlFreeParserCtxt(pointer)
    }
}

extension XMLElement {
    /// The deepest nesting that is read.
    static let deepest = 64
    /// The most attributes that one element may have.
    static let mostAttributes = 256

    /// Parses a whole XML document that fits in memory.
    ///
    /// A document with a DOCTYPE is refused, so that no entity can be declared; nothing is ever loaded from elsewhere.
    /// Comments and processing instructions are passed over.
    ///
    /// - Throws: the first ``XMLFault`` that libxml2 reports, or one for a document that is empty, over 2 GB, nested
    ///   deeper than 64 elements or with over 256 attributes on one element.
    public init(parsing bytes: [UInt8]) throws(XMLFault) {
        guard !bytes.isEmpty else { throw XMLFault(message: "the document is empty", line: 1, column: 1) }
        guard let count = Int32(exactly: bytes.count) else {
            throw XMLFault(message: "the document is too large to be read at once", line: 0, column: 0)
        }
        self = try unsafe XMLFaultCollector.collecting { (collector, pair) throws(XMLFault) in
            guard let context = ParserContext() else {
                throw XMLFault(message: "no memory for a parser", line: 0, column: 0)
            }
            unsafe child_impact_xml_collect(context.pointer, pair)
            unsafe child_impact_xml_forbid_doctype(context.pointer)
            let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue)
            let document = unsafe bytes.withUnsafeBufferPointer { buffer in
                unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
                    unsafe xmlCtxtReadMemory(context.pointer, characters.baseAddress, count, nil, nil, options)
                }
            }
            // The context no longer owns a document that was read to its end.
            unsafe context.pointer.pointee.myDoc = document
            if let fault = collector.faults.first { throw fault }
            // libxml2 takes a NUL behind the root element for the end of the document and drops what follows.
            if let input = unsafe context.pointer.pointee.input, unsafe input.pointee.cur < input.pointee.end {
                let (line, column) = unsafe (Int(input.pointee.line), Int(input.pointee.col))
                throw XMLFault(message: "a NUL is not allowed", line: line, column: column)
            }
            guard let root = unsafe xmlDocGetRootElement(document) else {
                throw XMLFault(message: "the document has no element", line: 1, column: 1)
            }
            return try unsafe XMLElement(copying: root, depth: 1)
        }
    }

    private init(copying node: xmlNodePtr, depth: Int) throws(XMLFault) {
        let line = unsafe Int(xmlGetLineNo(node))
        guard depth <= Self.deepest else { throw XMLFault(message: "nested too deeply", line: line, column: 0) }
        var attributes: [(name: String, value: String)] = []
        var attribute = unsafe node.pointee.properties
        while let current = unsafe attribute {
            guard attributes.count < Self.mostAttributes else {
                throw XMLFault(message: "too many attributes on one element", line: line, column: 0)
            }
            let value = unsafe xmlNodeListGetString(node.pointee.doc, current.pointee.children, 1)
            unsafe attributes.append((Self.string(current.pointee.name) ?? "", Self.string(value) ?? ""))
            unsafe child_impact_xml_free(value)
            unsafe attribute = current.pointee.next
        }
        var children: [XMLElement] = []
        var text = ""
        var child = unsafe node.pointee.children
        while let current = unsafe child {
            switch unsafe current.pointee.type {
            case XML_ELEMENT_NODE: try unsafe children.append(XMLElement(copying: current, depth: depth + 1))
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: unsafe text += Self.string(current.pointee.content) ?? ""
            default: break
            }
            unsafe child = current.pointee.next
        }
        self.init(
            name: unsafe Self.string(node.pointee.name) ?? "",
            namespace: unsafe node.pointee.ns.flatMap { unsafe Self.string($0.pointee.href) },
            attributes: attributes,
            children: children,
            text: text,
            line: line
        )
    }

    private static func string(_ characters: UnsafePointer<xmlChar>?) -> String? {
        unsafe characters.map { unsafe String(cString: $0) }
    }
}
