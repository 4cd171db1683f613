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
        let parsed = try unsafe XMLFaultCollector.collecting { (collector, pair) throws(XMLFault) -> xmlSchemaPtr in
            let schema = unsafe bytes.withUnsafeBufferPointer { buffer -> xmlSchemaPtr? in
                unsafe buffer.withMemoryRebound(to: CChar.self) { characters -> xmlSchemaPtr? in
                    guard let context = unsafe xmlSchemaNewMemParserCtxt(characters.baseAddress, count) else {
                        return nil
                    }
                    defer { unsafe xmlSchemaFreeParserCtxt(context) }
                    unsafe child_impact_schema_collect_parser(context, pair)
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

    /// Returns what is wrong with a document, in order; nothing when it is valid.
    public func faults(in bytes: [UInt8]) -> [XMLFault] {
        guard let count = Int32(exactly: bytes.count), count > 0 else {
            return [XMLFault(message: "the document is empty or too large", line: 0, column: 0)]
        }
        do throws(XMLFault) {
            // libxml2 would quote a document that is not well-formed in the error output, without a place.
            _ = try XMLElement(parsing: bytes)
        } catch {
            return [error]
        }
        return unsafe XMLFaultCollector.collecting { (collector, pair) -> [XMLFault] in
            guard let context = unsafe xmlSchemaNewValidCtxt(pointer) else {
                return [XMLFault(message: "no memory for a check", line: 0, column: 0)]
            }
            defer { unsafe xmlSchemaFreeValidCtxt(context) }
            unsafe child_impact_schema_collect_valid(context, pair)
            let document = unsafe bytes.withUnsafeBufferPointer { buffer in
                unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
                    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue)
                    return unsafe xmlReadMemory(characters.baseAddress, count, nil, nil, options)
                }
            }
            guard let document = unsafe document else {
                return [XMLFault(message: "the document is not well-formed", line: 0, column: 0)]
            }
            defer { unsafe xmlFreeDoc(document) }
            let result = unsafe xmlSchemaValidateDoc(context, document)
            if result != 0, collector.faults.isEmpty {
                return [XMLFault(message: "the document is not valid", line: 0, column: 0)]
            }
            return collector.faults
        }
    }
}
