import CaseDates
import DataFormats
public import Diagnostics  // A fault is a diagnostic.
public import ImpactChronology  // It makes a chronology.

/// A chronology read back from its XML, as `exports/schema/chronology.xsd` describes it.
///
/// Reading what was written gives the same chronology, to the last word and place.
public struct ChronologyDocument: Sendable {
    /// What is wrong with a document that cannot be read.
    public struct Fault: Error, Sendable {
        /// The finding, with its line.
        public let diagnostic: Diagnostic
    }

    /// The chronology.
    public let chronology: Chronology

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - bytes: The document.
    ///   - path: The name that a finding gives to it.
    /// - Throws: ``Fault`` for the first thing that is not as the schema has it.
    public init(parsing bytes: [UInt8], path: String) throws(Fault) {
        let root: XMLElement
        do throws(XMLFault) {
            root = try XMLElement(parsing: bytes)
        } catch {
            let place = Place(of: error, in: path)
            throw Fault(
                diagnostic: Diagnostic(id: "chronology.xml", severity: .error, summary: error.message, place: place)
            )
        }
        var reader = ChronologyReader(path: path)
        guard root.name == "chronology", root.namespace == "urn:child-impact:chronology:1" else {
            throw reader.fault("the document is not a chronology of urn:child-impact:chronology:1", root)
        }
        chronology = try reader.chronology(root)
    }
}
