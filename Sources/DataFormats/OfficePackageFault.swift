/// Why a part of an Office file cannot be read.
enum OfficePackageFault: Error, Sendable, Hashable {
    case archive(ArchiveFault)
    case brokenXML(XMLFault)
}
