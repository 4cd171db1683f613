import CLibXML2

/// A W3C XML Schema, to check documents against.
@safe
public struct XMLSchema: ~Copyable {
    private let pointer: xmlSchemaPtr

    /// Reads a schema that stands in one file and imports nothing.
    ///
    /// - Throws: the first ``XMLFault`` in it.
    public init(parsing bytes: [UInt8]) throws(XMLFault) {
        guard let count = Int32(exactly: bytes.count), count > 0 else {
            throw XMLFault(message: "the schema is empty or too large", line: 0, column: 0)
        }
        // libxml2 would report a schema that is not well-formed to the error output, without a place.
        _ = try XMLElement(parsing: bytes)
        let parsed = try unsafe XMLFaultCollector.collecting { (collector, pointers) throws(XMLFault) -> xmlSchemaPtr in
            let schema = unsafe bytes.withUnsafeBufferPointer { buffer -> xmlSchemaPtr? in
                unsafe buffer.withMemoryRebound(to: CChar.self) { characters -> xmlSchemaPtr? in
                    guard let context = unsafe xmlSchemaNewMemParserCtxt(characters.baseAddress, count) else {
                        return nil
                    }
                    defer { unsafe xmlSchemaFreeParserCtxt(context) }
                    unsafe child_impact_schema_collect_parser(context, pointers)
                    return unsafe xmlSchemaParse(context)
                }
            }
            guard let schema = unsafe schema, collector.faults.isEmpty else {
                throw collector.faults.first ?? XMLFault(message: "the schema cannot be read", line: 0, column: 0)
            }
            return unsafe schema
        }
        unsafe pointer = parsed
    }

    deinit {
        unsafe xmlSchemaFree(pointer)
    }

    /// Returns what is wrong with a document in memory, in order; nothing when it is valid.
    public func faults(in bytes: [UInt8]) -> [XMLFault] {
        faults(in: ByteSource(bytes))
    }

    /// Returns what is wrong with a document, in order; nothing when it is valid.
    ///
    /// The document is read as a stream, twice: first as ``XMLStream`` reads it, so that the schema never meets a
    /// hostile document. At most the first 100 faults are given.
    public func faults(in source: ByteSource) -> [XMLFault] {
        do throws(XMLFault) {
            try XMLStream.read(source) { (_) throws(XMLFault) in }
        } catch {
            return [error]
        }
        return unsafe XMLFaultCollector.collecting { (collector, pointers) -> [XMLFault] in
            let feed = XMLFeed(source)
            let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue)
            let result = withExtendedLifetime(feed) { () -> Int32? in
                let context = unsafe Unmanaged.passUnretained(feed).toOpaque()
                guard
                    let reader = unsafe xmlReaderForIO(
                        { unsafe XMLFeed.read($0, $1, $2) },
                        { _ in 0 },
                        context,
                        nil,
                        nil,
                        options
                    )
                else { return nil }
                defer { unsafe xmlFreeTextReader(reader) }
                unsafe child_impact_reader_collect(reader, pointers)
                unsafe xmlTextReaderSetSchema(reader, pointer)
                var result: Int32 = 1
                while result == 1 { result = unsafe xmlTextReaderRead(reader) }
                return unsafe xmlTextReaderIsValid(reader) == 1 ? 0 : max(1, result)
            }
            if !collector.faults.isEmpty { return collector.faults }
            return result == 0 ? [] : [XMLFault(message: "the document is not valid", line: 0, column: 0)]
        }
    }
}

/// Gives a source to libxml2 a piece at a time.
private final class XMLFeed {
    private let source: ByteSource
    private var position = 0

    init(_ source: ByteSource) {
        self.source = source
    }

    static func read(
        _ context: UnsafeMutableRawPointer?,
        _ buffer: UnsafeMutablePointer<CChar>?,
        _ count: Int32
    ) -> Int32 {
        guard let context = unsafe context, let buffer = unsafe buffer else { return -1 }
        let feed = unsafe Unmanaged<XMLFeed>.fromOpaque(context).takeUnretainedValue()
        let end = min(feed.position + Int(count), feed.source.count)
        guard let bytes = feed.source.bytes(in: feed.position..<end) else { return -1 }
        for (index, byte) in bytes.enumerated() { unsafe buffer[index] = CChar(bitPattern: byte) }
        feed.position = end
        return Int32(bytes.count)
    }
}
